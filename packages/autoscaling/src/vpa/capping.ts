/** Ranges that a recommendation is cut to, with the reasons. Mirrors `pkg/utils/vpa/capping.go`. */
import { amountsOf } from './amounts';
import { boundaryRequest, type CappingContainer } from './limits';
import {
  VPA_RESOURCES,
  type ContainerResourcePolicy,
  type ResourceAmounts,
  type ResourceQuantities,
  type VpaResource,
} from './types';

export type CappingAction =
  | 'capped to minAllowed'
  | 'capped to maxAllowed'
  | 'capped to container limit'
  | 'capped to fit Min in container LimitRange'
  | 'capped to fit Max in container LimitRange';

/** One cut, with what it was cut from and to. */
export interface Capping {
  resource: VpaResource;
  action: CappingAction;
  from: number;
  to: number;
}

export interface Capped {
  amounts: ResourceAmounts;
  cappings: readonly Capping[];
}

/** The words of the pod annotation: `cpu capped to maxAllowed`. */
export function cappingAnnotation({ resource, action }: Capping): string {
  return `${resource} ${action}`;
}

function cut(
  amounts: ResourceAmounts,
  min: ResourceAmounts,
  max: ResourceAmounts,
  actions: { min: CappingAction; max: CappingAction },
): Capped {
  const result: ResourceAmounts = { ...amounts };
  const cappings: Capping[] = [];
  for (const resource of VPA_RESOURCES) {
    const [lowest, highest] = [min[resource], max[resource]];
    // A bound of 0 is no bound.
    let amount = result[resource];
    if (amount !== undefined && lowest && amount < lowest) {
      cappings.push({
        resource,
        action: actions.min,
        from: amount,
        to: lowest,
      });
      amount = lowest;
    }
    if (amount !== undefined && highest && amount > highest) {
      cappings.push({
        resource,
        action: actions.max,
        from: amount,
        to: highest,
      });
      amount = highest;
    }
    if (amount !== undefined) result[resource] = amount;
  }
  return { amounts: result, cappings };
}

/**
 * Cuts to `minAllowed`, then to `maxAllowed`; the recommender's global maximum counts where the policy has none.
 * Keys other than cpu and memory have no effect.
 */
export function capToPolicy(
  amounts: ResourceAmounts,
  policy: ContainerResourcePolicy | undefined,
  globalMaxAllowed: ResourceQuantities = {},
): Capped {
  return cut(
    amounts,
    amountsOf(policy?.minAllowed, 'minAllowed'),
    {
      ...amountsOf(globalMaxAllowed, 'globalMaxAllowed'),
      ...amountsOf(policy?.maxAllowed, 'maxAllowed'),
    },
    { min: 'capped to minAllowed', max: 'capped to maxAllowed' },
  );
}

/** The namespace's LimitRange item for containers. */
export interface LimitRangeItem {
  min?: ResourceQuantities;
  max?: ResourceQuantities;
  default?: ResourceQuantities;
}

/** Cuts so that request and proportional limit fit the LimitRange. */
export function capToLimitRange(
  amounts: ResourceAmounts,
  container: CappingContainer,
  limitRange: LimitRangeItem | undefined,
): Capped {
  if (!limitRange) return { amounts, cappings: [] };
  const requests = amountsOf(container.requests, 'requests');
  const limits = amountsOf(container.limits, 'limits');
  const defaults = amountsOf(limitRange.default, 'limitRange.default');
  const boundary = (bounds: ResourceAmounts): ResourceAmounts =>
    Object.fromEntries(
      VPA_RESOURCES.flatMap(resource => {
        const bound = bounds[resource];
        return bound === undefined
          ? []
          : [
              [
                resource,
                boundaryRequest(
                  requests[resource],
                  limits[resource] || defaults[resource],
                  bound,
                ),
              ],
            ];
      }),
    );
  const lowest = amountsOf(limitRange.min, 'limitRange.min');
  const lowestForLimit = boundary(lowest);
  const min: ResourceAmounts = {};
  for (const resource of VPA_RESOURCES) {
    // The request itself has to reach the minimum too.
    const bound = Math.max(
      lowest[resource] ?? 0,
      lowestForLimit[resource] ?? 0,
    );
    if (bound > 0) min[resource] = bound;
  }
  return cut(
    amounts,
    min,
    boundary(amountsOf(limitRange.max, 'limitRange.max')),
    {
      min: 'capped to fit Min in container LimitRange',
      max: 'capped to fit Max in container LimitRange',
    },
  );
}

/** With `RequestsOnly` a request cannot rise above the limit that stays. */
export function capToContainerLimit(
  amounts: ResourceAmounts,
  container: CappingContainer,
): Capped {
  return cut(amounts, {}, amountsOf(container.limits, 'limits'), {
    min: 'capped to minAllowed',
    max: 'capped to container limit',
  });
}

/** What a pod of a VPA gets: LimitRange, then the policy, then the container's limit where only requests are controlled. */
export function capForPod(
  amounts: ResourceAmounts,
  container: CappingContainer,
  policy: ContainerResourcePolicy | undefined,
  limitRange?: LimitRangeItem,
): Capped {
  const inRange = capToLimitRange(amounts, container, limitRange);
  const inPolicy = capToPolicy(inRange.amounts, policy);
  const cappings = [...inRange.cappings, ...inPolicy.cappings];
  if (policy?.controlledValues !== 'RequestsOnly')
    return { amounts: inPolicy.amounts, cappings };
  const atLimit = capToContainerLimit(inPolicy.amounts, container);
  return {
    amounts: atLimit.amounts,
    cappings: [...cappings, ...atLimit.cappings],
  };
}
