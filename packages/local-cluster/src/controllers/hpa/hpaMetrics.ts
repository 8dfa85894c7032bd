import {
  Answer,
  MetricSample,
  MetricsReader,
  PodMetricSample,
  PodResourceSample,
  quantityToMilli,
} from '@suoke/autoscaling';
import { MetricsSource, PodMetrics } from '../../metrics/types';
import { Pod } from '../runtime/objects';
import { formatSelector } from '../runtime/selectors';

/** Why a metrics API cannot be asked, in the words of the API server; undefined when it can. */
export type MetricsApiProblem = (
  group: 'metrics.k8s.io' | 'custom.metrics.k8s.io' | 'external.metrics.k8s.io',
) => string | undefined;

function toSample(metrics: PodMetrics): PodResourceSample {
  return {
    pod: metrics.name,
    timestamp: Date.parse(metrics.timestamp),
    windowMs: metrics.windowSeconds * 1000,
    containers: metrics.containers.map(({ name, usage }) => ({
      name,
      usage: {
        cpu: quantityToMilli(usage.cpu),
        memory: quantityToMilli(usage.memory),
      },
    })),
  };
}

/** Autoscalers that are synced within this time share one reading; samples are 15 s apart. */
const SHARED_READING_MS = 1_000;

/** Samples of all pods, read once for all: with hundreds of autoscalers the list is the expensive part. */
export class ResourceSamples {
  private readAtMs = -Infinity;
  private samples = new Map<string, PodResourceSample>();

  constructor(private readonly source: MetricsSource) {}

  of(pods: readonly Pod[], nowMs: number): PodResourceSample[] {
    if (Math.abs(nowMs - this.readAtMs) >= SHARED_READING_MS) {
      this.readAtMs = nowMs;
      this.samples = new Map(
        this.source
          .podMetrics()
          .map(one => [`${one.namespace}/${one.name}`, toSample(one)]),
      );
    }
    return pods
      .map(({ metadata }) =>
        this.samples.get(`${metadata.namespace}/${metadata.name}`),
      )
      .filter(sample => sample !== undefined);
  }
}

const CUSTOM = 'custom.metrics.k8s.io';

/** The metrics APIs as one autoscaler in `namespace` with these `pods` meets them. */
export function metricsReader(options: {
  source: MetricsSource;
  samples: ResourceSamples;
  problem: MetricsApiProblem;
  namespace: string;
  pods: readonly Pod[];
  nowMs: number;
}): MetricsReader {
  const { source, samples, problem, namespace, pods, nowMs } = options;
  const ask = <T>(
    group: Parameters<MetricsApiProblem>[0],
    answer: () => Answer<T>,
  ): Answer<T> => {
    const error = problem(group);
    return error ? { ok: false, error } : answer();
  };
  const notFound = (metric: string, what: string) => ({
    ok: false as const,
    error: `the server could not find the metric ${metric} for ${what}`,
  });
  return {
    resourceMetrics: () =>
      ask('metrics.k8s.io', () => ({
        ok: true,
        value: samples.of(pods, nowMs),
      })),
    podsMetric: ({ metric }) =>
      ask<readonly PodMetricSample[]>(CUSTOM, () => {
        const values = source.customMetric({
          metric: metric.name,
          namespace,
          resource: 'pods',
          names: pods.map(pod => pod.metadata.name),
        });
        if (values.length === 0) return notFound(metric.name, 'pods');
        return {
          ok: true,
          value: values.map(({ name, value, timestamp, windowSeconds }) => ({
            pod: name,
            timestamp: Date.parse(timestamp),
            ...(windowSeconds && { windowMs: windowSeconds * 1000 }),
            value: quantityToMilli(value),
          })),
        };
      }),
    objectMetric: ({ metric, describedObject }) =>
      ask<MetricSample>(CUSTOM, () => {
        const resource = `${describedObject.kind.toLowerCase()}s`;
        const [value] = source.customMetric({
          metric: metric.name,
          namespace,
          resource,
          names: [describedObject.name],
        });
        if (!value) {
          return notFound(metric.name, `${resource} ${describedObject.name}`);
        }
        return {
          ok: true,
          value: {
            timestamp: Date.parse(value.timestamp),
            value: quantityToMilli(value.value),
          },
        };
      }),
    externalMetric: ({ metric }) =>
      ask<readonly MetricSample[]>('external.metrics.k8s.io', () => ({
        ok: true,
        value: source
          .externalMetric({
            metric: metric.name,
            namespace,
            labelSelector: formatSelector(metric.selector),
          })
          .map(({ value, timestamp }) => ({
            timestamp: Date.parse(timestamp),
            value: quantityToMilli(value),
          })),
      })),
  };
}
