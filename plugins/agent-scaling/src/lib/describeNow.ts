import type { AgentSummary, Metric } from '@suoke/plugin-agent-scaling-common';
import { leadingMetric, ratioOf, DEFAULT_TOLERANCE } from './metricBar';

/** What an agent is doing at this moment. The page turns it into one sentence. */
export type AgentActivity =
  | { kind: 'stale' }
  | { kind: 'unscaled'; current: number }
  | { kind: 'blocked'; current: number }
  | { kind: 'growing'; current: number; desired: number; because?: Metric }
  | { kind: 'shrinking'; current: number; desired: number }
  | { kind: 'atMax'; max: number; because: Metric }
  | { kind: 'holding'; current: number; leading: Metric }
  | { kind: 'atMin'; min: number; leading: Metric }
  | { kind: 'resting'; current: number };

/** Decides what to say first; the more it hinders scaling, the earlier it is said. */
export function describeNow(
  agent: Pick<
    AgentSummary,
    'attention' | 'autoscaler' | 'replicas' | 'metrics'
  >,
): AgentActivity {
  const { attention, autoscaler, replicas, metrics } = agent;
  const { min, current, desired, max } = replicas;
  if (attention.state === 'stale') {
    return { kind: 'stale' };
  }
  if (!autoscaler) {
    return { kind: 'unscaled', current };
  }
  const leading = leadingMetric(metrics);
  const asking =
    leading !== undefined && ratioOf(leading)! > 1 + DEFAULT_TOLERANCE
      ? leading
      : undefined;
  if (desired > current) {
    return { kind: 'growing', current, desired, because: asking };
  }
  if (desired < current) {
    return { kind: 'shrinking', current, desired };
  }
  if (attention.state === 'failing') {
    return { kind: 'blocked', current };
  }
  if (max !== undefined && current >= max && min !== max && asking) {
    return { kind: 'atMax', max, because: asking };
  }
  if (!leading) {
    return { kind: 'resting', current };
  }
  if (min !== undefined && current <= min) {
    return { kind: 'atMin', min, leading };
  }
  return { kind: 'holding', current, leading };
}
