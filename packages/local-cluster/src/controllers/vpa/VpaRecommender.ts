import {
  ContainerSamples,
  ContainerUsage,
  recommendResources,
  VpaCheckpointStatus,
  VpaSpec,
} from '@suoke/autoscaling';
import { MetricsSource } from '../../metrics/types';
import { ClusterObject } from '../../store/types';
import { Cluster } from '../../registry/Cluster';
import { Controller, ControllerContext } from '../runtime/ControllerContext';
import { withCondition, withoutCondition } from '../runtime/conditions';
import {
  Condition,
  controllerRef,
  draftMeta,
  keyOf,
  Pod,
  toObjectKey,
  toTime,
} from '../runtime/objects';
import { parseQuantity } from '../runtime/quantity';
import { resources } from '../runtime/resources';
import { Target, targetOf } from './vpaTarget';

/** `--recommender-interval`. */
export const RECOMMENDER_INTERVAL_MS = 60_000;
const MANAGER = { fieldManager: 'vpa-recommender' };

export interface VerticalPodAutoscaler extends ClusterObject {
  spec: VpaSpec;
  status?: { conditions?: Condition[]; [field: string]: unknown };
}

/** What the recommender remembers of one VPA. */
interface History {
  usage: Record<string, ContainerUsage>;
  /** By pod uid and container. */
  samples: Map<string, ContainerSamples>;
  /** Kills that were counted already, by pod uid, container and time. */
  kills: Set<string>;
}

/**
 * Plays the VPA recommender: every minute it feeds the usage of the targets' pods to `@suoke/autoscaling` and writes
 * recommendation, conditions and checkpoints. Does nothing while the VPA definitions are not installed.
 */
export class VpaRecommender implements Controller {
  private readonly histories = new Map<string, History>();
  private readonly stopTicking: () => void;

  static start(options: {
    context: ControllerContext;
    cluster: Cluster;
    metrics: MetricsSource;
  }): VpaRecommender {
    return new VpaRecommender(options);
  }

  private constructor(
    private readonly options: {
      context: ControllerContext;
      cluster: Cluster;
      metrics: MetricsSource;
    },
  ) {
    this.stopTicking = options.context.clock.every(
      RECOMMENDER_INTERVAL_MS,
      () => this.tick(),
    );
  }

  stop() {
    this.stopTicking();
  }

  private tick() {
    const { cluster, context, metrics } = this.options;
    const key = resources.verticalPodAutoscalers;
    if (!cluster.machinery.registry.find(key)) return;
    const vpas = cluster.list(key) as VerticalPodAutoscaler[];
    const known = new Set(vpas.map(vpa => vpa.metadata.uid));
    for (const uid of this.histories.keys()) {
      if (!known.has(uid)) this.histories.delete(uid);
    }
    if (vpas.length === 0) return;
    const samples = new Map(
      metrics.podMetrics().map(one => [`${one.namespace}/${one.name}`, one]),
    );
    for (const vpa of vpas) {
      try {
        this.recommend(vpa, pod => samples.get(keyOf(pod)));
      } catch (error) {
        context.onError(`vpa-recommender ${keyOf(vpa)}`, error);
      }
    }
  }

  private recommend(
    vpa: VerticalPodAutoscaler,
    sampleOf: (
      pod: Pod,
    ) => ReturnType<MetricsSource['podMetrics']>[number] | undefined,
  ) {
    const target = targetOf(this.options.cluster, vpa);
    const pods = target.problem
      ? []
      : this.options.context.caches.pods.selected(
          vpa.metadata.namespace ?? '',
          target.selector,
        );
    const history = this.historyOf(vpa);
    for (const pod of pods) {
      const sample = sampleOf(pod);
      for (const { name, usage } of sample?.containers ?? []) {
        const atMs = Date.parse(sample!.timestamp);
        const samples = this.samplesOf(history, pod, name);
        samples.addCpuSample(parseQuantity(usage.cpu), atMs);
        samples.addMemorySample(parseQuantity(usage.memory), atMs);
      }
      this.recordKills(history, pod);
    }
    this.writeStatus(vpa, target, pods, history);
    this.writeCheckpoints(vpa, history);
  }

  private samplesOf(history: History, pod: Pod, container: string) {
    const key = `${pod.metadata.uid}/${container}`;
    const known = history.samples.get(key);
    if (known) return known;
    history.usage[container] ??= new ContainerUsage();
    const samples = new ContainerSamples(history.usage[container]);
    history.samples.set(key, samples);
    return samples;
  }

