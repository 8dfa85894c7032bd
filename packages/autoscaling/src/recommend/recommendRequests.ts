/** Requests and limits from the VPA's arithmetic, beside an HPA. */
import type { HpaOptionsInput, HpaSpec } from '../hpa/types';
import {
  amountOfQuantity,
  applyRecommendation,
  containerPolicyOf,
  recommendationConfidence,
  recommendResources,
  VPA_RESOURCES,
  type ResourceAmounts,
  type VpaResource,
} from '../vpa';
import { capForPod, type Capping } from '../vpa/capping';
import { quantityToMilli } from '../quantity';
import {
  metricsOf,
  scalePointOf,
  utilizationBase,
  type Pod,
} from './metricTargets';
import type { ResourceHistory } from './types';

/** A container whose requests should change. */
export interface RequestChange {
  container: string;
  resources: {
    requests: Record<string, string>;
    limits: Record<string, string>;
  };
  cappings: readonly Capping[];
  /** Thousandths of a core, and bytes. */
  from: ResourceAmounts;
  to: ResourceAmounts;
  /** What the recommender asked for, before ranges and the scale point. */
  target: ResourceAmounts;
  /** Days of history as the recommender counts them. */
  confidenceDays: number;
}

/** As for the VPA updater: summed relative difference that is worth a change. */
const MIN_CHANGE = 0.1;
/**
 * Highest utilisation that a new request leads to. Usage under an HPA is what the HPA makes of it; requests that followed it
 * down without end would shrink with every round (and the target rise), so a pod keeps a tenth above its scale point.
 */
const MAX_UTILIZATION = 90;

const MILLI_PER_UNIT: Readonly<Record<VpaResource, number>> = {
  cpu: 1,
  memory: 1000,
};

/**
 * The least that a container may request of a resource so that a pod at the HPA's scale point uses at most 90 %, and the
 * amount next to `wanted` at which the scale point is a whole percent.
 */
function fitScalePoint(
  wanted: number,
  container: string,
  resource: VpaResource,
  context: {
    spec: HpaSpec;
    /** As it was: what the scale point is taken from. */
    before: Pod;
    /** With the changes so far. */
    pod: Pod;
    controller?: HpaOptionsInput;
  },
): number {
  const { spec, before, pod, controller } = context;
  const measuring = metricsOf(spec).filter(
    metric =>
      (metric.resource ?? metric.containerResource)?.name === resource &&
      (metric.containerResource?.container ?? container) === container &&
      utilizationBase(metric, pod, controller) !== undefined,
  );
  let amount = wanted;
  for (const metric of measuring) {
    const unit = MILLI_PER_UNIT[resource];
    const own =
      (pod.containers.find(({ name }) => name === container)?.requests[
        resource
      ] ?? 0) / unit;
    // What the other containers request is measured with it, and stays.
    const others = (utilizationBase(metric, pod, controller) ?? 0) / unit - own;
    const point = (scalePointOf(metric, before, controller) ?? 0) / unit;
    const least = (point * 100) / MAX_UTILIZATION - others;
    amount = Math.max(amount, Math.ceil(least));
    // Up to the next amount at which the scale point is a whole percent.
    const percent = Math.floor((point * 100) / (amount + others));
    if (measuring.length === 1 && percent >= 1)
      amount = Math.max(amount, Math.round((point * 100) / percent - others));
  }
  return amount;
}

/** Whether a pod's own requests count: then what its containers request changes nothing for the HPA. */
function hasPodLevel(pod: Pod, resource: VpaResource): boolean {
  return pod.podRequests?.[resource] !== undefined;
}

/**
 * @returns one entry per container that should change; empty when all are near enough
 */
export function recommendRequests(
  resources: ResourceHistory,
  context: { spec: HpaSpec; pod: Pod; controller?: HpaOptionsInput },
): RequestChange[] {
  const { vpa = {}, limitRange, usage } = resources;
  const { containerRecommendations } = recommendResources(
    {
      spec: vpa,
      usage,
      containersPerPod: Math.max(1, resources.containers.length),
    },
    resources.recommender,
  );
  let { pod } = context;
  return resources.containers.flatMap((container): RequestChange[] => {
    const recommendation = containerRecommendations.find(
      ({ containerName }) => containerName === container.name,
    );
    const history = usage[container.name];
    if (!recommendation || !history) return [];
    const policy = containerPolicyOf(vpa, container.name);
    const from: ResourceAmounts = {};
    const target: ResourceAmounts = {};
    const wanted: ResourceAmounts = {};
    for (const resource of VPA_RESOURCES) {
      const request = container.requests?.[resource];
      if (request !== undefined)
        from[resource] = amountOfQuantity(resource, request);
      const text = recommendation.target[resource];
      if (text !== undefined && !isEmpty(history, resource)) {
        const amount = amountOfQuantity(resource, text);
        target[resource] = amount;
        wanted[resource] = hasPodLevel(pod, resource)
          ? amount
          : fitScalePoint(amount, container.name, resource, {
              ...context,
              before: context.pod,
              pod,
            });
      }
    }
    const { amounts: to, cappings } = capForPod(
      wanted,
      container,
      policy,
      limitRange,
    );
    const changed = VPA_RESOURCES.filter(
      resource =>
        to[resource] !== undefined &&
        relativeChange(from[resource], to[resource]) >= MIN_CHANGE,
    );
    if (changed.length === 0) return [];
    const applied = Object.fromEntries(
      changed.map(resource => [resource, to[resource]]),
    ) as ResourceAmounts;
    const change: RequestChange = {
      container: container.name,
      resources: applyRecommendation(
        container,
        applied,
        policy,
        limitRange?.default,
      ),
      cappings: cappings.filter(({ resource }) => changed.includes(resource)),
      from,
      to: applied,
      target,
      confidenceDays: recommendationConfidence(history).days,
    };
    // The next container is fitted to what this one requests now.
    pod = withRequests(pod, [change]);
    return [change];
  });
}

function isEmpty(
  history: ResourceHistory['usage'][string],
  resource: VpaResource,
): boolean {
  return (resource === 'cpu' ? history.cpu : history.memoryPeaks).isEmpty();
}

function relativeChange(from: number | undefined, to: number | undefined) {
  if (!from || to === undefined) return Infinity;
  return Math.abs(to - from) / from;
}

/** The pod with the new requests, as the HPA will see it. */
export function withRequests(pod: Pod, changes: readonly RequestChange[]): Pod {
  return {
    ...pod,
    containers: pod.containers.map(container => {
      const change = changes.find(
        ({ container: name }) => name === container.name,
      );
      if (!change) return container;
      const requests = Object.fromEntries(
        VPA_RESOURCES.flatMap(resource =>
          change.to[resource] === undefined
            ? []
            : [
                [
                  resource,
                  quantityToMilli(change.resources.requests[resource]),
                ],
              ],
        ),
      );
      return { ...container, requests: { ...container.requests, ...requests } };
    }),
  };
}
