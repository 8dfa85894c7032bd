import { truncatedQuotient } from '../hpa/arithmetic';

/** Farther than this from a whole number, a rounded quotient cannot be on the wrong side of it. */
const SAFE_DISTANCE = 1e-3;
/** Up to here the relative error of two roundings is far below {@link SAFE_DISTANCE}. */
const SAFE_QUOTIENT = 1e11;

/**
 * `trunc(factor * (a * aCount + b * bCount) / denominator)` for whole numbers, as the controller's integers give it. Doubles
 * decide where they can; memory in milli of a few pods times 100 is beyond 2^53 on every pass, and there big integers would
 * cost more than all the rest.
 */
export function truncatedUsageQuotient(
  a: number,
  aCount: number,
  b: number,
  bCount: number,
  denominator: number,
  factor: number,
): number {
  const sum = a * aCount + b * bCount;
  const quotient = (sum * factor) / denominator;
  if (quotient < SAFE_QUOTIENT) {
    const distance = quotient - Math.floor(quotient);
    if (distance > SAFE_DISTANCE && distance < 1 - SAFE_DISTANCE)
      return Math.floor(quotient);
  }
  if (Number.isSafeInteger(sum * factor))
    return truncatedQuotient(sum, denominator, factor);
  return truncatedQuotient(
    BigInt(a) * BigInt(aCount) + BigInt(b) * BigInt(bCount),
    BigInt(denominator),
    factor,
  );
}
