import { DEFAULT_MIN_REPLICAS } from '@suoke/autoscaling';
import type { HpaDetail } from '@suoke/plugin-agent-scaling-common';
import type { Hpa, ScaledObject } from '../kubernetes/objects';
import { toHpaConditions } from './toCondition';
import { toMetrics } from './toMetrics';
import { toScalingRules } from './toScalingRules';

/** A HorizontalPodAutoscaler in full: every metric type, both directions of its behavior, conditions with their meaning. */
export function toHpaDetail(hpa: Hpa, scaledObject?: ScaledObject): HpaDetail {
  const { spec, status, metadata } = hpa;
  return {
    name: metadata.name,
    createdAt: metadata.creationTimestamp,
    scaleTargetRef: spec.scaleTargetRef,
    minReplicas: minReplicas(hpa),
    maxReplicas: spec.maxReplicas,
    currentReplicas: status?.currentReplicas ?? 0,
    desiredReplicas: status?.desiredReplicas ?? 0,
    lastScaleTime: status?.lastScaleTime,
    generation: metadata.generation,
    observedGeneration: status?.observedGeneration,
    metrics: toMetrics(hpa, scaledObject),
    behavior: {
      scaleUp: toScalingRules(spec.behavior, 'scaleUp'),
      scaleDown: toScalingRules(spec.behavior, 'scaleDown'),
    },
    conditions: toHpaConditions(status?.conditions),
  };
}

/** The API server writes the default of 1 into new objects; older ones may lack it. */
export function minReplicas(hpa: Hpa): number {
  return hpa.spec.minReplicas ?? DEFAULT_MIN_REPLICAS;
}
