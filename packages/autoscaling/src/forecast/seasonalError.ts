/**
 * Mean absolute error of "same time yesterday" in a stretch of history: the unit of MASE.
 *
 * @param dayLength - buckets in a day
 * @returns 0 where no bucket has one a day before it
 */
export function seasonalError(loads: Float64Array, dayLength: number): number {
  let sum = 0;
  let count = 0;
  for (let index = dayLength; index < loads.length; index += 1) {
    const error = Math.abs(loads[index] - loads[index - dayLength]);
    if (Number.isNaN(error)) continue;
    sum += error;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}
