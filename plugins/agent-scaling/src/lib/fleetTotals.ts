import type {
  AgentList,
  AgentState,
  ReadyCount,
} from '@suoke/plugin-agent-scaling-common';

/** The numbers above the fleet. States are counted over all agents, pods over those that are listed. */
export interface FleetTotals {
  agents: number;
  byState: Record<AgentState, number>;
  pods: ReadyCount;
  /** The pods are those of one page or of a filtered fleet, not of all agents. */
  podsArePartial: boolean;
}

export function toFleetTotals(list: AgentList): FleetTotals {
  const byState: Record<AgentState, number> = {
    ok: 0,
    scaling: 0,
    limited: 0,
    failing: 0,
    stale: 0,
    noAutoscaler: 0,
  };
  for (const { value, count } of list.facets.states) {
    if (value in byState) {
      byState[value as AgentState] = count;
    }
  }
  const agents = Object.values(byState).reduce((sum, count) => sum + count, 0);
  return {
    agents,
    byState,
    pods: list.items.reduce(
      (sum, agent) => ({
        ready: sum.ready + agent.pods.ready,
        total: sum.total + agent.pods.total,
      }),
      { ready: 0, total: 0 },
    ),
    podsArePartial: list.items.length < agents,
  };
}
