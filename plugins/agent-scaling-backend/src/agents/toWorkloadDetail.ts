import type { WorkloadDetail } from '@suoke/plugin-agent-scaling-common';
import type { Deployment } from '../kubernetes/objects';
import { toResourceQuantities } from './resourceQuantities';
import { toWorkloadConditions } from './toCondition';

/**
 * Where a Deployment is in rolling out its template. Pods of an older template make it `progressing`; a change of the number of replicas
 * alone does not.
 */
export function toRollout(deployment: Deployment): WorkloadDetail['rollout'] {
  const { spec, status } = deployment;
  const progressing = status?.conditions?.find(
    condition => condition.type === 'Progressing',
  );
  if (progressing?.status === 'False') {
    return 'failed';
  }
  if ((status?.replicas ?? 0) > (status?.updatedReplicas ?? 0)) {
    return spec?.paused ? 'paused' : 'progressing';
  }
  return 'complete';
}

/** A Deployment with its replicas, strategy, containers and conditions. */
export function toWorkloadDetail(deployment: Deployment): WorkloadDetail {
  const { metadata, spec = {}, status = {} } = deployment;
  const rolling = spec.strategy?.rollingUpdate;
  return {
    kind: 'Deployment',
    name: metadata.name,
    createdAt: metadata.creationTimestamp,
    generation: metadata.generation,
    observedGeneration: status.observedGeneration,
    replicas: {
      desired: spec.replicas ?? 1,
      current: status.replicas ?? 0,
      ready: status.readyReplicas ?? 0,
      updated: status.updatedReplicas ?? 0,
      available: status.availableReplicas ?? 0,
      unavailable: status.unavailableReplicas ?? 0,
    },
    strategy: spec.strategy && {
      type: spec.strategy.type ?? 'RollingUpdate',
      ...(rolling?.maxSurge !== undefined && {
        maxSurge: String(rolling.maxSurge),
      }),
      ...(rolling?.maxUnavailable !== undefined && {
        maxUnavailable: String(rolling.maxUnavailable),
      }),
    },
    rollout: toRollout(deployment),
    containers: (spec.template?.spec?.containers ?? []).map(container => ({
      name: container.name,
      image: container.image,
      requests: toResourceQuantities(container.resources?.requests),
      limits: toResourceQuantities(container.resources?.limits),
    })),
    conditions: toWorkloadConditions(status.conditions),
  };
}
