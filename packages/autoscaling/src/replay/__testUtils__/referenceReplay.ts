/** The same replay pass by pass through `reconcileHpa`, with pods and samples as objects: slow, and right by construction. */
import { ceilToReplicas } from '../../hpa/arithmetic';
import { reconcileHpa } from '../../hpa/reconcile';
import type {
  HpaMemory,
  HpaReconcileResult,
  HpaSpec,
  HpaStatus,
  MetricsReader,
  PodObservation,
} from '../../hpa/types';
import { SeriesCursor } from '../SeriesCursor';
import { replaySignalKey } from '../signalKey';
import type {
  ReplayDecision,
  ReplayHistory,
  ReplayOptions,
  ReplayRule,
  ReplaySignal,
} from '../types';

interface SimulatedPod {
  name: string;
  createdAt: number;
}

interface Defaults {
  isTotal: boolean;
  floor: number;
  share: number;
  starting: number;
  capacity: number;
  lagMs: number;
  windowMs: number;
}

function defaultsOf(
  key: string,
  signal: ReplaySignal,
  periodMs: number,
): Defaults {
  const isResource = /^(resource|containerResource)\//.test(key);
  const floor = signal.perPod?.floor ?? 0;
  const lagMs = (signal.lagSeconds ?? 15) * 1000;
  return {
    isTotal: !signal.perPod && /^(object|external)\//.test(key),
    floor,
    share: signal.perPod?.share ?? 1,
    starting: Math.round(signal.startingUsage ?? floor),
    capacity: signal.capacity ?? Infinity,
    lagMs: Math.ceil(lagMs / periodMs) * periodMs,
    windowMs: (signal.windowSeconds ?? (isResource ? 15 : 60)) * 1000,
  };
}

function ruleOf(result: HpaReconcileResult): ReplayRule {
  const { explanation } = result;
  if (explanation.branch === 'aboveMax') return 'max';
  if (explanation.branch === 'belowMin') return 'min';
  const { limit, stabilization, metricDesiredReplicas } = explanation;
  switch (limit?.reason) {
    case 'ScaleUpLimit':
    case 'ScaleDownLimit':
      return 'rateLimited';
    case 'TooManyReplicas':
      return 'max';
    case 'TooFewReplicas':
      return 'min';
    default:
  }
  if (stabilization?.desiredReplicas !== metricDesiredReplicas)
    return 'stabilized';
  const deciding = explanation.proposals.find(
    proposal =>
      proposal.ok &&
      proposal.metricName === explanation.decidingMetric &&
      proposal.replicas === metricDesiredReplicas,
  );
  if (
    deciding?.ok &&
    metricDesiredReplicas === explanation.currentReplicas &&
    deciding.calculation.held === 'withinTolerance'
  ) {
    const { kind, usage, target, ratio, podCount } = deciding.calculation;
    const without = ceilToReplicas(
      kind === 'perPod' ? usage / target : ratio * podCount,
    );
    if (without !== explanation.currentReplicas) return 'tolerance';
  }
  return 'none';
}

export interface ReferenceReplay {
  decisions: ReplayDecision[];
  ticks: number;
  ticksByRule: Record<ReplayRule, number>;
  ticksBlocked: number;
}

