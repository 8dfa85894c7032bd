import { tolerancesOf, type Tolerances } from '../../hpa/tolerance';
import type { HpaOptions } from '../../hpa/types';
import type { HpaFacts } from '../facts/HpaFacts';
import type { MetricFacts } from '../facts/MetricFacts';

/** What one metric has to do so that another number of replicas comes about. */
export interface MetricThreshold {
  metric: MetricFacts;
  is: 'above' | 'below' | 'atMost';
  /** Percent for a utilization target, else the metric's unit. */
  threshold: number;
}

/** Another number of replicas, and what it takes. */
export interface ReplicaStep {
  replicas: number;
  /** Up: one of them is enough. Down: all of them must hold. */
  thresholds: readonly MetricThreshold[];
}

/** What a metric asks for at its present value, all replicas counted; `undefined` without a value or without a target. */
export function proposalOf(
  { current, target }: MetricFacts,
  replicas: number,
  { up, down }: Tolerances,
): number | undefined {
  if (current === undefined || target <= 0) return undefined;
  const ratio = current / target;
  return ratio >= 1 - down && ratio <= 1 + up
    ? replicas
    : Math.ceil(ratio * replicas);
}

/** Where a metric asks for `wanted` replicas: `ceil(ratio * replicas)` reaches it, and the ratio leaves the tolerance. */
function thresholdOf(
  metric: MetricFacts,
  replicas: number,
  wanted: number,
  { up, down }: Tolerances,
): MetricThreshold {
  const { target } = metric;
  if (wanted > replicas) {
    const ratio = Math.max(1 + up, (wanted - 1) / replicas);
    return { metric, is: 'above', threshold: target * ratio };
  }
  const share = wanted / replicas;
  return share < 1 - down
    ? { metric, is: 'atMost', threshold: target * share }
    : { metric, is: 'below', threshold: target * (1 - down) };
}

/**
 * What it takes to go from the present replicas to another number. Mirrors `replica_calculator.go` for pods that are all counted: while
 * some are not ready or have no sample, the controller needs more to go up and less to go down.
 */
export function replicaStep(
  hpa: HpaFacts,
  replicas: number,
  wanted: number,
  options: HpaOptions,
): ReplicaStep {
  const tolerances = tolerancesOf(hpa.object.spec.behavior, options);
  return {
    replicas: wanted,
    thresholds: hpa.metrics.map(metric =>
      thresholdOf(metric, replicas, wanted, tolerances),
    ),
  };
}
