const SUFFIXES: Record<string, number> = {
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
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A Kubernetes quantity as a number: cores, bytes or a count. Throws a `RangeError` that quotes what is not one. */
export function parseQuantity(quantity: string | number): number {
  const match =
    /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]{0,2})$/.exec(
      String(quantity).trim(),
    );
  const factor = match ? SUFFIXES[match[2]] : undefined;
  if (!match || factor === undefined) {
    throw new RangeError(
      `"${quantity}" is not a Kubernetes quantity such as 500m, 2 or 4Gi`,
    );
  }
  return Number(match[1]) * factor;
}

/** Cores as whole millicores, e.g. `1234m`. */
export function formatCores(cores: number): string {
  return `${Math.round(cores * 1000)}m`;
}

/** Cores as metrics-server writes usage: nanocores. */
export function formatNanocores(cores: number): string {
  return `${Math.round(cores * 1e9)}n`;
}

/** Bytes as metrics-server writes usage: whole Ki. */
export function formatKibibytes(bytes: number): string {
  return `${Math.round(bytes / 1024)}Ki`;
}

/** A number as a quantity with milli precision: `30` or `29500m`. */
export function formatMilli(value: number): string {
  const milli = Math.round(value * 1000);
  return milli % 1000 === 0 ? String(milli / 1000) : `${milli}m`;
}
