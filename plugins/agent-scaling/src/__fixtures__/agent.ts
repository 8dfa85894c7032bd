import type { AgentSummary } from '@suoke/plugin-agent-scaling-common';
import { metric } from './metric';

/** A healthy agent at rest: 3 of 2..10 replicas, cpu at half of its target. */
export function agent(overrides: Partial<AgentSummary> = {}): AgentSummary {
  return {
    cluster: 'local',
    namespace: 'suoke-agents',
    name: 'xiaoai',
    title: 'Xiaoai',
    entityRef: 'component:default/xiaoai',
    owner: 'group:default/suoke-life-dev',
    workload: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'xiaoai' },
    autoscaler: { kind: 'HorizontalPodAutoscaler', name: 'xiaoai' },
    replicas: { min: 2, current: 3, desired: 3, max: 10 },
    pods: { ready: 3, total: 3 },
    attention: { state: 'ok', reasons: [] },
    metrics: [metric()],
    simulated: false,
    ...overrides,
  };
}
