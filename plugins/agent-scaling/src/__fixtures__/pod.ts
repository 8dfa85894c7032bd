import type { PodDetail } from '@suoke/plugin-agent-scaling-common';

/** A ready pod that uses half a core of the one it asked for, and may take two. */
export function pod(overrides: Partial<PodDetail> = {}): PodDetail {
  return {
    name: 'xiaoai-7c9f-abcde',
    uid: 'uid-abcde',
    phase: 'Running',
    ready: true,
    restarts: 0,
    createdAt: '2026-11-23T07:00:00Z',
    node: 'node-1',
    requests: { cpu: { value: 1, quantity: '1' } },
    limits: { cpu: { value: 2, quantity: '2' } },
    usage: { cpu: { value: 0.5, quantity: '500m' } },
    containers: [
      { name: 'agent', ready: true, restarts: 0, requests: {}, limits: {} },
    ],
    ...overrides,
  };
}
