/** Errors count with this power: a model twice as wrong weighs a thirty-second. */
const POWER = 5;

/** Weights of the models in the blend, by how wrong they were; one without any error takes it all. */
export function blendWeights(maes: readonly number[]): number[] {
  const least = Math.min(...maes);
  if (least === 0) {
    const exact = maes.indexOf(0);
    return maes.map((_, index) => (index === exact ? 1 : 0));
  }
  const inverse = maes.map(mae => (least / mae) ** POWER);
  const sum = inverse.reduce((total, value) => total + value, 0);
  return inverse.map(value => value / sum);
}

/** Weighted mean of forecasts, point by point. NaN only where all that weigh have none. */
export function blend(
  forecasts: readonly ArrayLike<number>[],
  weights: readonly number[],
): number[] {
  return Array.from({ length: forecasts[0].length }, (_, point) => {
    let sum = 0;
    let total = 0;
    forecasts.forEach((forecast, model) => {
      if (Number.isNaN(forecast[point])) return;
      sum += weights[model] * forecast[point];
      total += weights[model];
    });
    return sum / total;
  });
}
