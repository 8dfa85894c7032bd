import {
  stringifyAgentKey,
  type AgentKey,
  type AgentScalingSignal,
} from '@suoke/plugin-agent-scaling-common';

/** Signals tell of every change, so polling only guards against a lost connection. */
export const LIVE_POLL_MS = 30_000;

/** Without signals: about the time an HPA takes to decide (15 s), so that no decision is missed for long. */
export const FALLBACK_POLL_MS = 10_000;

/** Several changes in a row become one request. */
export const SIGNAL_SETTLE_MS = 400;

export function pollMs(signalsAvailable: boolean): number {
  return signalsAvailable ? LIVE_POLL_MS : FALLBACK_POLL_MS;
}

/** How current the screen is. */
export type Liveness = 'live' | 'polling' | 'paused' | 'failing';

/** @param input.failed - the newest attempt to read failed, so the screen shows an older answer. */
export function toLiveness(input: {
  signalsAvailable: boolean;
  visible: boolean;
  failed: boolean;
}): Liveness {
  if (input.failed) {
    return 'failing';
  }
  if (!input.visible) {
    return 'paused';
  }
  return input.signalsAvailable ? 'live' : 'polling';
}

/** Whether a signal concerns one agent; a message that names nothing known concerns everyone. */
export function concernsAgent(
  signal: Partial<AgentScalingSignal>,
  agent: AgentKey,
): boolean {
  if (!Array.isArray(signal.agents) || signal.truncated) {
    return true;
  }
  return (
    signal.agents.includes(stringifyAgentKey(agent)) ||
    (signal.clusters ?? []).includes(agent.cluster)
  );
}
