/** Models add and average in a scale in which busy and quiet hours vary alike: `log(load + offset)`. */
export interface Scale {
  /** Small against the usual load, so that zeros have a place. */
  offset: number;
}

const OFFSET_SHARE = 0.1;

export function scaleOf(values: Float64Array): Scale {
  const positive = values.filter(value => value > 0).sort();
  const median = positive[Math.floor(positive.length / 2)] ?? 0;
  return { offset: median > 0 ? median * OFFSET_SHARE : 1 };
}

export function toScale({ offset }: Scale, load: number): number {
  return Math.log(load + offset);
}

export function fromScale({ offset }: Scale, value: number): number {
  return Math.max(0, Math.exp(value) - offset);
}

/** In the unit of the load, of values in the scale. */
export function meanAbsoluteError(
  scale: Scale,
  actual: readonly number[],
  forecast: readonly number[],
): number {
  const sum = actual.reduce(
    (total, value, point) =>
      total +
      Math.abs(fromScale(scale, value) - fromScale(scale, forecast[point])),
    0,
  );
  return sum / actual.length;
}
