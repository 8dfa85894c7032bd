import {
  Controller,
  ControllerContext,
} from '../controllers/runtime/ControllerContext';
import { keyOf, Pod, toTime } from '../controllers/runtime/objects';
import {
  formatKibibytes,
  formatMilli,
  formatNanocores,
} from '../controllers/runtime/quantity';
import {
  matchesSelector,
  parseSelector,
} from '../controllers/runtime/selectors';
import { SCALED_OBJECT_LABEL } from '../controllers/keda/hpaOfScaledObject';
import { faultsOf } from '../workload/faults';
import { AGENT_LABEL, LoadModel } from '../workload/load/LoadModel';
import { isRateMetric } from '../workload/load/loadProfile';
import { NO_LOAD, podMetricValue, PodLoad } from '../workload/load/podLoad';
import { ContainerUsage, UsageModel } from '../workload/UsageModel';
import { MetricsSource, MetricValue, NodeMetrics, PodMetrics } from './types';

/** `--metric-resolution` of metrics-server. */
export const RESOLUTION_MS = 15_000;
export const QUEUE_METRIC = 'ai_request_queue_depth';

/** Metrics that every agent and model server exports beside its own request rate. */
const COMMON_METRICS = [
  'ai_requests_waiting',
  'ai_request_duration_seconds_p95',
  'ai_request_error_ratio',
];
const MODEL_SERVER_METRICS = [
  'ai_model_requests_per_second',
  'vllm:num_requests_running',
  'vllm:num_requests_waiting',
  'vllm:gpu_cache_usage_perc',
];
const GPU_METRIC = 'DCGM_FI_DEV_GPU_UTIL';

interface Sample {
  timestamp: string;
  pod: Pod;
  containers: ContainerUsage[];
  load: PodLoad;
  hasCustom: boolean;
}

/** Samples the simulated pods every 15 s and serves the three metrics APIs from the last samples. */
export class SimulatedMetrics implements MetricsSource, Controller {
  private samples = new Map<string, Sample>();
  private readonly stopSampling: () => void;

  static start(options: {
    context: ControllerContext;
    load: LoadModel;
    usage: UsageModel;
  }): SimulatedMetrics {
    return new SimulatedMetrics(options.context, options.load, options.usage);
  }

  private constructor(
    private readonly context: ControllerContext,
    private readonly load: LoadModel,
    private readonly usage: UsageModel,
  ) {
    this.sample();
    this.stopSampling = context.clock.every(RESOLUTION_MS, () => this.sample());
  }

  stop() {
    this.stopSampling();
  }

  podMetrics(options: { namespace?: string } = {}): PodMetrics[] {
    return [...this.samples.values()]
      .filter(
        ({ pod }) =>
          !options.namespace || pod.metadata.namespace === options.namespace,
      )
      .map(({ pod, timestamp, containers }) => ({
        namespace: pod.metadata.namespace ?? '',
        name: pod.metadata.name,
        labels: { ...pod.metadata.labels },
        timestamp,
        windowSeconds: RESOLUTION_MS / 1000,
        containers: containers.map(({ name, cpuCores, memoryBytes }) => ({
          name,
          usage: {
            cpu: formatNanocores(cpuCores),
            memory: formatKibibytes(memoryBytes),
          },
        })),
      }));
  }

  /** The last sample of one pod, if it has one. */
  podSample(key: string) {
    return this.samples.get(key);
  }

  nodeMetrics(): NodeMetrics[] {
    const { caches, clock } = this.context;
    return caches.nodes.all().map(node => {
      // What the system itself needs on an idle node.
      const total = { cpuCores: 0.12, memoryBytes: 900 * 2 ** 20 };
      for (const pod of caches.pods.onNode(node.metadata.name)) {
        for (const usage of this.usage.containers(pod)) {
          total.cpuCores += usage.cpuCores;
          total.memoryBytes += usage.memoryBytes;
        }
      }
      return {
        name: node.metadata.name,
        timestamp: toTime(
          Math.floor(clock.now() / RESOLUTION_MS) * RESOLUTION_MS,
        ),
        windowSeconds: RESOLUTION_MS / 1000,
        usage: {
          cpu: formatNanocores(total.cpuCores),
          memory: formatKibibytes(total.memoryBytes),
        },
      };
    });
  }

  customMetricNames() {
    const names = new Set<string>();
    for (const sample of this.samples.values()) {
      for (const name of this.namesOf(sample)) names.add(name);
    }
    return [...names].sort().flatMap(name => [
      { resource: 'pods', namespaced: true, name },
      { resource: 'deployments.apps', namespaced: true, name },
      { resource: 'services', namespaced: true, name },
    ]);
  }

