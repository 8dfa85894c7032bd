import { ClusterObject } from '../../store/types';
import { fractionOf } from '../../controllers/runtime/names';
import { Container, Deployment } from '../../controllers/runtime/objects';
import { parseQuantity } from '../../controllers/runtime/quantity';
import { podRequests } from '../../controllers/scheduler/nodeFit';
import { parseDuration } from '../durations';

const PREFIX = 'ai.suoke.life/load-';

/** Annotations of a Deployment that shape its load; see the README for meanings and defaults. */
export const LOAD_ANNOTATIONS = {
  rps: `${PREFIX}rps`,
  rpsPerPod: `${PREFIX}rps-per-pod`,
  day: `${PREFIX}day`,
  dayAmplitude: `${PREFIX}day-amplitude`,
  weekendFactor: `${PREFIX}weekend-factor`,
  phase: `${PREFIX}phase`,
  burstEvery: `${PREFIX}burst-every`,
  burstFor: `${PREFIX}burst-for`,
  burstFactor: `${PREFIX}burst-factor`,
  ramp: `${PREFIX}ramp`,
  cpuFloor: `${PREFIX}cpu-floor`,
  cpuPerRequest: `${PREFIX}cpu-per-request`,
  memoryFloor: `${PREFIX}memory-floor`,
  memoryPerRequest: `${PREFIX}memory-per-request`,
  latency: `${PREFIX}latency`,
  metric: `${PREFIX}metric`,
} as const;

/** How much load a workload gets over time, and what a pod needs to serve it. */
export interface LoadProfile {
  /** Mean requests per second of the whole workload. */
  meanRps: number;
  /** Requests per second at which a pod is as busy as its autoscaler wants it. */
  rpsPerPod: number;
  dayMs: number;
  /** 0.4: the load swings between 60 % and 140 % of the mean. */
  dayAmplitude: number;
  /** Load of days six and seven, as a share of the others'. */
  weekendFactor: number;
  /** Where in the day, counted from the workload's creation, the load peaks: 0 to 1. */
  phase: number;
  burstEveryMs: number;
  burstForMs: number;
  /** 0.5: a burst adds half of the load again. */
  burstFactor: number;
  /** How long a new workload's load takes to grow to its full size. */
  rampMs: number;
  cpuFloorCores: number;
  /** Core-seconds per request. */
  cpuPerRequest: number;
  memoryFloorBytes: number;
  /** Bytes per request per second. */
  memoryPerRps: number;
  /** Latency of an idle pod. */
  latencyMs: number;
  /** Names under which the pods' request rate is served. */
  metrics: string[];
}

const DEFAULT_RPS_PER_POD = 20;
const DEFAULT_REQUEST = { cpu: 0.5, memory: 512 * 2 ** 20 };
const DEFAULT_CPU_TARGET = 70;

interface HpaView {
  min: number;
  max: number;
  cpuTarget?: number;
  podsMetrics: MetricView[];
  /** As KEDA's HPAs have them. */
  externalMetrics: MetricView[];
}

interface MetricView {
  name: string;
  averageValue?: number;
}

function viewOf(hpa: ClusterObject): HpaView {
  const metrics: any[] = hpa.spec?.metrics ?? [];
  return {
    min: hpa.spec?.minReplicas ?? 1,
    max: hpa.spec?.maxReplicas ?? 1,
    cpuTarget: metrics.find(
      one =>
        one.type === 'Resource' &&
        one.resource?.name === 'cpu' &&
        one.resource.target?.averageUtilization,
    )?.resource.target.averageUtilization,
    podsMetrics: metrics.flatMap(one => metricView(one.pods)),
    externalMetrics: metrics.flatMap(one => metricView(one.external)),
  };
}

function metricView(source: any): MetricView[] {
  if (!source) return [];
  const averageValue = source.target?.averageValue;
  return [
    {
      name: source.metric.name,
      ...(averageValue !== undefined && {
        averageValue: parseQuantity(averageValue),
      }),
    },
  ];
}

/** Metric names that measure something else than a request rate; see `podMetricValue`. */
export function isRateMetric(name: string): boolean {
  return !/(waiting|queue|depth|lag|backlog|redis|rabbitmq|kafka|sqs|running|cache|util|duration|latency|ratio|percent)/i.test(
    name,
  );
}

