import type {
  AgentDetail,
  AgentHistory,
  AgentHistoryRequest,
  AgentKey,
  AgentList,
  AgentScalingApi,
  ClusterList,
  ListAgentsRequest,
} from '@suoke/plugin-agent-scaling-common';
import { agentDetail } from '../__fixtures__/agentDetail';
import { agentList } from '../__fixtures__/agentList';

/** Answers what a test set, throws what a test set, and remembers what it was asked. */
export class FakeAgentScalingApi implements AgentScalingApi {
  list: AgentList | Error = agentList();
  agent: AgentDetail | Error = agentDetail();
  history: AgentHistory | Error = {
    from: '2026-11-23T02:00:00Z',
    to: '2026-11-23T08:00:00Z',
    samples: [],
    events: [],
    retention: { samplesSeconds: 86_400, eventsSeconds: 86_400 },
  };

  readonly listRequests: ListAgentsRequest[] = [];
  readonly agentRequests: AgentKey[] = [];
  readonly historyRequests: AgentHistoryRequest[] = [];

  async listAgents(request: ListAgentsRequest = {}): Promise<AgentList> {
    this.listRequests.push(request);
    return FakeAgentScalingApi.#answer(this.list);
  }

  async getAgent(agent: AgentKey): Promise<AgentDetail> {
    this.agentRequests.push(agent);
    return FakeAgentScalingApi.#answer(this.agent);
  }

  async getAgentHistory(
    _agent: AgentKey,
    request: AgentHistoryRequest = {},
  ): Promise<AgentHistory> {
    this.historyRequests.push(request);
    return FakeAgentScalingApi.#answer(this.history);
  }

  async listClusters(): Promise<ClusterList> {
    return { items: [], asOf: '2026-11-23T08:00:00Z' };
  }

  static #answer<T>(answer: T | Error): T {
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  }
}
