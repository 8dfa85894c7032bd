/** Limits that keep their proportion to the request. Mirrors `pkg/utils/vpa/limit_and_request_scaling.go`. */
import { amountsOf, quantitiesOf } from './amounts';
import {
  VPA_RESOURCES,
  type ContainerResourcePolicy,
  type ResourceAmounts,
  type ResourceQuantities,
} from './types';

/** Largest value of a quantity, in its unit. */
const MAX_INT64 = 9_223_372_036_854_775_807n;

/** `value * numerator / denominator`, cut, exact. */
function proportion(
  value: number,
  numerator: number,
  denominator: number,
): { amount: number; capped: boolean } {
  const exact = (BigInt(value) * BigInt(numerator)) / BigInt(denominator);
  return exact > MAX_INT64
    ? { amount: Number(MAX_INT64), capped: true }
    : { amount: Number(exact), capped: false };
}

/** Resources of a container as its pod states them. */
export interface CappingContainer {
  requests?: ResourceQuantities;
  limits?: ResourceQuantities;
}

export interface ProportionalLimit {
  /** Absent when no limit is to be set. */
  limit?: number;
  /** Why not, or why the ratio could not be kept. */
  reason?: 'noOriginalLimit' | 'noRecommendation' | 'ratioNotKept';
}

/**
 * The limit that has the same ratio to the recommended request as the original limit to the original request. All in one
 * unit. A container without a request is treated as if it requested its limit.
 */
export function proportionalLimit(
  originalLimit: number | undefined,
  originalRequest: number | undefined,
  recommendedRequest: number | undefined,
  defaultLimit?: number,
): ProportionalLimit {
  const limit = originalLimit || defaultLimit;
  if (!limit) return { reason: 'noOriginalLimit' };
  if (!recommendedRequest) return { reason: 'noRecommendation' };
  if (!originalRequest || originalRequest === limit)
    return { limit: recommendedRequest };
  const { amount, capped } = proportion(
    limit,
    recommendedRequest,
    originalRequest,
  );
  return capped ? { limit: amount, reason: 'ratioNotKept' } : { limit: amount };
}

/** The request whose proportional limit is exactly `boundaryLimit`; 0 (no boundary) without a limit. */
export function boundaryRequest(
  originalRequest: number | undefined,
  originalLimit: number | undefined,
  boundaryLimit: number,
): number {
  if (!originalLimit) return 0;
  if (!originalRequest) return boundaryLimit;
  return proportion(originalRequest, boundaryLimit, originalLimit).amount;
}

/**
 * Requests and limits of a container after the admission controller has applied a recommendation.
 * `RequestsAndLimits` (default) scales limits along; `RequestsOnly` leaves them.
 */
export function applyRecommendation(
  container: CappingContainer,
  recommended: ResourceAmounts,
  policy: ContainerResourcePolicy | undefined,
  defaultLimits?: ResourceQuantities,
): { requests: Record<string, string>; limits: Record<string, string> } {
  const requests = amountsOf(container.requests, 'requests');
  const limits = amountsOf(container.limits, 'limits');
  const kept = (quantities: ResourceQuantities | undefined) =>
    Object.fromEntries(
      Object.entries(quantities ?? {}).map(([name, value]) => [
        name,
        String(value),
      ]),
    );
  const result = {
    requests: { ...kept(container.requests), ...quantitiesOf(recommended) },
    limits: kept(container.limits),
  };
  if (policy?.controlledValues === 'RequestsOnly') return result;
  const defaults = amountsOf(defaultLimits, 'defaultLimits');
  const scaled: ResourceAmounts = {};
  for (const resource of VPA_RESOURCES) {
    const { limit } = proportionalLimit(
      limits[resource],
      requests[resource],
      recommended[resource],
      defaults[resource],
    );
    if (limit !== undefined) scaled[resource] = limit;
  }
  return { ...result, limits: { ...result.limits, ...quantitiesOf(scaled) } };
}
