import type { AgentDetail } from '@suoke/plugin-agent-scaling-common';
import { agent } from './agent';
import { pod } from './pod';

type Hpa = NonNullable<AgentDetail['hpa']>;

const rules: Hpa['behavior']['scaleUp'] = {
  source: 'Default',
  explicitFields: [],
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }],
};

/** The autoscaler of a healthy agent, with default behavior and no conditions. */
export function hpa(overrides: Partial<Hpa> = {}): Hpa {
  return {
    name: 'xiaoai',
    scaleTargetRef: { kind: 'Deployment', name: 'xiaoai' },
    minReplicas: 2,
    maxReplicas: 10,
    currentReplicas: 3,
    desiredReplicas: 3,
    metrics: agent().metrics,
    behavior: {
      scaleUp: rules,
      scaleDown: { ...rules, stabilizationWindowSeconds: 300 },
    },
    conditions: [],
    ...overrides,
  };
}

/** A healthy agent at rest with its autoscaler and one pod, and nothing else. */
export function agentDetail(overrides: Partial<AgentDetail> = {}): AgentDetail {
  return {
    ...agent(),
    hpa: hpa(),
    otherAutoscalers: [],
    podList: [pod()],
    disruptionBudgets: [],
    events: [],
    freshness: [],
    asOf: '2026-11-23T08:00:00Z',
    ...overrides,
  };
}
