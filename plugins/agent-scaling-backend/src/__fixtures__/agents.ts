import type { AgentObjects } from '../agents/AgentObjects';
import { ESSENTIAL_RESOURCES, VPAS } from '../kubernetes/watchedResources';
import { deployment, hpa, NAMESPACE, pod, replicaSet } from './builders';

/** Every watched type is synced, and the cluster is a real one. */
export function syncedCluster(): AgentObjects['cluster'] {
  return {
    simulated: false,
    resources: [...ESSENTIAL_RESOURCES, VPAS].map(resource => ({
      resource,
      state: 'Synced' as const,
      objectCount: 1,
      lastContactAt: '2026-11-23T07:59:59Z',
    })),
  };
}

/** The objects of a healthy agent at rest: see the builders. */
export function agentObjects(
  overrides: Partial<AgentObjects> = {},
): AgentObjects {
  const workload = overrides.deployment ?? deployment();
  const set = replicaSet(workload);
  return {
    key: { cluster: 'local', namespace: NAMESPACE, name: 'xiaoai' },
    deployment: workload,
    replicaSets: [set],
    pods: [pod(set, { suffix: 'aaaaa' }), pod(set, { suffix: 'bbbbb' })],
    hpas: [hpa()],
    cluster: syncedCluster(),
    ...overrides,
  };
}
