/** Refuses values that would turn into a wrong number instead of an error. */
import { AutoscalingInputError } from '../errors';
import type { HpaObservation, MetricSpec, MetricTarget } from './types';
import { validateBehavior } from './validation/behavior';
import type { FieldProblem } from './validation/problem';
import { validateRange } from './validation/range';
import { validateTargetAmounts } from './validation/target';

/**
 * Checks the numbers of an observation. What the controller answers with a condition (an unknown metric type, a target
 * that is not set, a wrong reference) is no input error.
 *
 * @throws {@link AutoscalingInputError} naming the first field that cannot be computed with
 */
export function assertComputableHpa(observation: HpaObservation): void {
  const { now, hpa, scale } = observation;
  assertFinite(now, 'now', 'pass milliseconds since the epoch');
  if (scale.ok) {
    assertReplicas(scale.value.specReplicas, 'scale.spec.replicas');
    assertReplicas(scale.value.statusReplicas, 'scale.status.replicas');
  }
  const [problem] = [
    ...validateRange(hpa.spec, 'spec', 0),
    ...targetsOf(hpa.spec.metrics ?? []).flatMap(([target, field]) =>
      validateTargetAmounts(target, field),
    ),
    ...validateBehavior(hpa.spec.behavior, 'spec.behavior'),
  ];
  if (problem) throw inputErrorOf(problem);
}

function inputErrorOf({
  field,
  message,
  detail,
}: FieldProblem): AutoscalingInputError {
  return new AutoscalingInputError({
    field,
    problem: message.slice(field.length + 2),
    remedy: `correct the HPA, the API server refuses it: the value ${detail}`,
  });
}

function targetsOf(metrics: readonly MetricSpec[]): [MetricTarget, string][] {
  return metrics.flatMap((metric, index) =>
    (
      ['resource', 'containerResource', 'pods', 'object', 'external'] as const
    ).flatMap((source): [MetricTarget, string][] => {
      const target = metric[source]?.target;
      return target
        ? [[target, `spec.metrics[${index}].${source}.target`]]
        : [];
    }),
  );
}

function assertReplicas(value: number, field: string): void {
  if (Number.isInteger(value) && value >= 0) return;
  throw new AutoscalingInputError({
    field,
    problem: `${value} is not a number of replicas`,
    remedy: 'pass a whole number that is not negative',
  });
}

/** Refuses NaN and infinities: a decision made from them would look like a low load. */
export function assertFinite(
  value: number,
  field: string,
  remedy: string,
): void {
  if (Number.isFinite(value)) return;
  throw new AutoscalingInputError({
    field,
    problem: `${value} is not a finite number`,
    remedy,
  });
}
