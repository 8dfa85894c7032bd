import type {
  AgentState,
  Attention,
  AttentionReason,
  AttentionReasonCode,
  Condition,
  ConditionMeaning,
  Metric,
  ObjectRef,
  Replicas,
  ResourceFreshness,
} from '@suoke/plugin-agent-scaling-common';
import { ESSENTIAL_RESOURCES } from '../kubernetes/watchedResources';
import type { AgentObjects } from './AgentObjects';
import { toPodProblem } from './podProblem';
import { toHpaConditions, toKedaConditions } from './toCondition';
import { isKedaPaused } from './toKedaDetail';
import { isLivePod, isReadyPod } from './toPodDetail';
import { toRollout } from './toWorkloadDetail';

/** A new HPA needs a few passes before it has values; 60 s is four of them. */
const HPA_SETTLING_MS = 60_000;
/** How long no pod may be ready before that counts as a failure; a first start takes its time. */
const START_GRACE_MS = 120_000;

const LEVELS: Record<AttentionReason['level'], number> = {
  error: 0,
  warning: 1,
  info: 2,
};

const CODE_OF_MEANING: Partial<Record<ConditionMeaning, AttentionReasonCode>> =
  {
    heldAtMax: 'atMaxReplicas',
    scaleUpRateLimited: 'scaleUpRateLimited',
    scaleDownRateLimited: 'scaleDownRateLimited',
    scaleDownStabilized: 'scaleDownStabilized',
    scaleUpStabilized: 'scaleUpStabilized',
    cannotReadScale: 'scaleTargetUnreadable',
    cannotUpdateScale: 'scaleUpdateFailed',
    scalingDisabled: 'scalingDisabled',
    selectorInvalid: 'selectorInvalid',
    selectorAmbiguous: 'selectorAmbiguous',
    metricSourceInvalid: 'metricsUnavailable',
    resourceMetricMissing: 'metricsUnavailable',
    containerMetricMissing: 'metricsUnavailable',
    podsMetricMissing: 'metricsUnavailable',
    objectMetricMissing: 'metricsUnavailable',
    externalMetricMissing: 'metricsUnavailable',
    kedaFallback: 'kedaFallback',
    kedaNotReady: 'kedaNotReady',
  };

/**
 * Decides what about an agent needs attention. This is the glance for a list; the full diagnosis is another matter.
 *
 * @param now - For the grace that a new autoscaler and a first start get.
 */
export function toAttention(
  objects: AgentObjects,
  computed: { replicas: Replicas; metrics: readonly Metric[]; now: Date },
): Attention {
  const staleReasons = toStaleReasons(objects);
  const reasons = [
    ...staleReasons,
    ...toAutoscalerReasons(objects, computed),
    ...toWorkloadReasons(objects, computed),
    ...toPodReasons(objects, computed),
  ].sort((left, right) => LEVELS[left.level] - LEVELS[right.level]);
  return {
    state: toState(objects, reasons, staleReasons.length > 0),
    reasons,
  };
}

function toState(
  objects: AgentObjects,
  reasons: readonly AttentionReason[],
  isStale: boolean,
): AgentState {
  const has = (level: AttentionReason['level']) =>
    reasons.some(reason => reason.level === level);
  if (isStale) {
    return 'stale';
  }
  if (has('error')) {
    return 'failing';
  }
  if (objects.hpas.length === 0) {
    return 'noAutoscaler';
  }
  if (has('warning')) {
    return 'limited';
  }
  return reasons.some(reason => reason.code === 'replicasChanging')
    ? 'scaling'
    : 'ok';
}

function toStaleReasons({ cluster }: AgentObjects): AttentionReason[] {
  if (cluster.problem !== undefined) {
    return [
      {
        code: 'clusterOutOfContact',
        level: 'warning',
        message: cluster.problem,
      },
    ];
  }
  const reasons = ESSENTIAL_RESOURCES.flatMap(name =>
    toResourceReason(
      name,
      cluster.resources.find(one => one.resource === name),
    ),
  );
  // What keeps one type of object away mostly keeps all of them away.
  return reasons.filter(
    (reason, index) =>
      reasons.findIndex(one => one.code === reason.code) === index,
  );
}

function toResourceReason(
  name: string,
  resource: ResourceFreshness | undefined,
): AttentionReason[] {
  switch (resource?.state) {
    case undefined:
    case 'Syncing':
      return [{ code: 'stillReading', level: 'info', message: name }];
    case 'Stale':
      return [
        {
          code: 'clusterOutOfContact',
          level: 'warning',
          message: resource.message,
        },
      ];
    case 'Forbidden':
    case 'Absent':
      return [
        {
          code: 'notAllowedToRead',
          level: 'warning',
          message: resource.message,
        },
      ];
    default:
      return [];
  }
}

