/** What one pass answers. */
import type { HpaStatus } from './api';
import type { HpaMemory } from './memory';
import type { HpaObservation } from './observation';
import type { HpaOptionsInput } from './options';

export interface HpaEvent {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
}

/** Replicas one metric asks for, with the numbers it was computed from. */
export type MetricProposal =
  | {
      ok: true;
      /** Index in `spec.metrics`. */
      index: number;
      /** As it is written in messages: `cpu resource utilization (percentage of request)`. */
      metricName: string;
      replicas: number;
      calculation: MetricCalculation;
    }
  | {
      ok: false;
      index: number;
      metricName: string;
      /** Reason of the condition: `FailedGetResourceMetric`. */
      reason: string;
      message: string;
    };

/** How a proposal came about; for explanations. Amounts are milli, utilisation is whole percent. */
export interface MetricCalculation {
  kind: 'utilization' | 'average' | 'value' | 'perPod';
  /** Percent for `utilization`, milli otherwise. */
  usage: number;
  /** Percent for `utilization`, milli otherwise. */
  target: number;
  /** The ratio of usage to target that decided, after missing and unready pods were filled in. */
  ratio: number;
  /** The ratio before that. */
  rawRatio: number;
  /** What the ratio was multiplied with. */
  podCount: number;
  readyPods: number;
  unreadyPods: readonly string[];
  missingPods: readonly string[];
  ignoredPods: readonly string[];
  tolerance: { up: number; down: number };
  /** Why the current number was kept, if it was. */
  held?: 'withinTolerance' | 'directionWouldFlip' | 'sampleCountWouldFlip';
}

/** The steps of one decision, in order, as data; {@link explainDecision} turns it into words. */
export interface HpaExplanation {
  branch:
    | 'scaleUnavailable'
    | 'scalingDisabled'
    | 'aboveMax'
    | 'belowMin'
    | 'metricsUnavailable'
    | 'metrics';
  currentReplicas?: number;
  minReplicas: number;
  maxReplicas: number;
  proposals: readonly MetricProposal[];
  /** What the metrics ask for together. */
  metricDesiredReplicas?: number;
  /** Name of the metric that asked for most. */
  decidingMetric?: string;
  stabilization?: {
    desiredReplicas: number;
    reason: 'ReadyForNewScale' | 'ScaleDownStabilized' | 'ScaleUpStabilized';
    /** Seconds; the up window is 0 without `behavior`. */
    upWindowSeconds: number;
    downWindowSeconds: number;
  };
  limit?: {
    desiredReplicas: number;
    reason:
      | 'DesiredWithinRange'
      | 'TooManyReplicas'
      | 'TooFewReplicas'
      | 'ScaleUpLimit'
      | 'ScaleDownLimit';
  };
  rescaleReason?: string;
  /** Text of the error that stopped the pass, if one did. */
  error?: string;
}

/** The answer of one pass. */
export interface HpaReconcileResult {
  /** What the scale should be; equals the current number when nothing changes, 0 when the scale could not be read. */
  desiredReplicas: number;
  /** Write `desiredReplicas` to the scale subresource. When that fails, pass the result to {@link withFailedScaleUpdate}. */
  rescale: boolean;
  /** The whole new status. */
  status: HpaStatus;
  events: readonly HpaEvent[];
  memory: HpaMemory;
  explanation: HpaExplanation;
}

/**
 * One pass of the HPA controller as a pure function (`reconcileHpa`).
 * `memory` is the previous result's, or `undefined` for an HPA that is seen for the first time.
 */
export type ReconcileHpa = (
  observation: HpaObservation,
  memory?: HpaMemory,
  options?: HpaOptionsInput,
) => HpaReconcileResult;

/** The result to use instead when writing the scale failed (`withFailedScaleUpdate`): FailedRescale, FailedUpdateScale, no scale event. */
export type WithFailedScaleUpdate = (
  result: HpaReconcileResult,
  observation: HpaObservation,
  memory: HpaMemory | undefined,
  error: string,
) => HpaReconcileResult;
