import type { Metric } from '@suoke/plugin-agent-scaling-common';

/** A cpu metric at 35 % of a 70 % target, averaged over the pods. */
export function metric(overrides: Partial<Metric> = {}): Metric {
  return {
    id: 'Resource/cpu',
    type: 'Resource',
    name: 'cpu',
    unit: 'percent',
    per: 'pod',
    target: { type: 'Utilization', value: 70 },
    current: { value: 35 },
    ratio: 0.5,
    ...overrides,
  };
}
