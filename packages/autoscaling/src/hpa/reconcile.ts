/** One pass of the HPA controller. Mirrors `reconcileAutoscaler` in `pkg/controller/podautoscaler/horizontal.go`. */
import { assertComputableHpa } from './assertComputable';
import { removeCondition, setCondition } from './conditions';
import { DEFAULT_METRICS, DEFAULT_MIN_REPLICAS } from './defaults';
import { evaluateMetrics, type MetricsEvaluation } from './evaluateMetrics';
import { normalizeDesiredReplicas, STABILIZATION_MESSAGES } from './normalize';
import { resolveHpaOptions } from './options';
import { explanationOf, keep, statusOf, type Pass } from './pass';
import { LIMIT_MESSAGES } from './rate';
import { rescale } from './rescale';
import { isScaledToZero, wakesFromZero } from './scaleToZero';
import { tolerancesOf } from './tolerance';
import type {
  HpaExplanation,
  HpaMemory,
  HpaObservation,
  HpaOptionsInput,
  HpaReconcileResult,
} from './types';

const EMPTY_MEMORY: HpaMemory = { scaleUpEvents: [], scaleDownEvents: [] };

/**
 * Decides what the HPA controller would do now, from values alone.
 *
 * @param observation - everything the pass sees
 * @param memory - the previous result's memory; leave it out for a new HPA or a restarted controller
 * @param options - flags and version switches; production defaults where left out
 * @returns the decision with status, events, memory and the numbers behind it. The status assumes that writing the scale
 * succeeds; when it fails, replace the result by {@link withFailedScaleUpdate}
 * @throws {@link AutoscalingInputError} for values no API server would have stored: NaN, negative or inverted ranges,
 * targets that are not positive quantities, policies out of range
 */
export function reconcileHpa(
  observation: HpaObservation,
  memory: HpaMemory = EMPTY_MEMORY,
  options: HpaOptionsInput = {},
): HpaReconcileResult {
  assertComputableHpa(observation);
  const resolved = resolveHpaOptions(options);
  const { hpa, scale, now } = observation;
  const conditions = hpa.status?.conditions ?? [];
  if (!scale.ok) return scaleUnavailable(observation, memory, scale.error);
  const able = setCondition(
    conditions,
    {
      type: 'AbleToScale',
      status: 'True',
      reason: 'SucceededGetScale',
      message: "the HPA controller was able to get the target's current scale",
    },
    now,
  );
  const remembered: HpaMemory = {
    ...memory,
    recommendations: memory.recommendations ?? [
      { replicas: scale.value.specReplicas, timestamp: now },
    ],
  };
  const pass: Pass = {
    observation,
    options: resolved,
    memory: remembered,
    scale: scale.value,
    currentReplicas: scale.value.specReplicas,
    minReplicas: hpa.spec.minReplicas ?? DEFAULT_MIN_REPLICAS,
    maxReplicas: hpa.spec.maxReplicas,
    conditions: able,
  };
  return decide(pass);
}

function scaleUnavailable(
  observation: HpaObservation,
  memory: HpaMemory,
  error: string,
): HpaReconcileResult {
  const { hpa, now } = observation;
  return {
    desiredReplicas: hpa.status?.desiredReplicas ?? 0,
    rescale: false,
    status: {
      ...hpa.status,
      conditions: setCondition(
        hpa.status?.conditions ?? [],
        {
          type: 'AbleToScale',
          status: 'False',
          reason: 'FailedGetScale',
          message: `the HPA controller was unable to get the target's current scale: ${error}`,
        },
        now,
      ),
    },
    events: [{ type: 'Warning', reason: 'FailedGetScale', message: error }],
    memory,
    explanation: {
      branch: 'scaleUnavailable',
      minReplicas: hpa.spec.minReplicas ?? DEFAULT_MIN_REPLICAS,
      maxReplicas: hpa.spec.maxReplicas,
      proposals: [],
      error,
    },
  };
}

function decide(pass: Pass): HpaReconcileResult {
  const { currentReplicas, minReplicas, maxReplicas } = pass;
  if (currentReplicas === 0) {
    return wakesFromZero(pass) ? decideByMetrics(pass) : scalingDisabled(pass);
  }
  if (currentReplicas > maxReplicas) {
    const rescaleReason = 'Current number of replicas above Spec.MaxReplicas';
    return rescale(pass, maxReplicas, null, {
      ...explanationOf(pass, 'aboveMax'),
      rescaleReason,
    });
  }
  if (currentReplicas < minReplicas) {
    const rescaleReason = 'Current number of replicas below Spec.MinReplicas';
    return rescale(pass, minReplicas, null, {
      ...explanationOf(pass, 'belowMin'),
      rescaleReason,
    });
  }
  return decideByMetrics(pass);
}

