/** From objects as the APIs serve them to what a pass looks at. */
import { AutoscalingInputError } from '../errors';
import { quantityToMilli } from '../quantity';
import type {
  ContainerObservation,
  PodObservation,
  PodResourceSample,
} from './types';

/** What Kubernetes reads from a time that is not set: the first instant of the year 1. */
export const GO_ZERO_TIME = -62_135_596_800_000;

type Resources = { requests?: Record<string, string | number> };

/** The part of a `v1` Pod that the HPA reads. */
export interface ApiPod {
  metadata: { name: string; deletionTimestamp?: string };
  spec?: {
    containers?: { name: string; resources?: Resources }[];
    initContainers?: {
      name: string;
      restartPolicy?: string;
      resources?: Resources;
    }[];
    resources?: Resources;
  };
  status?: {
    phase?: string;
    startTime?: string;
    conditions?: {
      type: string;
      status: string;
      lastTransitionTime?: string;
    }[];
  };
}

/** The part of a metrics.k8s.io `PodMetrics` that the HPA reads. */
export interface ApiPodMetrics {
  metadata: { name: string };
  timestamp: string;
  /** Go duration, such as `15s` or `1m0.5s`. */
  window?: string;
  containers: { name: string; usage: Record<string, string | number> }[];
}

function toMillis(text: string, field: string): number {
  const milliseconds = Date.parse(text);
  if (!Number.isNaN(milliseconds)) return milliseconds;
  throw new AutoscalingInputError({
    field,
    problem: `${JSON.stringify(text)} is not a time`,
    remedy: 'write RFC 3339, such as 2026-11-23T08:00:00Z',
  });
}

function toMilli(
  amounts: Record<string, string | number> | undefined,
  field: string,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(amounts ?? {}).map(([name, value]) => [
      name,
      quantityToMilli(value, `${field}.${name}`),
    ]),
  );
}

/**
 * What the HPA sees of a pod.
 *
 * @throws {@link AutoscalingInputError} for a time or a quantity that cannot be read
 */
export function observePod(pod: ApiPod): PodObservation {
  const field = `pods[${pod.metadata.name}]`;
  const { deletionTimestamp } = pod.metadata;
  const { startTime, phase = 'Pending', conditions } = pod.status ?? {};
  const ready = conditions?.find(({ type }) => type === 'Ready');
  const { requests } = pod.spec?.resources ?? {};
  return {
    name: pod.metadata.name,
    phase,
    ...(deletionTimestamp && {
      deletionTimestamp: toMillis(
        deletionTimestamp,
        `${field}.metadata.deletionTimestamp`,
      ),
    }),
    ...(startTime && {
      startTime: toMillis(startTime, `${field}.status.startTime`),
    }),
    ...(ready && {
      ready: {
        status: ready.status,
        lastTransitionTime: ready.lastTransitionTime
          ? toMillis(
              ready.lastTransitionTime,
              `${field}.status.conditions[Ready].lastTransitionTime`,
            )
          : GO_ZERO_TIME,
      },
    }),
    containers: observeContainers(pod, field),
    ...(requests && {
      podRequests: toMilli(requests, `${field}.spec.resources.requests`),
    }),
  };
}

function observeContainers(pod: ApiPod, field: string): ContainerObservation[] {
  const { containers = [], initContainers = [] } = pod.spec ?? {};
  const requestsOf = (container: { name: string; resources?: Resources }) =>
    toMilli(
      container.resources?.requests,
      `${field}.containers[${container.name}].requests`,
    );
  return [
    ...containers.map(container => ({
      name: container.name,
      requests: requestsOf(container),
    })),
    ...initContainers
      .filter(({ restartPolicy }) => restartPolicy === 'Always')
      .map(container => ({
        name: container.name,
        requests: requestsOf(container),
        restartableInit: true,
      })),
  ];
}

/** A `PodMetrics` object as a sample; without a window the controller sees a window of 0. */
export function observePodMetrics(metrics: ApiPodMetrics): PodResourceSample {
  const field = `podMetrics[${metrics.metadata.name}]`;
  return {
    pod: metrics.metadata.name,
    timestamp: toMillis(metrics.timestamp, `${field}.timestamp`),
    windowMs: parseGoDuration(metrics.window ?? '0s', `${field}.window`),
    containers: metrics.containers.map(({ name, usage }) => ({
      name,
      usage: toMilli(usage, `${field}.containers[${name}].usage`),
    })),
  };
}

const UNIT_MS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** Milliseconds of a Go duration such as `1m30s`. */
export function parseGoDuration(
  text: string,
  field: string = 'duration',
): number {
  if (text === '0') return 0;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
    throw new AutoscalingInputError({
      field,
      problem: `${JSON.stringify(text)} is not a duration`,
      remedy: 'write a Go duration, such as 15s or 1m30s',
    });
  }
  return parts.reduce(
    (sum, [, value, unit]) => sum + Number(value) * UNIT_MS[unit],
    0,
  );
}
