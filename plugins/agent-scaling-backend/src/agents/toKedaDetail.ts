import type { KedaDetail } from '@suoke/plugin-agent-scaling-common';
import type { ScaledObject } from '../kubernetes/objects';
import { toKedaConditions } from './toCondition';

const PAUSED = 'autoscaling.keda.sh/paused';
const PAUSED_REPLICAS = 'autoscaling.keda.sh/paused-replicas';

/** Whether a person paused the ScaledObject by annotation. */
export function isKedaPaused(scaledObject: ScaledObject): boolean {
  const annotations = scaledObject.metadata.annotations ?? {};
  return annotations[PAUSED] === 'true' || PAUSED_REPLICAS in annotations;
}

/** A KEDA ScaledObject. Of a trigger's metadata only harmless keys are shown: others may carry names, hosts or secrets. */
export function toKedaDetail(scaledObject: ScaledObject): KedaDetail {
  const { spec = {}, status = {}, metadata } = scaledObject;
  const pausedReplicas = Number.parseInt(
    metadata.annotations?.[PAUSED_REPLICAS] ?? '',
    10,
  );
  return {
    name: metadata.name,
    minReplicaCount: spec.minReplicaCount ?? 0,
    maxReplicaCount: spec.maxReplicaCount ?? 100,
    idleReplicaCount: spec.idleReplicaCount,
    pollingIntervalSeconds: spec.pollingInterval ?? 30,
    cooldownPeriodSeconds: spec.cooldownPeriod ?? 300,
    paused: isKedaPaused(scaledObject),
    ...(Number.isNaN(pausedReplicas) ? {} : { pausedReplicas }),
    fallback: spec.fallback && {
      failureThreshold: spec.fallback.failureThreshold,
      replicas: spec.fallback.replicas,
    },
    lastActiveTime: status.lastActiveTime,
    triggers: (spec.triggers ?? []).map(trigger => ({
      type: trigger.type,
      name: trigger.name,
      metricType: trigger.metricType,
      threshold: trigger.metadata?.threshold ?? trigger.metadata?.value,
      activationThreshold: trigger.metadata?.activationThreshold,
      query: trigger.metadata?.query,
    })),
    conditions: toKedaConditions(status.conditions),
  };
}
