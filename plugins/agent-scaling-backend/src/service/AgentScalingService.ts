import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  AgentDetail,
  AgentHistory,
  AgentHistoryRequest,
  AgentKey,
  AgentList,
  ClusterList,
  ListAgentsRequest,
} from '@suoke/plugin-agent-scaling-common';

interface ServiceOptions {
  credentials: BackstageCredentials;
}

/** What the routes and the actions offer. Every method needs `agent-scaling.read` and rejects with `NotAllowedError` without it. */
export interface AgentScalingService {
  listAgents(
    request: ListAgentsRequest,
    options: ServiceOptions,
  ): Promise<AgentList>;
  /** Rejects with `NotFoundError` for what is no agent. */
  getAgent(agent: AgentKey, options: ServiceOptions): Promise<AgentDetail>;
  /** Also of agents that are gone, while history remembers them. */
  getAgentHistory(
    agent: AgentKey,
    request: AgentHistoryRequest,
    options: ServiceOptions,
  ): Promise<AgentHistory>;
  listClusters(options: ServiceOptions): Promise<ClusterList>;
}