  /** Values of pods; for Deployments and Services, the sum over their pods. */
  customMetric(query: {
    metric: string;
    namespace: string;
    resource: string;
    names: string[];
  }): MetricValue[] {
    const { metric, namespace, resource, names } = query;
    return names.flatMap(name => {
      const pods = this.podsBehind(resource, namespace, name);
      const found = pods
        .map(pod => this.samples.get(keyOf(pod)))
        .filter(sample => sample !== undefined)
        .filter(sample => this.namesOf(sample).includes(metric));
      if (found.length === 0) return [];
      const total = found.reduce(
        (sum, { load }) => sum + podMetricValue(metric, load),
        0,
      );
      return [
        {
          name,
          value: formatMilli(total),
          timestamp: found[0].timestamp,
          windowSeconds: RESOLUTION_MS / 1000,
        },
      ];
    });
  }

  externalMetricNames(): string[] {
    const names = new Set([QUEUE_METRIC]);
    for (const hpa of this.context.caches.hpas.all()) {
      for (const metric of hpa.spec?.metrics ?? []) {
        const name = metric.external?.metric?.name;
        if (name) names.add(name);
      }
    }
    return [...names].sort();
  }

  /** One series per agent: what waits, or what is served for names that do not speak of a queue. */
  externalMetric(query: {
    metric: string;
    namespace: string;
    labelSelector?: string;
  }) {
    const { metric, namespace, labelSelector } = query;
    if (!this.externalMetricNames().includes(metric)) return [];
    const selector = parseSelector(labelSelector ?? '');
    const timestamp = toTime(this.context.clock.now());
    const scaledObjects = this.scaledObjectsByTarget(namespace);
    return this.load
      .all()
      .filter(({ deployment }) => deployment.metadata.namespace === namespace)
      .filter(
        ({ deployment }) => !this.load.hasFault(deployment, 'metrics-missing'),
      )
      .map(({ deployment, waiting, servedRps }) => {
        const { name, labels } = deployment.metadata;
        const scaledObject = scaledObjects.get(name);
        return {
          labels: {
            namespace,
            deployment: name,
            agent:
              labels?.[AGENT_LABEL] ??
              deployment.spec.template.metadata?.labels?.[AGENT_LABEL] ??
              name,
            ...(scaledObject && { [SCALED_OBJECT_LABEL]: scaledObject }),
          },
          value: formatMilli(isRateMetric(metric) ? servedRps : waiting),
          timestamp,
        };
      })
      .filter(series => matchesSelector(selector, series.labels));
  }

  /** KEDA asks for a trigger by the name of its ScaledObject. */
  private scaledObjectsByTarget(namespace: string): Map<string, string> {
    const found = new Map<string, string>();
    for (const hpa of this.context.caches.hpas.inNamespace(namespace)) {
      const scaledObject = hpa.metadata.labels?.[SCALED_OBJECT_LABEL];
      if (scaledObject) found.set(hpa.spec.scaleTargetRef.name, scaledObject);
    }
    return found;
  }

  private podsBehind(resource: string, namespace: string, name: string): Pod[] {
    const { deployments, pods, replicaSets, services } = this.context.caches;
    const key = `${namespace}/${name}`;
    if (resource === 'pods') {
      const pod = pods.get(key);
      return pod ? [pod] : [];
    }
    if (resource.startsWith('deployments')) {
      const deployment = deployments.get(key);
      return replicaSets
        .controlledBy(deployment?.metadata.uid ?? '')
        .flatMap(rs => pods.controlledBy(rs.metadata.uid));
    }
    const matchLabels = services.get(key)?.spec?.selector;
    return matchLabels ? pods.selected(namespace, { matchLabels }) : [];
  }

  private namesOf({ pod, hasCustom }: Sample): string[] {
    if (!hasCustom) return [];
    const profile = this.usage.profileOf(pod);
    if (!profile) return [];
    const names = [...profile.metrics, ...COMMON_METRICS];
    if (this.usage.isModelServer(pod)) names.push(...MODEL_SERVER_METRICS);
    if (this.usage.hasGpu(pod)) names.push(GPU_METRIC);
    return names;
  }

  private sample() {
    const { caches, clock } = this.context;
    const nowMs = clock.now();
    this.load.step();
    const timestamp = toTime(nowMs);
    const next = new Map<string, Sample>();
    for (const pod of caches.pods.all()) {
      if (!hasRunFor(pod, RESOLUTION_MS, nowMs)) continue;
      const key = keyOf(pod);
      const faults = faultsOf(caches, pod);
      if (faults.has('metrics-missing')) continue;
      const previous = this.samples.get(key);
      if (faults.has('metrics-stale') && previous) {
        next.set(key, previous);
        continue;
      }
      next.set(key, {
        timestamp,
        pod,
        containers: this.usage.containers(pod),
        load: this.load.podLoad(pod) ?? NO_LOAD,
        hasCustom: !faults.has('custom-metrics-missing'),
      });
    }
    this.samples = next;
    this.usage.checkMemory();
  }
}

/** metrics-server needs two readings of every container before it has a rate. */
function hasRunFor(pod: Pod, ms: number, nowMs: number): boolean {
  const statuses = pod.status?.containerStatuses ?? [];
  return (
    statuses.length > 0 &&
    !pod.metadata.deletionTimestamp &&
    statuses.every(
      ({ state }) =>
        state.running && Date.parse(state.running.startedAt) + ms <= nowMs,
    )
  );
}