function scalingDisabled(pass: Pass): HpaReconcileResult {
  const conditions = setCondition(
    pass.options.features.scaleToZero === 'off'
      ? removeCondition(pass.conditions, 'ScaledToZero')
      : pass.conditions,
    {
      type: 'ScalingActive',
      status: 'False',
      reason: 'ScalingDisabled',
      message:
        'scaling is disabled since the replica count of the target is zero',
    },
    pass.observation.now,
  );
  return keep(
    { ...pass, conditions },
    null,
    explanationOf(pass, 'scalingDisabled'),
    [],
  );
}

function decideByMetrics(pass: Pass): HpaReconcileResult {
  const {
    observation,
    options,
    scale,
    currentReplicas,
    minReplicas,
    maxReplicas,
  } = pass;
  const { hpa, now } = observation;
  const evaluation = evaluateMetrics(
    observation,
    {
      now,
      hpa,
      pods: observation.pods,
      metrics: observation.metrics,
      currentReplicas,
      statusReplicas: scale.statusReplicas,
      tolerances: tolerancesOf(hpa.spec.behavior, options),
      options,
    },
    scale.selector,
    hpa.spec.metrics?.length ? hpa.spec.metrics : DEFAULT_METRICS,
  );
  const active = {
    ...pass,
    conditions: setCondition(
      pass.conditions,
      { type: 'ScalingActive', ...evaluation.scalingActive },
      now,
    ),
  };
  if (!evaluation.decision) return metricsUnavailable(active, evaluation);

  // Metrics can ask for less than nothing only when their values are negative; the controller starts from 0.
  const metricDesiredReplicas = Math.max(0, evaluation.decision.replicas);
  const decidingMetric =
    metricDesiredReplicas > 0 ? evaluation.decision.metricName : '';
  const normalized = normalizeDesiredReplicas({
    currentReplicas,
    desiredReplicas: metricDesiredReplicas,
    minReplicas,
    maxReplicas,
    behavior: hpa.spec.behavior ?? undefined,
    memory: pass.memory,
    now,
    options,
  });
  const { stabilization, limit } = normalized;
  let rescaleReason = rescaleReasonOf(
    metricDesiredReplicas,
    currentReplicas,
    decidingMetric,
  );
  let desiredReplicas = limit.replicas;
  if (
    currentReplicas === 0 &&
    minReplicas !== 0 &&
    isScaledToZero(pass) &&
    desiredReplicas < minReplicas
  ) {
    desiredReplicas = minReplicas;
    rescaleReason ||= 'Current number of replicas below Spec.MinReplicas';
  }
  const conditions = [
    {
      type: 'AbleToScale' as const,
      status: 'True' as const,
      reason: stabilization.reason,
      message: STABILIZATION_MESSAGES[stabilization.reason],
    },
    {
      type: 'ScalingLimited' as const,
      status:
        limit.replicas === stabilization.desiredReplicas
          ? ('False' as const)
          : ('True' as const),
      reason: limit.reason,
      message: LIMIT_MESSAGES[limit.reason],
    },
  ].reduce(
    (list, condition) => setCondition(list, condition, now),
    active.conditions,
  );
  const decided: Pass = {
    ...active,
    conditions,
    memory: { ...pass.memory, recommendations: normalized.recommendations },
  };
  const explanation: HpaExplanation = {
    ...explanationOf(pass, 'metrics'),
    proposals: evaluation.proposals,
    metricDesiredReplicas,
    decidingMetric: evaluation.decision.metricName,
    stabilization,
    limit: { desiredReplicas: limit.replicas, reason: limit.reason },
    ...(rescaleReason && { rescaleReason }),
    ...(evaluation.error && { error: evaluation.error }),
  };
  return desiredReplicas === currentReplicas
    ? keep(decided, evaluation.statuses, explanation, evaluation.events)
    : rescale(
        decided,
        desiredReplicas,
        evaluation.statuses,
        explanation,
        evaluation.events,
      );
}

function rescaleReasonOf(
  desiredReplicas: number,
  currentReplicas: number,
  metric: string,
): string {
  if (desiredReplicas > currentReplicas) return `${metric} above target`;
  if (desiredReplicas < currentReplicas) return 'All metrics below target';
  return '';
}

function metricsUnavailable(
  pass: Pass,
  evaluation: MetricsEvaluation,
): HpaReconcileResult {
  const error = evaluation.error ?? '';
  return {
    desiredReplicas: pass.currentReplicas,
    rescale: false,
    status: statusOf(pass, {
      desiredReplicas: pass.observation.hpa.status?.desiredReplicas ?? 0,
      currentMetrics: evaluation.statuses,
      conditions: pass.conditions,
    }),
    events: [
      ...evaluation.events,
      {
        type: 'Warning',
        reason: 'FailedComputeMetricsReplicas',
        message: error,
      },
    ],
    memory: pass.memory,
    explanation: {
      ...explanationOf(pass, 'metricsUnavailable'),
      proposals: evaluation.proposals,
      error,
    },
  };
}
