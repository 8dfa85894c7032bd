import { ResponseError } from '@backstage/errors';
import type { AgentKey } from '../agentKey';
import type {
  AgentDetail,
  AgentHistory,
  AgentList,
  ClusterList,
} from '../schema/openapi/generated/types';
import type {
  AgentHistoryRequest,
  AgentScalingApi,
  AgentScalingRequestOptions,
  ListAgentsRequest,
} from './AgentScalingApi';

type QueryValue = string | number | readonly string[] | undefined;

function toQueryString(query: Record<string, QueryValue>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) {
        params.append(key, String(one));
      }
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

function agentPath(agent: AgentKey): string {
  return ['/agents', agent.cluster, agent.namespace, agent.name]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

/**
 * {@link AgentScalingApi} over HTTP, for browsers and backends.
 *
 * @public
 */
export class AgentScalingClient implements AgentScalingApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async listAgents(
    request: ListAgentsRequest = {},
    options?: AgentScalingRequestOptions,
  ): Promise<AgentList> {
    return this.#get(`/agents${toQueryString({ ...request })}`, options);
  }

  async getAgent(
    agent: AgentKey,
    options?: AgentScalingRequestOptions,
  ): Promise<AgentDetail> {
    return this.#get(agentPath(agent), options);
  }

  async getAgentHistory(
    agent: AgentKey,
    request: AgentHistoryRequest = {},
    options?: AgentScalingRequestOptions,
  ): Promise<AgentHistory> {
    return this.#get(
      `${agentPath(agent)}/history${toQueryString({ ...request })}`,
      options,
    );
  }

  async listClusters(
    options?: AgentScalingRequestOptions,
  ): Promise<ClusterList> {
    return this.#get('/clusters', options);
  }

  async #get<T>(
    path: string,
    options: AgentScalingRequestOptions = {},
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('agent-scaling');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      headers: options.token
        ? { Authorization: `Bearer ${options.token}` }
        : undefined,
      signal: options.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
