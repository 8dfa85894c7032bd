/** From a spec and a history to numbers that a replay can run on. */
import { AutoscalingInputError } from '../errors';
import {
  completeScaleDownRules,
  completeScaleUpRules,
  DEFAULT_METRICS,
  DEFAULT_MIN_REPLICAS,
  type CompleteScalingRules,
} from '../hpa/defaults';
import { HPA_SYNC_PERIOD_SECONDS, resolveHpaOptions } from '../hpa/options';
import { reconcileHpa } from '../hpa/reconcile';
import { podRequests } from '../hpa/requests';
import { tolerancesOf, type Tolerances } from '../hpa/tolerance';
import type {
  HpaOptions,
  HpaSpec,
  MetricSpec,
  MetricProposal,
  PodObservation,
} from '../hpa/types';
import { replaySignalKey } from './signalKey';
import type { ReplayHistory, ReplayOptions, ReplaySignal } from './types';

/** A signal with nothing left open; times in milliseconds. */
export interface SignalPlan {
  key: string;
  signal: ReplaySignal;
  /** The value does not depend on the number of pods. */
  isTotal: boolean;
  floor: number;
  share: number;
  startingUsage: number;
  capacity: number;
  goal: number;
  lagMs: number;
  lagTicks: number;
  windowMs: number;
}

/** One entry of `spec.metrics`. */
export interface MetricPlan {
  /** Index in `spec.metrics`. */
  index: number;
  key: string;
  name: string;
  /** `broken`: fails on every pass, whatever the values. */
  kind: 'utilization' | 'average' | 'value' | 'perPod' | 'broken';
  /** Percent for `utilization`, milli otherwise. */
  target: number;
  /** Request of one pod in milli; only for `utilization`. */
  request: number;
  /** The warm-up rule applies. */
  isCpu: boolean;
  /** Position in `signals`. */
  signal: number;
}

export interface ReplayPlan {
  from: number;
  to: number;
  firstTick: number;
  periodMs: number;
  minReplicas: number;
  maxReplicas: number;
  controller: HpaOptions;
  tolerances: Tolerances;
  behavior:
    | { scaleUp: CompleteScalingRules; scaleDown: CompleteScalingRules }
    | undefined;
  /** What may put a target to 0 and wake it. */
  hasObjectOrExternal: boolean;
  metrics: readonly MetricPlan[];
  signals: readonly SignalPlan[];
  withoutHistory: readonly string[];
  runningMs: number;
  readyMs: number;
  initialReplicas: number;
  scaledToZero: boolean;
}

/** A pass that sees one settled pod with a sample of everything: what fails here fails always. */
function probe(
  spec: HpaSpec,
  metrics: readonly MetricSpec[],
  history: ReplayHistory,
  options: ReplayOptions,
): readonly MetricProposal[] {
  const now = history.from;
  const pod: PodObservation = {
    name: 'probe',
    phase: 'Running',
    startTime: now - 86_400_000,
    ready: { status: 'True', lastTransitionTime: now - 86_400_000 },
    ...history.pod,
  };
  const names = metrics.flatMap(
    ({ resource, containerResource }) =>
      (resource ?? containerResource)?.name ?? [],
  );
  const usage = Object.fromEntries(names.map(name => [name, 1]));
  const sample = { value: 1, timestamp: now };
  const replicas = Math.max(1, spec.minReplicas ?? DEFAULT_MIN_REPLICAS);
  const { explanation } = reconcileHpa(
    {
      now,
      hpa: {
        metadata: { name: 'replay' },
        spec: { ...spec, metrics: [...metrics] },
      },
      scale: {
        ok: true,
        value: {
          specReplicas: replicas,
          statusReplicas: replicas,
          selector: 'app=replay',
        },
      },
      pods: [pod],
      metrics: {
        resourceMetrics: () => ({
          ok: true,
          value: [
            {
              pod: pod.name,
              timestamp: now,
              windowMs: 0,
              containers: pod.containers.map(({ name }) => ({ name, usage })),
            },
          ],
        }),
        podsMetric: () => ({ ok: true, value: [{ pod: pod.name, ...sample }] }),
        objectMetric: () => ({ ok: true, value: sample }),
        externalMetric: () => ({ ok: true, value: [sample] }),
      },
    },
    undefined,
    options.controller,
  );
  return explanation.proposals;
}

