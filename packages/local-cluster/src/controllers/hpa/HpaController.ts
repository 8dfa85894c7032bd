import {
  HorizontalPodAutoscaler,
  HpaMemory,
  HpaObservation,
  observePod,
  PodObservation,
  reconcileHpa,
  withFailedScaleUpdate,
} from '@suoke/autoscaling';
import { HPA_FEATURES } from '../../kubernetesVersion';
import { MetricsSource } from '../../metrics/types';
import { ClusterObject } from '../../store/types';
import { Controller, ControllerContext } from '../runtime/ControllerContext';
import { byName, keyOf, Pod } from '../runtime/objects';
import { resources } from '../runtime/resources';
import { parseSelector } from '../runtime/selectors';
import { WorkQueue } from '../runtime/WorkQueue';
import {
  MetricsApiProblem,
  metricsReader,
  ResourceSamples,
} from './hpaMetrics';
import { ScaleClient } from './ScaleClient';
import { SelectorIndex } from './SelectorIndex';

const COMPONENT = 'horizontal-pod-autoscaler';
/** `--horizontal-pod-autoscaler-sync-period`. */
export const SYNC_PERIOD_MS = 15_000;

/** What the controller remembers of every HPA, by uid; it can be saved and restored. */
export type HpaMemories = Record<string, HpaMemory>;

/** Runs HorizontalPodAutoscalers: observes, lets `@suoke/autoscaling` decide, and writes scale, status and events. */
export class HpaController implements Controller {
  private readonly queue: WorkQueue;
  private readonly memories: Map<string, HpaMemory>;
  private readonly selectors = new SelectorIndex();
  private readonly samples: ResourceSamples;
  // Pods are frozen, so what was read from one holds as long as the object does.
  private readonly observed = new WeakMap<Pod, PodObservation>();

  static start(options: {
    context: ControllerContext;
    scales: ScaleClient;
    metrics: MetricsSource;
    metricsProblem: MetricsApiProblem;
    /** From an earlier {@link HpaController.exportMemories}. */
    memories?: HpaMemories;
  }): HpaController {
    return new HpaController(options);
  }

  private constructor(
    private readonly options: {
      context: ControllerContext;
      scales: ScaleClient;
      metrics: MetricsSource;
      metricsProblem: MetricsApiProblem;
      memories?: HpaMemories;
    },
  ) {
    const { caches, clock, onError } = options.context;
    this.memories = new Map(Object.entries(options.memories ?? {}));
    this.samples = new ResourceSamples(options.metrics);
    this.queue = new WorkQueue({
      clock,
      reconcile: key => this.reconcile(key),
      onError: (key, error) => onError(`${COMPONENT} ${key}`, error),
    });
    for (const hpa of caches.hpas.all()) this.begin(hpa);
    caches.hpas.onChange((hpa, previous) => {
      if (!caches.hpas.get(keyOf(hpa))) this.forget(hpa);
      else if (!previous) this.begin(hpa);
    });
  }

  stop() {
    this.queue.stop();
  }

  exportMemories(): HpaMemories {
    return Object.fromEntries(this.memories);
  }

  /** Runs a pass of one HPA now; for measurements. */
  reconcileNow(key: string): void {
    this.reconcile(key);
  }

  private begin(hpa: ClusterObject) {
    this.queue.add(keyOf(hpa));
  }

  private forget(hpa: ClusterObject) {
    this.memories.delete(hpa.metadata.uid);
    this.selectors.delete(keyOf(hpa));
  }

  private reconcile(key: string): number | undefined {
    const { context, scales } = this.options;
    const hpa = context.caches.hpas.get(key);
    if (!hpa || hpa.metadata.deletionTimestamp) return undefined;
    const { uid, namespace = '' } = hpa.metadata;
    const memory = this.memories.get(uid);
    const observation = this.observe(hpa, key);
    let result = reconcileHpa(observation, memory, {
      features: HPA_FEATURES,
    });
    if (result.rescale) {
      try {
        scales.set(
          namespace,
          observation.hpa.spec.scaleTargetRef,
          result.desiredReplicas,
        );
      } catch (error) {
        result = withFailedScaleUpdate(
          result,
          observation,
          memory,
          messageOf(error),
        );
      }
    }
    this.memories.set(uid, result.memory);
    for (const event of result.events) {
      context.events.record(hpa, { component: COMPONENT, ...event });
    }
    context.cluster.updateStatus(
      resources.horizontalPodAutoscalers,
      { ...hpa, status: result.status },
      { fieldManager: 'kube-controller-manager' },
    );
    return SYNC_PERIOD_MS;
  }

  private observe(hpa: ClusterObject, key: string): HpaObservation {
    const { context, scales, metrics, metricsProblem } = this.options;
    const { namespace = '', name } = hpa.metadata;
    const nowMs = context.clock.now();
    const typed = hpa as unknown as HorizontalPodAutoscaler;
    let scale: HpaObservation['scale'];
    let pods: Pod[] = [];
    try {
      const value = scales.get(namespace, typed.spec.scaleTargetRef);
      scale = { ok: true, value };
      if (value.selector) {
        this.selectors.set(key, namespace, name, value.selector);
        pods = context.caches.pods
          .selected(namespace, parseSelector(value.selector))
          .sort(byName);
      }
    } catch (error) {
      scale = { ok: false, error: messageOf(error) };
    }
    return {
      now: nowMs,
      hpa: typed,
      scale,
      pods: pods.map(pod => this.observePod(pod)),
      selectingHpas: this.selectors.selecting(pods),
      metrics: metricsReader({
        source: metrics,
        samples: this.samples,
        problem: metricsProblem,
        namespace,
        pods,
        nowMs,
      }),
    };
  }

  private observePod(pod: Pod): PodObservation {
    const known = this.observed.get(pod);
    if (known) return known;
    const observation = observePod(pod);
    this.observed.set(pod, observation);
    return observation;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
