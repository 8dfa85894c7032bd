/** The smallest value that at least the given share of the values does not exceed; `undefined` without values. */
export function percentile(
  values: readonly number[],
  share: number,
): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function mean(values: readonly number[]): number | undefined {
  return values.length === 0
    ? undefined
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation over mean; 0 without values or when the mean is 0. */
export function variation(values: readonly number[]): number {
  const average = mean(values);
  if (!average) return 0;
  const squares = values.map(value => (value - average) ** 2);
  return Math.sqrt(mean(squares) ?? 0) / Math.abs(average);
}

/** How much a series is like itself `lag` steps earlier, -1 to 1; 0 for a flat or a too short one. */
export function autocorrelation(
  values: readonly number[],
  lag: number,
): number {
  const average = mean(values) ?? 0;
  const deviations = values.map(value => value - average);
  const total = deviations.reduce((sum, each) => sum + each * each, 0);
  if (total === 0 || values.length <= lag) return 0;
  const shared = deviations
    .slice(lag)
    .reduce((sum, each, index) => sum + each * deviations[index], 0);
  // Fewer products than squares: without the factor a perfect series would not reach 1.
  return Math.min(
    1,
    (shared / total) * (values.length / (values.length - lag)),
  );
}
