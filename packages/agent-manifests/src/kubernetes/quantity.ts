const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;
const DECIMAL: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};

/** A Kubernetes quantity without a sign: `500m`, `1.5`, `4Gi`, `1e3`. */
export const QUANTITY_PATTERN =
  /^(\d+(?:\.\d*)?|\.\d+)(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?\d+)?$/;

/**
 * Reads a Kubernetes quantity in base units: cores, bytes or pieces.
 *
 * @returns undefined when the text is not a non-negative quantity, so that each caller can name its own field.
 */
export function parseQuantity(
  quantity: string | number | undefined,
): number | undefined {
  if (quantity === undefined) return undefined;
  const match = QUANTITY_PATTERN.exec(String(quantity).trim());
  if (!match) return undefined;
  const [, digits, suffix = ''] = match;
  if (/^[eE][+-]?\d+$/.test(suffix)) return Number(`${digits}${suffix}`);
  const binary = BINARY.indexOf(suffix as (typeof BINARY)[number]);
  if (binary >= 0) return Number(digits) * 1024 ** (binary + 1);
  return Number(digits) * DECIMAL[suffix];
}

/** Cores as the API server writes them: `1500m` for 1.5, `2` for 2. Rounds up to a whole millicore. */
export function formatCpu(cores: number): string {
  const millicores = Math.ceil(Number((cores * 1000).toFixed(6)));
  return millicores % 1000 === 0 ? String(millicores / 1000) : `${millicores}m`;
}

/** Bytes with the largest binary suffix that stays whole: `4Gi`, `1536Mi`. Rounds up to a whole byte. */
export function formatMemory(bytes: number): string {
  let value = Math.ceil(bytes);
  let suffix = '';
  for (const next of BINARY) {
    if (value === 0 || value % 1024 !== 0) break;
    value /= 1024;
    suffix = next;
  }
  return `${value}${suffix}`;
}

/** A plain number as a quantity: `30`, or `500m` for 0.5. Rounds to a thousandth. */
export function formatNumber(value: number): string {
  const milli = Math.round(value * 1000);
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}
