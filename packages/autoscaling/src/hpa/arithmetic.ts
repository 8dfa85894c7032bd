/** Integer and float steps of the controller, in its order: the same doubles give the same replicas. */

/** Largest replica count the API can hold. */
export const INT32_MAX = 2_147_483_647;
const INT32_MIN = -2_147_483_648;

/**
 * Cuts a double to a 32-bit count. Out of range saturates: Go leaves that conversion undefined, and the controller caps
 * at the same value where it checks at all. NaN gives 0.
 */
export function toInt32(value: number): number {
  if (Number.isNaN(value)) return 0;
  // `+ 0` turns -0 into 0.
  return Math.min(INT32_MAX, Math.max(INT32_MIN, Math.trunc(value))) + 0;
}

/** `int32(math.Ceil(value))`. */
export function ceilToReplicas(value: number): number {
  return toInt32(Math.ceil(value));
}

/** Sum of whole numbers, exact: memory in milli of a few hundred pods is beyond 2^53. */
export function exactSum(values: readonly number[]): number | bigint {
  let total = 0;
  for (const value of values) {
    total += value;
    if (!Number.isSafeInteger(total)) {
      return values.reduce((sum, next) => sum + BigInt(Math.trunc(next)), 0n);
    }
  }
  return total;
}

/** `trunc(factor * numerator / denominator)` in integer arithmetic. */
export function truncatedQuotient(
  numerator: number | bigint,
  denominator: number | bigint,
  factor: number = 1,
): number {
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    const scaled = numerator * factor;
    // Below 2^53 the rounded quotient never reaches the next whole number, so cutting it is exact.
    if (Number.isSafeInteger(scaled))
      return Math.trunc(scaled / denominator) + 0;
  }
  return Number((BigInt(numerator) * BigInt(factor)) / BigInt(denominator));
}
