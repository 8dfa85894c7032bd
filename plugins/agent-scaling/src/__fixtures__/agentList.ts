import type {
  AgentList,
  AgentSummary,
  FacetValue,
} from '@suoke/plugin-agent-scaling-common';
import { agent } from './agent';

function countBy(
  items: readonly AgentSummary[],
  valueOf: (item: AgentSummary) => string | undefined,
): FacetValue[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const value = valueOf(item);
    if (value !== undefined) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** The answer for a fleet that fits one page, on one connected cluster. */
export function agentList(
  items: AgentSummary[] = [agent()],
  overrides: Partial<AgentList> = {},
): AgentList {
  return {
    items,
    totalItems: items.length,
    facets: {
      clusters: countBy(items, item => item.cluster),
      namespaces: countBy(items, item => item.namespace),
      owners: countBy(items, item => item.owner),
      states: countBy(items, item => item.attention.state),
    },
    clusters: [
      {
        name: 'local',
        state: 'Connected',
        lastContactAt: '2026-11-23T08:00:00Z',
        simulated: false,
      },
    ],
    asOf: '2026-11-23T08:00:00Z',
    ...overrides,
  };
}
