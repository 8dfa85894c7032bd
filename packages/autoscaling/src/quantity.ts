/**
 * Kubernetes quantities, exact to the billionth.
 * Mirrors `k8s.io/apimachinery/pkg/api/resource/quantity.go`: accepted text, rounding and canonical form.
 */
import { AutoscalingInputError } from './errors';

/** How a quantity was written, which is also how it is written back. */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/** A parsed quantity. `nano` counts billionths, the finest step Kubernetes keeps. */
export interface Quantity {
  readonly nano: bigint;
  readonly format: QuantityFormat;
}

const NANO = 1_000_000_000n;
const NANO_PER_MILLI = 1_000_000n;

const DECIMAL_EXPONENTS: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const DECIMAL_SUFFIXES = new Map(
  Object.entries(DECIMAL_EXPONENTS).map(([suffix, exponent]) => [
    exponent,
    suffix,
  ]),
);
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;

const QUANTITY =
  /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

const REMEDY =
  'write a Kubernetes quantity such as 500m, 2, 1.5, 512Mi or 16Gi';

/** Division that rounds away from zero, as Kubernetes rounds what it cannot represent. */
function divideAwayFromZero(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  if (quotient * divisor === value) return quotient;
  return value < 0n ? quotient - 1n : quotient + 1n;
}

/**
 * Parses a quantity. Finer than a billionth is rounded away from zero.
 *
 * @param value - text, or a number as JSON may carry it
 * @param field - path of the field, for the error
 * @throws {@link AutoscalingInputError} when it is empty, not finite or not a quantity
 */
export function parseQuantity(
  value: string | number,
  field: string = 'quantity',
): Quantity {
  if (typeof value === 'number') return parseNumber(value, field);
  const match = typeof value === 'string' ? QUANTITY.exec(value) : null;
  if (!match || (!match[2] && !match[3])) {
    const problem =
      value === '' ? 'is empty' : `${JSON.stringify(value)} is not a quantity`;
    throw new AutoscalingInputError({ field, problem, remedy: REMEDY });
  }
  const [, sign, whole, fraction = '', exponentText, suffix = ''] = match;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  if (suffix.endsWith('i')) {
    const power = BINARY_SUFFIXES.indexOf(
      suffix as (typeof BINARY_SUFFIXES)[number],
    );
    const nano = divideAwayFromZero(
      digits * 1024n ** BigInt(power) * NANO,
      10n ** BigInt(fraction.length),
    );
    return { nano, format: 'BinarySI' };
  }
  const exponent = exponentText
    ? Number(exponentText.slice(1))
    : DECIMAL_EXPONENTS[suffix];
  if (Math.abs(exponent) > 100) {
    throw new AutoscalingInputError({
      field,
      problem: `${JSON.stringify(value)} is out of range`,
      remedy: REMEDY,
    });
  }
  const shift = exponent - fraction.length + 9;
  const nano =
    shift >= 0
      ? digits * 10n ** BigInt(shift)
      : divideAwayFromZero(digits, 10n ** BigInt(-shift));
  return { nano, format: exponentText ? 'DecimalExponent' : 'DecimalSI' };
}

function parseNumber(value: number, field: string): Quantity {
  if (!Number.isFinite(value)) {
    throw new AutoscalingInputError({
      field,
      problem: `${value} is not a finite number`,
      remedy: REMEDY,
    });
  }
  if (Number.isSafeInteger(value)) {
    return { nano: BigInt(value) * NANO, format: 'DecimalSI' };
  }
  return { ...parseQuantity(String(value), field), format: 'DecimalSI' };
}

/** Whole and half cores and plain megabytes are most of what is read: no BigInt for them. */
const SIMPLE = /^(\d{1,9})(m|k|Ki|M|Mi|G|Gi)?$/;
const SIMPLE_MILLI: Readonly<Record<string, number>> = {
  m: 1,
  '': 1e3,
  k: 1e6,
  Ki: 1024e3,
  M: 1e9,
  Mi: 1024 ** 2 * 1e3,
  G: 1e12,
  Gi: 1024 ** 3 * 1e3,
};