function toAutoscalerReasons(
  objects: AgentObjects,
  computed: { metrics: readonly Metric[]; now: Date },
): AttentionReason[] {
  const [hpa, ...others] = objects.hpas;
  if (!hpa) {
    const known = objects.cluster.resources.some(
      one =>
        one.resource === 'horizontalpodautoscalers.autoscaling' &&
        one.state === 'Synced',
    );
    return known ? [{ code: 'noAutoscaler', level: 'info' }] : [];
  }
  const object = ref('HorizontalPodAutoscaler', hpa);
  const conditions = toHpaConditions(hpa.status?.conditions);
  const reasons = conditions.flatMap(one => toConditionReason(one, object));
  if (!objects.deployment) {
    reasons.push({ code: 'targetMissing', level: 'error', object });
  }
  if (others.length > 0) {
    reasons.push({
      code: 'severalAutoscalers',
      level: 'error',
      object,
      count: objects.hpas.length,
    });
  }
  const settled =
    computed.now.getTime() - Date.parse(hpa.metadata.creationTimestamp ?? '') >
    HPA_SETTLING_MS;
  const broken = reasons.some(reason => reason.code === 'metricsUnavailable');
  const missing = computed.metrics.filter(metric => !metric.current);
  if (settled && !broken && hpa.status && missing.length > 0) {
    reasons.push({
      code: 'metricMissing',
      level: 'warning',
      object,
      count: missing.length,
      message: missing.map(metric => metric.name).join(', '),
    });
  }
  return [...reasons, ...toKedaReasons(objects)];
}

function toKedaReasons({ scaledObject }: AgentObjects): AttentionReason[] {
  if (!scaledObject) {
    return [];
  }
  const object = ref('ScaledObject', scaledObject);
  const reasons = toKedaConditions(scaledObject.status?.conditions).flatMap(
    one => toConditionReason(one, object),
  );
  return isKedaPaused(scaledObject)
    ? [...reasons, { code: 'kedaPaused', level: 'warning', object }]
    : reasons;
}

function toConditionReason(
  condition: Condition,
  object: ObjectRef,
): AttentionReason[] {
  const code = condition.meaning && CODE_OF_MEANING[condition.meaning];
  if (!code || condition.level === 'none') {
    return [];
  }
  return [{ code, level: condition.level, message: condition.message, object }];
}

function toWorkloadReasons(
  objects: AgentObjects,
  computed: { replicas: Replicas },
): AttentionReason[] {
  const { deployment, replicaSets } = objects;
  const { current, desired } = computed.replicas;
  const reasons: AttentionReason[] = [];
  if (!deployment) {
    return reasons;
  }
  const object = ref('Deployment', deployment);
  if (current !== desired) {
    reasons.push({ code: 'replicasChanging', level: 'info', object });
  }
  const condition = (type: string) =>
    deployment.status?.conditions?.find(one => one.type === type);
  const rollout = toRollout(deployment);
  if (rollout === 'failed') {
    reasons.push({
      code: 'rolloutFailed',
      level: 'error',
      object,
      message: condition('Progressing')?.message,
    });
  } else if (rollout !== 'complete') {
    reasons.push({ code: 'rolloutInProgress', level: 'info', object });
  }
  const refused = [
    condition('ReplicaFailure'),
    ...replicaSets.flatMap(set => set.status?.conditions ?? []),
  ].find(one => one?.type === 'ReplicaFailure' && one.status === 'True');
  if (refused) {
    reasons.push({
      code: 'podsForbiddenByQuota',
      level: 'error',
      object,
      message: refused.message,
    });
  }
  return reasons;
}

function toPodReasons(
  objects: AgentObjects,
  computed: { replicas: Replicas; now: Date },
): AttentionReason[] {
  const live = objects.pods.filter(isLivePod);
  const byCode = new Map<AttentionReasonCode, AttentionReason>();
  for (const pod of live) {
    const problem = toPodProblem(pod);
    if (problem?.code) {
      const known = byCode.get(problem.code);
      byCode.set(problem.code, {
        code: problem.code,
        level: 'error',
        message: known?.message ?? problem.message,
        object: known?.object ?? ref('Pod', pod),
        count: (known?.count ?? 0) + 1,
      });
    }
  }
  const oldest = Math.min(
    ...live.map(pod => Date.parse(pod.metadata.creationTimestamp ?? '')),
  );
  if (
    live.length > 0 &&
    !live.some(isReadyPod) &&
    computed.now.getTime() - oldest > START_GRACE_MS
  ) {
    byCode.set('noReadyPods', {
      code: 'noReadyPods',
      level: 'error',
      count: live.length,
    });
  }
  return [...byCode.values()];
}

function ref(
  kind: string,
  object: { apiVersion?: string; metadata: { name: string } },
): ObjectRef {
  return { apiVersion: object.apiVersion, kind, name: object.metadata.name };
}
