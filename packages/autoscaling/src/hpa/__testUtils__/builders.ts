import type {
  HorizontalPodAutoscaler,
  HpaObservation,
  HpaSpec,
  HpaStatus,
  MetricSpec,
  MetricsReader,
  PodObservation,
} from '../types';

/** Noon of a quiet day. */
export const NOW = Date.UTC(2026, 10, 23, 12, 0, 0);
const HOUR_MS = 3_600_000;

/** A pod that has been running and ready for an hour and requests one core and 1 GiB. */
export function pod(
  name: string,
  overrides: Partial<PodObservation> = {},
): PodObservation {
  return {
    name,
    phase: 'Running',
    startTime: NOW - HOUR_MS,
    ready: { status: 'True', lastTransitionTime: NOW - HOUR_MS + 20_000 },
    containers: [
      { name: 'agent', requests: { cpu: 1000, memory: 1024 ** 3 * 1000 } },
    ],
    ...overrides,
  };
}

export function pods(count: number): PodObservation[] {
  return Array.from({ length: count }, (_, index) => pod(`agent-${index}`));
}

/** A cpu utilisation metric. */
export function cpu(averageUtilization: number): MetricSpec {
  return {
    type: 'Resource',
    resource: {
      name: 'cpu',
      target: { type: 'Utilization', averageUtilization },
    },
  };
}

export function external(target: {
  value?: string;
  averageValue?: string;
}): MetricSpec {
  return {
    type: 'External',
    external: {
      metric: { name: 'queue_depth' },
      target: {
        type: target.averageValue ? 'AverageValue' : 'Value',
        ...target,
      },
    },
  };
}

/** An HPA on 2 to 10 replicas that wants 50 % cpu. */
export function hpa(
  overrides: { spec?: Partial<HpaSpec>; status?: HpaStatus } = {},
): HorizontalPodAutoscaler {
  return {
    metadata: { name: 'xiaoai', namespace: 'suoke-agents' },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'xiaoai',
      },
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [cpu(50)],
      ...overrides.spec,
    },
    ...(overrides.status && { status: overrides.status }),
  };
}

/** A reader whose pods all use the given share of a core; every other API answers with an error. */
export function metrics(overrides: Partial<MetricsReader> = {}): MetricsReader {
  return {
    resourceMetrics: () => ({
      ok: false,
      error:
        'the server could not find the requested resource (get pods.metrics.k8s.io)',
    }),
    podsMetric: () => ({ ok: false, error: 'no custom metrics API' }),
    objectMetric: () => ({ ok: false, error: 'no custom metrics API' }),
    externalMetric: () => ({ ok: false, error: 'no external metrics API' }),
    ...overrides,
  };
}

/** metrics.k8s.io with one cpu sample (milli) per pod, `agent-0` first; `undefined` leaves a pod out. */
export function cpuUsage(...usage: (number | undefined)[]): MetricsReader {
  return metrics({
    resourceMetrics: () => ({
      ok: true,
      value: usage.flatMap((value, index) =>
        value === undefined
          ? []
          : [
              {
                pod: `agent-${index}`,
                timestamp: NOW - 10_000,
                windowMs: 15_000,
                containers: [{ name: 'agent', usage: { cpu: value } }],
              },
            ],
      ),
    }),
  });
}

export function externalUsage(...values: number[]): MetricsReader {
  return metrics({
    externalMetric: () => ({
      ok: true,
      value: values.map(value => ({ value, timestamp: NOW })),
    }),
  });
}

/** A target at rest: `replicas` running pods at the target of 50 % cpu. */
export function observation(
  replicas: number,
  overrides: Partial<HpaObservation> = {},
): HpaObservation {
  return {
    now: NOW,
    hpa: hpa(),
    scale: {
      ok: true,
      value: {
        specReplicas: replicas,
        statusReplicas: replicas,
        selector: 'app=xiaoai',
      },
    },
    pods: pods(replicas),
    metrics: cpuUsage(...Array.from({ length: replicas }, () => 500)),
    ...overrides,
  };
}
