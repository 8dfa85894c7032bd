import {
  agentStateValues,
  type AgentOrderField,
  type AgentState,
  type ListAgentsRequest,
} from '@suoke/plugin-agent-scaling-common';

/** What the reader of the fleet asked for; lives in the address, so that a view can be shared and the back button works. */
export interface FleetQuery {
  text: string;
  states: AgentState[];
  clusters: string[];
  namespaces: string[];
  orderBy: FleetOrder;
  order: 'asc' | 'desc';
  /** Counted from zero. */
  page: number;
}

/** Columns that the fleet can be sorted by; also their ids in the table. */
export const fleetOrders = [
  'attention',
  'name',
  'namespace',
  'currentReplicas',
  'lastScale',
] as const satisfies readonly AgentOrderField[];

export type FleetOrder = (typeof fleetOrders)[number];

/** A screen or two; a fleet of thousands stays readable and the answer small. */
export const FLEET_PAGE_SIZE = 50;

export const defaultFleetQuery: FleetQuery = {
  text: '',
  states: [],
  clusters: [],
  namespaces: [],
  orderBy: 'attention',
  order: 'desc',
  page: 0,
};

/** Most urgent and most recent come first, names from A. */
export function defaultOrderOf(orderBy: FleetOrder): 'asc' | 'desc' {
  return orderBy === 'attention' || orderBy === 'lastScale' ? 'desc' : 'asc';
}

function isOneOf<T extends string>(
  values: readonly T[],
  value: string | null,
): value is T {
  return values.some(candidate => candidate === value);
}

/** Reads the address; what it does not understand is left out instead of refused, because people edit addresses. */
export function readFleetQuery(params: URLSearchParams): FleetQuery {
  const asked = params.get('sort');
  const orderBy = isOneOf(fleetOrders, asked) ? asked : 'attention';
  const order = params.get('order');
  const page = Number(params.get('page') ?? '1');
  return {
    text: params.get('text') ?? '',
    states: params
      .getAll('state')
      .filter((value): value is AgentState => isOneOf(agentStateValues, value)),
    clusters: params.getAll('cluster'),
    namespaces: params.getAll('namespace'),
    orderBy,
    order: isOneOf(['asc', 'desc'], order) ? order : defaultOrderOf(orderBy),
    page: Number.isInteger(page) && page > 0 ? page - 1 : 0,
  };
}

/** Writes the address; defaults are left out, and parameters of others stay. */
export function writeFleetQuery(
  query: FleetQuery,
  previous: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  const params = new URLSearchParams(previous);
  for (const key of [
    'text',
    'state',
    'cluster',
    'namespace',
    'sort',
    'order',
    'page',
  ]) {
    params.delete(key);
  }
  if (query.text) {
    params.set('text', query.text);
  }
  query.states.forEach(value => params.append('state', value));
  query.clusters.forEach(value => params.append('cluster', value));
  query.namespaces.forEach(value => params.append('namespace', value));
  if (query.orderBy !== 'attention') {
    params.set('sort', query.orderBy);
  }
  if (query.order !== defaultOrderOf(query.orderBy)) {
    params.set('order', query.order);
  }
  if (query.page > 0) {
    params.set('page', String(query.page + 1));
  }
  return params;
}

/** The request that answers a query. */
export function toListRequest(query: FleetQuery): ListAgentsRequest {
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  return {
    text: query.text.trim() || undefined,
    state: some(query.states),
    cluster: some(query.clusters),
    namespace: some(query.namespaces),
    orderBy: query.orderBy,
    order: query.order,
    limit: FLEET_PAGE_SIZE,
    offset: query.page * FLEET_PAGE_SIZE,
  };
}

/** Whether the reader narrowed the fleet down; an empty answer then means something else. */
export function isFiltered(query: FleetQuery): boolean {
  return (
    query.text.trim() !== '' ||
    query.states.length > 0 ||
    query.clusters.length > 0 ||
    query.namespaces.length > 0
  );
}
