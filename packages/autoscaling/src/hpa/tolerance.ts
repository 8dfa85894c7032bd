/** How far usage may be from its target before anything happens. Mirrors `Tolerances` in `replica_calculator.go`. */
import { quantityToApproximateFloat } from '../quantity';
import type { HpaBehavior, HpaOptions } from './types';

export interface Tolerances {
  up: number;
  down: number;
}

/** Tolerances of an HPA: `behavior.*.tolerance` where the gate allows it, else the flag. */
export function tolerancesOf(
  behavior: HpaBehavior | undefined,
  options: HpaOptions,
): Tolerances {
  const configured = options.features.configurableTolerance
    ? behavior
    : undefined;
  return {
    up: toleranceOf(
      configured?.scaleUp?.tolerance,
      options.tolerance,
      'scaleUp',
    ),
    down: toleranceOf(
      configured?.scaleDown?.tolerance,
      options.tolerance,
      'scaleDown',
    ),
  };
}

function toleranceOf(
  value: string | number | undefined | null,
  fallback: number,
  direction: 'scaleUp' | 'scaleDown',
): number {
  if (value === undefined || value === null) return fallback;
  return quantityToApproximateFloat(
    value,
    `spec.behavior.${direction}.tolerance`,
  );
}

/**
 * Whether a ratio is close enough to 1 to keep the current number.
 *
 * The two tests differ in the last bit: `abs(1 - 1.1)` is 0.10000000000000009, so 55 % at a target of 50 % scales up
 * before Kubernetes 1.33 and holds since. NaN is within nothing.
 */
export function isWithinTolerance(
  ratio: number,
  tolerances: Tolerances,
  test: 'isWithin' | 'absolute',
): boolean {
  if (test === 'absolute') {
    return (
      Math.abs(1.0 - ratio) <= (ratio < 1 ? tolerances.down : tolerances.up)
    );
  }
  return 1.0 - tolerances.down <= ratio && ratio <= 1.0 + tolerances.up;
}
