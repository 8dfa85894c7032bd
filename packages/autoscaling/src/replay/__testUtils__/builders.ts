import type { HpaSpec, MetricSpec } from '../../hpa/types';
import type { ReplayHistory } from '../types';

export const FROM = Date.UTC(2026, 10, 23, 8);
export const MINUTE_MS = 60_000;

/** Scales on requests per second. */
export function rps(averageValue: string): MetricSpec {
  return {
    type: 'Pods',
    pods: {
      metric: { name: 'rps' },
      target: { type: 'AverageValue', averageValue },
    },
  };
}

/** 2 to 10 replicas at 10 requests per second each, without behavior. */
export function rpsSpec(overrides: Partial<HpaSpec> = {}): HpaSpec {
  return {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' },
    minReplicas: 2,
    maxReplicas: 10,
    metrics: [rps('10')],
    ...overrides,
  };
}

/** Requests per second that hold for some minutes each; the first also a minute before. */
export function load(...steps: readonly [rps: number, minutes: number][]) {
  const at: number[] = [];
  const values: number[] = [];
  let minute = 0;
  for (const [value, minutes] of steps) {
    at.push(FROM + (at.length === 0 ? -1 : minute) * MINUTE_MS);
    values.push(value * 1000);
    minute += minutes;
  }
  return { at, values, maxGapSeconds: 86_400 };
}

/** An hour of 20 requests per second on two pods of a core and a GiB that start at once. */
export function history(overrides: Partial<ReplayHistory> = {}): ReplayHistory {
  return {
    from: FROM,
    to: FROM + 60 * MINUTE_MS,
    signals: { 'pods/rps': { load: load([20, 60]), windowSeconds: 0 } },
    pod: {
      containers: [
        { name: 'agent', requests: { cpu: 1000, memory: 1024 ** 3 * 1000 } },
      ],
    },
    startUp: { runningSeconds: 0, readySeconds: 0 },
    initialReplicas: 2,
    ...overrides,
  };
}

export function rpsSignals(
  ...steps: readonly [rps: number, minutes: number][]
): ReplayHistory['signals'] {
  return { 'pods/rps': { load: load(...steps), windowSeconds: 0 } };
}
