import {
  stringifyAgentKey,
  type AgentSummary,
} from '@suoke/plugin-agent-scaling-common';

/** An agent as a row of the fleet. */
export interface FleetRow extends AgentSummary {
  /** Unique among all clusters. */
  id: string;
}

export function toFleetRows(agents: readonly AgentSummary[]): FleetRow[] {
  return agents.map(agent => ({ ...agent, id: stringifyAgentKey(agent) }));
}