export function planSignal(
  key: string,
  signal: ReplaySignal,
  periodMs: number,
): SignalPlan {
  const isResource =
    key.startsWith('resource/') || key.startsWith('containerResource/');
  const { perPod } = signal;
  const floor = perPod?.floor ?? 0;
  const lagTicks = Math.ceil(((signal.lagSeconds ?? 15) * 1000) / periodMs);
  return {
    key,
    signal,
    isTotal: !perPod && !isResource && !key.startsWith('pods/'),
    floor,
    share: perPod?.share ?? 1,
    startingUsage: Math.round(signal.startingUsage ?? floor),
    capacity: signal.capacity ?? Infinity,
    goal: signal.goal ?? Infinity,
    lagMs: lagTicks * periodMs,
    lagTicks,
    windowMs: (signal.windowSeconds ?? (isResource ? 15 : 60)) * 1000,
  };
}

/**
 * @throws {@link AutoscalingInputError} for a spec that the API server would refuse, or one of whose metrics none has history
 */
export function planReplay(
  spec: HpaSpec,
  history: ReplayHistory,
  options: ReplayOptions,
): ReplayPlan {
  const controller = resolveHpaOptions(options.controller);
  const periodMs =
    (options.syncPeriodSeconds ?? HPA_SYNC_PERIOD_SECONDS) * 1000;
  const all = spec.metrics?.length ? spec.metrics : DEFAULT_METRICS;
  // Over the whole spec, so that an error names the index that the reader sees.
  const proposals = probe(spec, all, history, options);
  const keys = Object.keys(history.signals);
  const metrics = all.flatMap((metric, index): MetricPlan[] => {
    const key = replaySignalKey(metric);
    const signal = keys.indexOf(key);
    return signal < 0
      ? []
      : [
          planMetric(
            metric,
            proposals[index],
            { key, signal },
            history,
            controller,
          ),
        ];
  });
  if (metrics.length === 0) {
    throw new AutoscalingInputError({
      field: 'history.signals',
      problem: `there is none for ${all.map(replaySignalKey).join(', ')}`,
      remedy: 'pass the history of at least one metric of the spec',
    });
  }
  const { behavior } = spec;
  return {
    from: history.from,
    to: history.to,
    firstTick: history.from + (options.phaseSeconds ?? 0) * 1000,
    periodMs,
    minReplicas: spec.minReplicas ?? DEFAULT_MIN_REPLICAS,
    maxReplicas: spec.maxReplicas,
    controller,
    tolerances: tolerancesOf(behavior, controller),
    behavior: behavior && {
      scaleUp: completeScaleUpRules(behavior.scaleUp),
      scaleDown: completeScaleDownRules(
        behavior.scaleDown,
        controller.downscaleStabilizationSeconds,
      ),
    },
    hasObjectOrExternal: (spec.metrics ?? []).some(
      ({ type }) => type === 'Object' || type === 'External',
    ),
    metrics,
    signals: keys.map(key => planSignal(key, history.signals[key], periodMs)),
    withoutHistory: all.map(replaySignalKey).filter(key => !keys.includes(key)),
    runningMs: history.startUp.runningSeconds * 1000,
    readyMs: history.startUp.readySeconds * 1000,
    initialReplicas: history.initialReplicas,
    scaledToZero: history.scaledToZero ?? true,
  };
}

function planMetric(
  metric: MetricSpec,
  proposal: MetricProposal,
  place: { key: string; signal: number },
  history: ReplayHistory,
  controller: HpaOptions,
): MetricPlan {
  const source = metric.resource ?? metric.containerResource;
  const isResourceType =
    metric.type === 'Resource' || metric.type === 'ContainerResource';
  const kind = proposal.ok ? proposal.calculation.kind : 'broken';
  return {
    index: proposal.index,
    key: place.key,
    name: proposal.metricName,
    kind,
    target: proposal.ok ? proposal.calculation.target : 1,
    request:
      kind === 'utilization' && source
        ? requestOf(
            history,
            source.name,
            metric.containerResource?.container,
            controller,
          )
        : 1,
    isCpu: isResourceType && source?.name === 'cpu',
    signal: place.signal,
  };
}

function requestOf(
  history: ReplayHistory,
  resource: string,
  container: string | undefined,
  controller: HpaOptions,
): number {
  const pod = { name: 'probe', phase: 'Running', ...history.pod };
  const requests = podRequests(
    [pod],
    resource,
    container,
    controller.features.podLevelResources,
  );
  // The probe measured against it, so it is there.
  return requests.ok ? requests.value.get(pod.name) ?? 1 : 1;
}
