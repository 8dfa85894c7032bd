/** All metrics of an HPA together. Mirrors `computeReplicasForMetrics` and `validateAndParseSelector` in `horizontal.go`. */
import { AutoscalingInputError } from '../errors';
import { parseLabelSelector } from '../labelSelector';
import { computeMetric } from './metrics/compute';
import { unableToComputeMessage } from './metrics/outcome';
import type { MetricContext } from './metrics/types';
import type {
  HpaEvent,
  HpaObservation,
  MetricProposal,
  MetricSpec,
  MetricStatus,
} from './types';

interface ScalingActive {
  status: 'True' | 'False';
  reason: string;
  message: string;
}

export interface MetricsEvaluation {
  events: readonly HpaEvent[];
  /** The condition to set. */
  scalingActive: ScalingActive;
  proposals: readonly MetricProposal[];
  /** One entry per metric; `null` when no metric was looked at. */
  statuses: MetricStatus[] | null;
  /** Absent when nothing may be done. */
  decision?: { replicas: number; metricName: string };
  /** First error among the metrics, also when the others decide. */
  error?: string;
}

const UNREADABLE_STATUS: MetricStatus = { type: '' };

/**
 * The highest proposal wins. One broken metric blocks scaling down and never scaling up; when all are broken nothing
 * happens.
 */
export function evaluateMetrics(
  observation: HpaObservation,
  context: MetricContext,
  selector: string,
  metrics: readonly MetricSpec[],
): MetricsEvaluation {
  const problem = selectorProblem(observation, selector);
  if (problem) return problem;
  const outcomes = metrics.map((spec, index) =>
    computeMetric(context, spec, `spec.metrics[${index}]`),
  );
  const failures = outcomes.flatMap(outcome => (outcome.ok ? [] : [outcome]));
  let best = { replicas: 0, metricName: '' };
  for (const outcome of outcomes) {
    if (!outcome.ok) continue;
    const { replicas } = outcome.count;
    if (best.replicas === 0 || replicas > best.replicas)
      best = { replicas, metricName: outcome.metricName };
  }
  const result = {
    events: failures.map(
      ({ reason, eventMessage }): HpaEvent => ({
        type: 'Warning',
        reason,
        message: eventMessage,
      }),
    ),
    statuses: outcomes.map(outcome =>
      outcome.ok ? outcome.status : UNREADABLE_STATUS,
    ),
    proposals: outcomes.map((outcome, index): MetricProposal => {
      const { metricName } = outcome;
      return outcome.ok
        ? { ok: true, index, metricName, ...outcome.count }
        : {
            ok: false,
            index,
            metricName,
            reason: outcome.reason,
            message: outcome.eventMessage,
          };
    }),
    ...(failures.length > 0 && {
      error: `invalid metrics (${failures.length} invalid out of ${metrics.length}), first error is: ${failures[0].error}`,
    }),
  };
  const allFailed = failures.length >= metrics.length;
  if (
    allFailed ||
    (failures.length > 0 && best.replicas < context.currentReplicas)
  ) {
    const [first] = failures;
    return {
      ...result,
      scalingActive: {
        status: 'False',
        reason: first.reason,
        message: unableToComputeMessage(first.eventMessage),
      },
    };
  }
  return {
    ...result,
    decision: best,
    scalingActive: {
      status: 'True',
      reason: 'ValidMetricFound',
      message: `the HPA was able to successfully calculate a replica count from ${best.metricName}`,
    },
  };
}

function selectorProblem(
  observation: HpaObservation,
  selector: string,
): MetricsEvaluation | undefined {
  if (selector === '') {
    return stopped('SelectorRequired', 'selector is required', {
      reason: 'InvalidSelector',
      message: "the HPA target's scale is missing a selector",
    });
  }
  try {
    parseLabelSelector(selector);
  } catch (error) {
    if (!(error instanceof AutoscalingInputError)) throw error;
    const message = `couldn't convert selector into a corresponding internal selector object: ${error.problem}`;
    return stopped('InvalidSelector', message, {
      reason: 'InvalidSelector',
      message,
    });
  }
  const selecting = observation.selectingHpas ?? [];
  if (selecting.length > 1) {
    const keys = selecting
      .slice(0, 2)
      .map(({ name, namespace }) => `{${name} ${namespace}}`);
    const message = `pods by selector ${selector} are controlled by more than one HPA (e.g. [${keys.join(
      ' ',
    )}])`;
    return stopped('AmbiguousSelector', message, {
      reason: 'AmbiguousSelector',
      message,
    });
  }
  return undefined;
}

function stopped(
  eventReason: string,
  error: string,
  condition: { reason: string; message: string },
): MetricsEvaluation {
  return {
    events: [{ type: 'Warning', reason: eventReason, message: error }],
    scalingActive: { status: 'False', ...condition },
    proposals: [],
    statuses: null,
    error,
  };
}
