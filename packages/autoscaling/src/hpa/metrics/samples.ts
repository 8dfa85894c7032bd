/** One number per pod out of the answers of the metrics APIs. Mirrors `pkg/controller/podautoscaler/metrics/client.go`. */
import { assertFinite } from '../assertComputable';
import type { PodSample, PodSamples } from '../groupPods';
import type {
  Answer,
  MetricsReader,
  PodMetricSample,
  PodResourceSample,
} from '../types';

/** Window that the controller assumes for custom metrics that do not tell theirs. */
const DEFAULT_WINDOW_MS = 60_000;

/** Usage of one resource per pod: of one container, or of all; a pod with a container that lacks the resource is left out. */
export function resourceSamples(
  reader: MetricsReader,
  resource: string,
  container: string | undefined,
): Answer<PodSamples> {
  const answer = reader.resourceMetrics();
  if (!answer.ok) {
    return {
      ok: false,
      error: `unable to fetch metrics from resource metrics API: ${answer.error}`,
    };
  }
  if (answer.value.length === 0) {
    return {
      ok: false,
      error: 'no metrics returned from resource metrics API',
    };
  }
  const samples = new Map<string, PodSample>();
  for (const sample of answer.value) {
    const value = container
      ? containerUsage(sample, resource, container)
      : podUsage(sample, resource);
    if (value !== undefined) {
      assertSample(value, sample.timestamp, `resourceMetrics[${sample.pod}]`);
      samples.set(sample.pod, {
        value,
        timestamp: sample.timestamp,
        windowMs: sample.windowMs,
      });
    }
  }
  return { ok: true, value: samples };
}

function containerUsage(
  sample: PodResourceSample,
  resource: string,
  container: string,
): number | undefined {
  return sample.containers.find(({ name }) => name === container)?.usage[
    resource
  ];
}

function podUsage(
  sample: PodResourceSample,
  resource: string,
): number | undefined {
  if (sample.containers.length === 0) return undefined;
  let total = 0;
  for (const { usage } of sample.containers) {
    const value = usage[resource];
    if (value === undefined) return undefined;
    total += value;
  }
  return total;
}

/** Samples of a Pods metric. */
export function podsMetricSamples(
  answer: Answer<readonly PodMetricSample[]>,
): Answer<PodSamples> {
  if (!answer.ok) {
    return {
      ok: false,
      error: `unable to fetch metrics from custom metrics API: ${answer.error}`,
    };
  }
  if (answer.value.length === 0) {
    return { ok: false, error: 'no metrics returned from custom metrics API' };
  }
  for (const { pod, value, timestamp } of answer.value) {
    assertSample(value, timestamp, `podsMetric[${pod}]`);
  }
  return {
    ok: true,
    value: new Map(
      answer.value.map(
        ({ pod, value, timestamp, windowMs = DEFAULT_WINDOW_MS }) => [
          pod,
          { value, timestamp, windowMs },
        ],
      ),
    ),
  };
}

function assertSample(value: number, timestamp: number, field: string): void {
  assertFinite(
    value,
    `${field}.value`,
    'leave the pod out when it has no sample',
  );
  assertFinite(
    timestamp,
    `${field}.timestamp`,
    'pass milliseconds since the epoch',
  );
}