export function referenceReplay(
  spec: HpaSpec,
  history: ReplayHistory,
  options: ReplayOptions = {},
): ReferenceReplay {
  const periodMs = (options.syncPeriodSeconds ?? 15) * 1000;
  const firstTick = history.from + (options.phaseSeconds ?? 0) * 1000;
  const runningMs = history.startUp.runningSeconds * 1000;
  const readyMs = history.startUp.readySeconds * 1000;
  const signals = Object.entries(history.signals).map(([key, signal]) => ({
    key,
    ...defaultsOf(key, signal, periodMs),
    cursor: new SeriesCursor(signal.load),
  }));
  const [container, sidecar] = history.pod.containers;
  let created = 0;
  const start = (createdAt: number): SimulatedPod => {
    created += 1;
    return { name: `pod-${created}`, createdAt };
  };
  let pods = Array.from({ length: history.initialReplicas }, () =>
    start(firstTick - 7 * 86_400_000),
  );
  /** Serving pods before the decision of each pass. */
  const servingAt: number[] = [];
  let memory: HpaMemory | undefined;
  let status: HpaStatus | undefined =
    history.scaledToZero ?? true
      ? { conditions: [{ type: 'ScaledToZero', status: 'True' }] }
      : undefined;
  const outcome: ReferenceReplay = {
    decisions: [],
    ticks: 0,
    ticksByRule: {
      none: 0,
      stabilized: 0,
      rateLimited: 0,
      min: 0,
      max: 0,
      tolerance: 0,
    },
    ticksBlocked: 0,
  };

  for (let now = firstTick; now < history.to; now += periodMs) {
    const tick = outcome.ticks;
    outcome.ticks += 1;
    servingAt.push(pods.filter(pod => pod.createdAt + readyMs <= now).length);
    const seen = signals.map(signal => {
      const { lagMs, windowMs, floor, share, capacity, cursor } = signal;
      const sampledAt = now - lagMs;
      cursor.advance(sampledAt);
      const load = cursor.value;
      const sampledTick = tick - lagMs / periodMs;
      const serving =
        sampledTick < 0 ? history.initialReplicas : servingAt[sampledTick];
      const shared = Math.round(
        Math.min(floor + (share * load) / serving, capacity),
      );
      const total = signal.isTotal ? Math.round(load) : shared;
      return {
        ...signal,
        sampledAt,
        windowMs,
        total:
          Number.isNaN(load) || (!signal.isTotal && serving === 0)
            ? undefined
            : total,
        ofPod: (pod: SimulatedPod) => {
          if (Number.isNaN(load)) return undefined;
          if (sampledAt <= pod.createdAt) return undefined;
          if (sampledAt < pod.createdAt + runningMs + windowMs)
            return undefined;
          return sampledAt >= pod.createdAt + readyMs
            ? shared
            : signal.starting;
        },
      };
    });
    const find = (key: string) => seen.find(signal => signal.key === key);
    const resources = seen.filter(({ key }) =>
      /^(resource|containerResource)\//.test(key),
    );
    const observed = pods.map((pod): PodObservation => {
      const isReady = pod.createdAt + readyMs <= now;
      return {
        name: pod.name,
        phase: pod.createdAt + runningMs <= now ? 'Running' : 'Pending',
        startTime: pod.createdAt,
        ready: {
          status: isReady ? 'True' : 'False',
          lastTransitionTime: isReady ? pod.createdAt + readyMs : pod.createdAt,
        },
        ...history.pod,
      };
    });
    const present = pods;
    const usageOf = (pod: SimulatedPod, name: string) => {
      const whole = find(`resource/${name}`)?.ofPod(pod);
      const part = find(`containerResource/${container.name}/${name}`)?.ofPod(
        pod,
      );
      return { whole, part };
    };
    const metrics: MetricsReader = {
      resourceMetrics: () => ({
        ok: true,
        value: present.map(pod => {
          const [first] = resources;
          const cpu = usageOf(pod, 'cpu');
          const memoryUsage = usageOf(pod, 'memory');
          const main: Record<string, number> = {};
          const other: Record<string, number> = {};
          for (const [name, { whole, part }] of [
            ['cpu', cpu],
            ['memory', memoryUsage],
          ] as const) {
            if (part !== undefined) main[name] = part;
            if (whole !== undefined) {
              if (sidecar) other[name] = whole - (part ?? 0);
              else main[name] = whole;
            }
          }
          // A container without a value of its own is left out, so that the pod still has one.
          const hasMain = Object.keys(main).length > 0 || !sidecar;
          if (hasMain && other.memory !== undefined) main.memory = 0;
          if (hasMain && other.cpu !== undefined) main.cpu ??= 0;
          return {
            pod: pod.name,
            timestamp: first.sampledAt,
            windowMs: first.windowMs,
            containers: [
              ...(hasMain ? [{ name: container.name, usage: main }] : []),
              ...(sidecar ? [{ name: sidecar.name, usage: other }] : []),
            ],
          };
        }),
      }),
      podsMetric: ({ metric }) => {
        const signal = find(`pods/${metric.name}`);
        return {
          ok: true,
          value: present.flatMap(pod => {
            const value = signal?.ofPod(pod);
            return value === undefined || !signal
              ? []
              : [
                  {
                    pod: pod.name,
                    value,
                    timestamp: signal.sampledAt,
                    windowMs: signal.windowMs,
                  },
                ];
          }),
        };
      },
      objectMetric: ({ metric, describedObject }) => {
        const value = find(
          `object/${describedObject.kind}/${describedObject.name}/${metric.name}`,
        )?.total;
        return value === undefined
          ? { ok: false, error: 'no data' }
          : { ok: true, value: { value, timestamp: now } };
      },
      externalMetric: ({ metric }) => {
        const value = find(`external/${metric.name}`)?.total;
        return value === undefined
          ? { ok: false, error: 'no data' }
          : { ok: true, value: [{ value, timestamp: now }] };
      },
    };
    const result = reconcileHpa(
      {
        now,
        hpa: { metadata: { name: 'x' }, spec, ...(status && { status }) },
        scale: {
          ok: true,
          value: {
            specReplicas: pods.length,
            statusReplicas: pods.length,
            selector: 'app=x',
          },
        },
        pods: observed,
        metrics,
      },
      memory,
      options.controller,
    );
    memory = result.memory;
    status = result.status;
    const { branch } = result.explanation;
    if (branch === 'metricsUnavailable' || branch === 'scalingDisabled') {
      outcome.ticksBlocked += 1;
    } else {
      const rule = ruleOf(result);
      outcome.ticksByRule[rule] += 1;
      if (result.rescale) {
        const { explanation } = result;
        outcome.decisions.push({
          at: now,
          from: pods.length,
          to: result.desiredReplicas,
          branch: branch as ReplayDecision['branch'],
          ...(explanation.metricDesiredReplicas !== undefined && {
            ...(explanation.metricDesiredReplicas > 0 && {
              metric: explanation.decidingMetric,
            }),
            metricDesiredReplicas: explanation.metricDesiredReplicas,
            stabilizedReplicas: explanation.stabilization?.desiredReplicas,
          }),
          limitedBy: rule,
        });
        const change = result.desiredReplicas - pods.length;
        pods =
          change > 0
            ? [...pods, ...Array.from({ length: change }, () => start(now))]
            : pods.slice(0, result.desiredReplicas);
      }
    }
  }
  return outcome;
}

/** Metrics of a spec as keys, for building its signals. */
export function keysOf(spec: HpaSpec): string[] {
  return (spec.metrics ?? []).map(replaySignalKey);
}