/**
 * Thousandths of a quantity, rounded away from zero (`Quantity.MilliValue()`).
 * Exact up to 2^53 thousandths (8 TiB in bytes); larger values are the nearest double, as the controller's own
 * conversion to float64 is.
 */
export function quantityToMilli(
  value: string | number,
  field: string = 'quantity',
): number {
  if (typeof value === 'string') {
    const simple = SIMPLE.exec(value);
    if (simple) {
      const milli = Number(simple[1]) * SIMPLE_MILLI[simple[2] ?? ''];
      if (Number.isSafeInteger(milli)) return milli;
    }
  }
  return Number(
    divideAwayFromZero(parseQuantity(value, field).nano, NANO_PER_MILLI),
  );
}

/** The quantity as a number of its unit (cores, bytes), to the nearest double. For display and statistics, not for decisions. */
export function quantityToNumber(
  value: string | number,
  field: string = 'quantity',
): number {
  const { nano } = parseQuantity(value, field);
  return Number(nano / NANO) + Number(nano % NANO) / 1e9;
}

/**
 * The double that the controller computes from a stored ratio such as `behavior.scaleUp.tolerance`
 * (`Quantity.AsApproximateFloat64()` of the canonical text: `0.05` is stored as `50m` and becomes `50 * 0.001`).
 */
export function quantityToApproximateFloat(
  value: string | number,
  field: string = 'quantity',
): number {
  const { digits, exponent } = canonicalDecimal(
    parseQuantity(value, field).nano,
  );
  return exponent === 0
    ? Number(digits)
    : Number(digits) * Number(`1e${exponent}`);
}

/** Digits and an exponent that is a multiple of 3, so that as few zeros as possible are written. */
function canonicalDecimal(nano: bigint): { digits: bigint; exponent: number } {
  if (nano === 0n) return { digits: 0n, exponent: 0 };
  let digits = nano;
  let exponent = -9;
  while (exponent < 18 && digits % 1000n === 0n) {
    digits /= 1000n;
    exponent += 3;
  }
  return { digits, exponent };
}

/** Writes a quantity in canonical form: no fraction, the largest suffix that keeps it exact. */
export function formatQuantity(quantity: Quantity): string {
  const { nano, format } = quantity;
  const units = nano / NANO;
  // Small or fractional amounts are never written in binary: that would need rounding.
  if (
    format === 'BinarySI' &&
    nano % NANO === 0n &&
    (units >= 1024n || units <= -1024n)
  ) {
    let digits = units;
    let power = 0;
    while (power < BINARY_SUFFIXES.length - 1 && digits % 1024n === 0n) {
      digits /= 1024n;
      power += 1;
    }
    return `${digits}${BINARY_SUFFIXES[power]}`;
  }
  const { digits, exponent } = canonicalDecimal(nano);
  if (format === 'DecimalExponent') {
    return exponent === 0 ? `${digits}` : `${digits}e${exponent}`;
  }
  return `${digits}${DECIMAL_SUFFIXES.get(exponent)}`;
}

/** Writes thousandths as a quantity: `1500` is `1500m`, `20000` is `20`. */
export function formatMilli(
  milli: number,
  format: QuantityFormat = 'DecimalSI',
): string {
  if (!Number.isFinite(milli)) {
    throw new AutoscalingInputError({
      field: 'milli',
      problem: `${milli} is not a finite number`,
      remedy: 'pass a whole number of thousandths',
    });
  }
  return formatQuantity({
    nano: BigInt(Math.trunc(milli)) * NANO_PER_MILLI,
    format,
  });
}

/** -1, 0 or 1. */
export function quantitySign(
  value: string | number,
  field: string = 'quantity',
): -1 | 0 | 1 {
  const { nano } = parseQuantity(value, field);
  if (nano === 0n) return 0;
  return nano < 0n ? -1 : 1;
}
