/** Channel of the signals that say which agents changed; sent at most once per second. @public */
export const AGENT_SCALING_SIGNAL_CHANNEL = 'agent-scaling';

/**
 * Names only: signals reach every signed-in user, also those who may not read agents, so what changed must be asked for.
 *
 * @public
 */
export type AgentScalingSignal = {
  type: 'agents-changed';
  /** Changed, new and gone agents as `cluster/namespace/name`; at most 200, see `truncated`. */
  agents: string[];
  /** More agents changed than are listed: read everything again. */
  truncated: boolean;
  /** Clusters whose freshness changed. */
  clusters: string[];
};