  private recordKills(history: History, pod: Pod) {
    for (const { name, lastState, state } of pod.status?.containerStatuses ??
      []) {
      const end = state.terminated ?? lastState.terminated;
      if (end?.reason !== 'OOMKilled') continue;
      const key = `${pod.metadata.uid}/${name}/${end.finishedAt}`;
      if (history.kills.has(key)) continue;
      history.kills.add(key);
      const request =
        pod.spec.containers.find(one => one.name === name)?.resources?.requests
          ?.memory ?? '0';
      this.samplesOf(history, pod, name).recordOom(
        parseQuantity(request),
        Date.parse(end.finishedAt),
      );
    }
  }

  /** After a restart the checkpoints bring the histograms back, as they do for the real recommender. */
  private historyOf(vpa: VerticalPodAutoscaler): History {
    const known = this.histories.get(vpa.metadata.uid);
    if (known) return known;
    const history: History = {
      usage: {},
      samples: new Map(),
      kills: new Set(),
    };
    for (const checkpoint of this.checkpointsOf(vpa)) {
      history.usage[checkpoint.spec.containerName] =
        ContainerUsage.fromCheckpoint(
          (checkpoint.status ?? {}) as VpaCheckpointStatus,
        );
    }
    this.histories.set(vpa.metadata.uid, history);
    return history;
  }

  private checkpointsOf(vpa: VerticalPodAutoscaler): ClusterObject[] {
    const { cluster } = this.options;
    const key = resources.verticalPodAutoscalerCheckpoints;
    if (!cluster.machinery.registry.find(key)) return [];
    return cluster
      .list(key, { namespace: vpa.metadata.namespace })
      .filter(one => one.spec?.vpaObjectName === vpa.metadata.name);
  }

  private writeStatus(
    vpa: VerticalPodAutoscaler,
    target: Target,
    pods: readonly Pod[],
    history: History,
  ) {
    const { cluster, context } = this.options;
    const isKnown = Object.values(history.usage).some(
      usage => usage.totalSamplesCount > 0,
    );
    const { containerRecommendations } = recommendResources({
      spec: vpa.spec,
      usage: history.usage,
      ...(pods[0] && { containersPerPod: pods[0].spec.containers.length }),
    });
    cluster.updateStatus(
      resources.verticalPodAutoscalers,
      {
        ...vpa,
        status: {
          conditions: vpaConditions(vpa, {
            problem: target.problem,
            hasPods: pods.length > 0,
            isProvided: isKnown,
            time: toTime(context.clock.now()),
          }),
          ...(isKnown && { recommendation: { containerRecommendations } }),
        },
      },
      MANAGER,
    );
  }

  private writeCheckpoints(vpa: VerticalPodAutoscaler, history: History) {
    const { cluster, context } = this.options;
    const key = resources.verticalPodAutoscalerCheckpoints;
    if (!cluster.machinery.registry.find(key)) return;
    for (const [containerName, usage] of Object.entries(history.usage)) {
      if (usage.totalSamplesCount === 0) continue;
      const { namespace = '', name } = vpa.metadata;
      const objectKey = toObjectKey(`${namespace}/${name}-${containerName}`);
      const current =
        cluster.get(key, objectKey) ??
        cluster.create(
          key,
          {
            apiVersion: 'autoscaling.k8s.io/v1',
            kind: 'VerticalPodAutoscalerCheckpoint',
            metadata: draftMeta({
              ...objectKey,
              ownerReferences: [controllerRef(vpa)],
            }),
            spec: { containerName, vpaObjectName: name },
          },
          MANAGER,
        );
      const status = {
        ...usage.toCheckpoint(),
        lastUpdateTime: toTime(context.clock.now()),
      };
      cluster.updateStatus(key, { ...current, status }, MANAGER);
    }
  }
}

/** Conditions as the recommender sets them: what does not apply is absent. */
function vpaConditions(
  vpa: VerticalPodAutoscaler,
  seen: {
    problem?: string;
    hasPods: boolean;
    isProvided: boolean;
    time: string;
  },
): Condition[] {
  const { problem, hasPods, isProvided, time } = seen;
  const set = (
    conditions: readonly Condition[] | undefined,
    type: string,
    status: 'True' | 'False',
    why: { reason?: string; message?: string } = {},
  ) =>
    withCondition(conditions, {
      type,
      status,
      ...why,
      lastTransitionTime: time,
    });
  let conditions = set(
    vpa.status?.conditions,
    'RecommendationProvided',
    isProvided ? 'True' : 'False',
    isProvided
      ? {}
      : {
          reason: hasPods ? 'NoSamples' : 'NoPodsMatched',
          message: hasPods
            ? 'No usage has been seen yet'
            : 'No pods match this VPA object',
        },
  );
  conditions = problem
    ? set(conditions, 'ConfigUnsupported', 'True', { message: problem })
    : withoutCondition(conditions, 'ConfigUnsupported');
  return hasPods
    ? withoutCondition(conditions, 'NoPodsMatched')
    : set(conditions, 'NoPodsMatched', 'True', {
        reason: 'NoPodsMatched',
        message: 'No pods match this VPA object',
      });
}