function templateRequests(deployment: Deployment) {
  const { cpu = 0, memory = 0 } = podRequests({
    spec: deployment.spec.template.spec,
  });
  return {
    cpu: cpu || DEFAULT_REQUEST.cpu,
    memory: memory || DEFAULT_REQUEST.memory,
  };
}

/** Reads annotations with defaults; what cannot be parsed counts as absent. */
class Reader {
  constructor(private readonly annotations: Record<string, string>) {}

  text(key: keyof typeof LOAD_ANNOTATIONS): string | undefined {
    return this.annotations[LOAD_ANNOTATIONS[key]];
  }

  quantity(key: keyof typeof LOAD_ANNOTATIONS): number | undefined {
    const text = this.text(key);
    if (text === undefined) return undefined;
    try {
      return parseQuantity(text);
    } catch {
      return undefined;
    }
  }

  duration(key: keyof typeof LOAD_ANNOTATIONS): number | undefined {
    return parseDuration(this.text(key));
  }
}

/**
 * The load of a Deployment: what its annotations say, and for the rest what makes its autoscaler worth watching. The
 * mean asks for 37 % of the way from min to max replicas, and the day swings by 40 %, so 2..10 replicas become 3..7.
 *
 * @param hpa - the autoscaler that targets the Deployment, if any
 * @param followed - for a model server: the mean requests per second of the agent it serves
 */
export function readLoadProfile(
  deployment: Deployment,
  hpa: ClusterObject | undefined,
  followed?: number,
): LoadProfile {
  const reader = new Reader({
    ...deployment.spec.template.metadata?.annotations,
    ...deployment.metadata.annotations,
  });
  const view = hpa && viewOf(hpa);
  const replicas = deployment.spec.replicas ?? 1;
  const rateMetric = [
    ...(view?.podsMetrics ?? []),
    ...(view?.externalMetrics ?? []),
  ].find(one => one.averageValue && isRateMetric(one.name));
  const rpsPerPod =
    reader.quantity('rpsPerPod') ??
    rateMetric?.averageValue ??
    (followed === undefined
      ? DEFAULT_RPS_PER_POD
      : followed / (view ? view.min + 1 : Math.max(1, replicas)));
  const meanPods = view
    ? view.min + 0.375 * (view.max - view.min)
    : replicas * 0.7;
  const request = templateRequests(deployment);
  const cpuTarget = (view?.cpuTarget ?? DEFAULT_CPU_TARGET) / 100;
  const asked = reader.text('metric');
  return {
    meanRps: followed ?? reader.quantity('rps') ?? meanPods * rpsPerPod,
    rpsPerPod,
    dayMs: reader.duration('day') ?? 30 * 60_000,
    dayAmplitude: reader.quantity('dayAmplitude') ?? 0.4,
    weekendFactor: reader.quantity('weekendFactor') ?? 0.7,
    phase: reader.quantity('phase') ?? defaultPhase(deployment),
    burstEveryMs: reader.duration('burstEvery') ?? 4 * 60_000,
    burstForMs: reader.duration('burstFor') ?? 75_000,
    burstFactor: reader.quantity('burstFactor') ?? 0.25,
    rampMs: reader.duration('ramp') ?? 60_000,
    cpuFloorCores: reader.quantity('cpuFloor') ?? 0.1 * request.cpu,
    // At the wanted request rate a pod uses 80 % of what the cpu target allows: requests decide, cpu confirms.
    cpuPerRequest:
      reader.quantity('cpuPerRequest') ??
      ((0.8 * cpuTarget - 0.1) * request.cpu) / rpsPerPod,
    memoryFloorBytes: reader.quantity('memoryFloor') ?? 0.4 * request.memory,
    memoryPerRps:
      reader.quantity('memoryPerRequest') ??
      (0.22 * request.memory) / rpsPerPod,
    latencyMs: reader.duration('latency') ?? 180,
    metrics: asked
      ? asked.split(',').map(name => name.trim())
      : view?.podsMetrics.map(one => one.name) ?? [],
  };
}

/** Soon after creation, so that somebody who has just made an agent sees it scale; not the same for all. */
function defaultPhase(deployment: Deployment): number {
  return 0.1 + 0.12 * fractionOf(`phase/${deployment.metadata.name}`);
}

/** The limit of a container in cores or bytes; Infinity without one. */
export function limitOf(container: Container, resource: string): number {
  const limit = container.resources?.limits?.[resource];
  return limit === undefined ? Infinity : parseQuantity(limit);
}
