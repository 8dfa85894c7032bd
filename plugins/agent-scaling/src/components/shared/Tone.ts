import type { AgentState, Condition } from '@suoke/plugin-agent-scaling-common';

/** How a state feels. Always shown beside a word or an icon of its own shape, never by colour alone. */
export type Tone = 'good' | 'busy' | 'warning' | 'bad' | 'quiet';

const AGENT_TONES: Record<AgentState, Tone> = {
  ok: 'good',
  scaling: 'busy',
  limited: 'warning',
  failing: 'bad',
  stale: 'bad',
  noAutoscaler: 'quiet',
};

export function toneOfAgent(state: AgentState): Tone {
  return AGENT_TONES[state];
}

const CONDITION_TONES: Record<Condition['level'], Tone> = {
  none: 'good',
  info: 'busy',
  warning: 'warning',
  error: 'bad',
};

export function toneOfLevel(level: Condition['level']): Tone {
  return CONDITION_TONES[level];
}
