import type { Replicas } from '@suoke/plugin-agent-scaling-common';
import type { AgentObjects } from './AgentObjects';
import { minReplicas } from './toHpaDetail';

/**
 * Replicas of an agent. `current` comes from the workload, which knows at once; the HPA repeats it up to 15 s later.
 */
export function toReplicas(
  objects: Pick<AgentObjects, 'deployment' | 'hpas'>,
): Replicas {
  const { deployment } = objects;
  const hpa = objects.hpas[0];
  const asked = deployment?.spec?.replicas ?? (deployment ? 1 : 0);
  const current =
    deployment?.status?.replicas ?? hpa?.status?.currentReplicas ?? 0;
  if (!hpa) {
    return { current, desired: asked };
  }
  // Until its first successful pass an HPA says 0, and wants nothing at all.
  const wanted = hpa.status?.desiredReplicas;
  return {
    min: minReplicas(hpa),
    current,
    desired: wanted || (minReplicas(hpa) === 0 && wanted === 0 ? 0 : asked),
    max: hpa.spec.maxReplicas,
  };
}
