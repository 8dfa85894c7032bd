import { limitOf, requestOf, type PlacedContainer } from './containers';
import type { MetricFacts } from './MetricFacts';

/**
 * The highest utilization that the containers of a resource metric can reach: limits in percent of requests. `undefined` when one of
 * them has no limit or no request.
 */
export function utilizationCeiling(
  metric: MetricFacts,
  containers: readonly PlacedContainer[],
): number | undefined {
  const measured = containers.filter(
    ({ container }) =>
      metric.container === undefined || container.name === metric.container,
  );
  const sum = (of: typeof limitOf) =>
    measured.reduce<number | undefined>((total, { container }) => {
      const amount = of(container, metric.name);
      return total === undefined || amount === undefined
        ? undefined
        : total + amount;
    }, 0);
  const limit = sum(limitOf);
  const request = sum(requestOf);
  return limit !== undefined && request ? (100 * limit) / request : undefined;
}
