import type {
  AgentFacets,
  AgentOrderField,
  AgentState,
  AgentSummary,
  FacetValue,
  ListAgentsRequest,
} from '@suoke/plugin-agent-scaling-common';

export const DEFAULT_LIMIT = 100;

const URGENCY: Record<AgentState, number> = {
  failing: 5,
  stale: 4,
  limited: 3,
  noAutoscaler: 2,
  scaling: 1,
  ok: 0,
};

const DESCENDING_BY_DEFAULT: ReadonlySet<AgentOrderField> = new Set([
  'attention',
  'lastScale',
] as const);

/** Filters, sorts and cuts rows; `totalItems` counts what the filters let through. */
export function queryAgents(
  rows: readonly AgentSummary[],
  request: ListAgentsRequest,
): { items: AgentSummary[]; totalItems: number } {
  const matching = rows.filter(toPredicate(request)).sort(toOrder(request));
  const { offset = 0, limit = DEFAULT_LIMIT } = request;
  return {
    items: matching.slice(offset, offset + limit),
    totalItems: matching.length,
  };
}

function toPredicate(
  request: ListAgentsRequest,
): (row: AgentSummary) => boolean {
  const words = (request.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const oneOf = (wanted: string | string[] | undefined) => {
    const values = [wanted ?? []].flat();
    const set = new Set(values.map(value => value.toLowerCase()));
    return (value: string | undefined) =>
      set.size === 0 || (value !== undefined && set.has(value.toLowerCase()));
  };
  const cluster = oneOf(request.cluster);
  const namespace = oneOf(request.namespace);
  const owner = oneOf(request.owner);
  const entityRef = oneOf(request.entityRef);
  const state = oneOf(request.state);
  return row =>
    cluster(row.cluster) &&
    namespace(row.namespace) &&
    owner(row.owner) &&
    entityRef(row.entityRef) &&
    state(row.attention.state) &&
    hasWords(row, words);
}

function hasWords(row: AgentSummary, words: readonly string[]): boolean {
  if (words.length === 0) {
    return true;
  }
  const text = [
    row.name,
    row.title,
    row.namespace,
    row.cluster,
    row.entityRef,
    row.owner,
  ]
    .join('\n')
    .toLowerCase();
  return words.every(word => text.includes(word));
}

function toOrder(request: ListAgentsRequest) {
  const { orderBy = 'attention' } = request;
  const order =
    request.order ?? (DESCENDING_BY_DEFAULT.has(orderBy) ? 'desc' : 'asc');
  const sign = order === 'desc' ? -1 : 1;
  return (left: AgentSummary, right: AgentSummary): number => {
    const a = sortValue(left, orderBy);
    const b = sortValue(right, orderBy);
    // What has no value comes last, whichever way the rest is sorted.
    if (a === undefined || b === undefined) {
      const missing = Number(a === undefined) - Number(b === undefined);
      return missing || byName(left, right);
    }
    return sign * compare(a, b) || byName(left, right);
  };
}

function compare(left: string | number, right: string | number): number {
  return typeof left === 'string'
    ? left.localeCompare(String(right))
    : left - Number(right);
}

function byName(left: AgentSummary, right: AgentSummary): number {
  return (
    left.name.localeCompare(right.name) ||
    left.namespace.localeCompare(right.namespace) ||
    left.cluster.localeCompare(right.cluster)
  );
}

function sortValue(
  row: AgentSummary,
  field: AgentOrderField,
): string | number | undefined {
  const { replicas } = row;
  switch (field) {
    case 'attention':
      return URGENCY[row.attention.state];
    case 'currentReplicas':
      return replicas.current;
    case 'desiredReplicas':
      return replicas.desired;
    case 'maxReplicas':
      return replicas.max;
    case 'headroom':
      return replicas.max === undefined
        ? undefined
        : replicas.max - replicas.current;
    case 'lastScale':
      return row.lastScale && Date.parse(row.lastScale.at);
    default:
      return row[field];
  }
}

/** Values to filter by, with how many agents have each, most frequent first. */
export function toFacets(rows: readonly AgentSummary[]): AgentFacets {
  const count = (
    value: (row: AgentSummary) => string | undefined,
  ): FacetValue[] => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const found = value(row);
      if (found !== undefined) {
        counts.set(found, (counts.get(found) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([one, many]) => ({ value: one, count: many }))
      .sort(
        (left, right) =>
          right.count - left.count || left.value.localeCompare(right.value),
      );
  };
  return {
    clusters: count(row => row.cluster),
    namespaces: count(row => row.namespace),
    owners: count(row => row.owner),
    states: count(row => row.attention.state),
  };
}
