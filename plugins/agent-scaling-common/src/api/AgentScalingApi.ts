import type { AgentKey } from '../agentKey';
import type {
  AgentDetail,
  AgentHistory,
  AgentList,
  AgentState,
  ClusterList,
} from '../schema/openapi/generated/types';
import type { operations } from '../schema/openapi/generated/schema';

/** What {@link AgentScalingApi.listAgents} can be sorted by. @public */
export type AgentOrderField = NonNullable<
  NonNullable<operations['ListAgents']['parameters']['query']>['orderBy']
>;

/** Filters, order and page of a list of agents. Several values of one filter mean any of them. @public */
export interface ListAgentsRequest {
  cluster?: string | string[];
  namespace?: string | string[];
  /** Entity refs of owners. */
  owner?: string | string[];
  /** Entity refs of agents. */
  entityRef?: string | string[];
  state?: AgentState | AgentState[];
  /** Words that all occur in the agent's names. */
  text?: string;
  /** Default: `attention`, most urgent first. */
  orderBy?: AgentOrderField;
  order?: 'asc' | 'desc';
  /** 1 to 1000. Default: 100. */
  limit?: number;
  /** Default: 0. */
  offset?: number;
}

/** Range of a history. @public */
export interface AgentHistoryRequest {
  /** ISO 8601. Default: 24 hours before `to`. */
  from?: string;
  /** ISO 8601. Default: now. */
  to?: string;
  /** At most this many samples, 10 to 5000. Default: 500. */
  maxPoints?: number;
}

/** @public */
export interface AgentScalingRequestOptions {
  /** Sent as bearer token; browsers leave it out because their fetch adds it. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * Reads the scaling state of agents.
 *
 * @remarks
 * Every method rejects with a `ResponseError` of `@backstage/errors` when the backend refuses: 400 for a wrong query, 403 without
 * permission, 404 for an agent that does not exist.
 *
 * @public
 */
export interface AgentScalingApi {
  listAgents(
    request?: ListAgentsRequest,
    options?: AgentScalingRequestOptions,
  ): Promise<AgentList>;
  getAgent(
    agent: AgentKey,
    options?: AgentScalingRequestOptions,
  ): Promise<AgentDetail>;
  getAgentHistory(
    agent: AgentKey,
    request?: AgentHistoryRequest,
    options?: AgentScalingRequestOptions,
  ): Promise<AgentHistory>;
  listClusters(options?: AgentScalingRequestOptions): Promise<ClusterList>;
}
