import { Cluster } from '../../registry/Cluster';
import { ClusterObject, ResourceKey } from '../../store/types';
import { withCondition } from '../runtime/conditions';
import { Controller, ControllerContext } from '../runtime/ControllerContext';
import { controllerOf, keyOf, toObjectKey, toTime } from '../runtime/objects';
import { resources } from '../runtime/resources';
import { WorkQueue } from '../runtime/WorkQueue';
import { hpaOfScaledObject, ScaledObject } from './hpaOfScaledObject';

const SCALED_OBJECTS: ResourceKey = {
  group: 'keda.sh',
  resource: 'scaledobjects',
};
const COMPONENT = 'keda-operator';
const PAUSED = 'autoscaling.keda.sh/paused';
const RESYNC_MS = 30_000;

/** Plays the part of KEDA that turns ScaledObjects into HPAs. Does nothing while KEDA's definitions are not installed. */
export class ScaledObjectController implements Controller {
  private readonly queue: WorkQueue;
  private readonly stops: (() => void)[];

  static start(options: {
    context: ControllerContext;
    cluster: Cluster;
  }): ScaledObjectController {
    return new ScaledObjectController(options.context, options.cluster);
  }

  private constructor(
    private readonly context: ControllerContext,
    private readonly cluster: Cluster,
  ) {
    const { clock, onError } = context;
    this.queue = new WorkQueue({
      clock,
      reconcile: key => this.reconcile(key),
      onError: (key, error) => onError(`${COMPONENT} ${key}`, error),
    });
    // Definitions may come after this controller, so it listens to everything and picks its own.
    this.stops = [
      cluster.subscribe(undefined, ({ key, object }) => {
        if (key.resource === SCALED_OBJECTS.resource) {
          this.queue.add(keyOf(object));
        }
      }),
      clock.every(RESYNC_MS, () => this.resync()),
    ];
    this.resync();
  }

  stop() {
    this.queue.stop();
    for (const stop of this.stops) stop();
  }

  private isInstalled(): boolean {
    return Boolean(this.cluster.machinery.registry.find(SCALED_OBJECTS));
  }

  private resync() {
    if (!this.isInstalled()) return;
    for (const object of this.cluster.list(SCALED_OBJECTS)) {
      this.queue.add(keyOf(object));
    }
  }

  private reconcile(key: string): void {
    if (!this.isInstalled()) return;
    const scaledObject = this.cluster.get(SCALED_OBJECTS, toObjectKey(key)) as
      | ScaledObject
      | undefined;
    if (!scaledObject || scaledObject.metadata.deletionTimestamp) return;
    const wanted = hpaOfScaledObject(scaledObject);
    const isPaused = scaledObject.metadata.annotations?.[PAUSED] === 'true';
    if (isPaused) this.removeHpa(scaledObject, wanted);
    else this.keepHpa(scaledObject, wanted);
    this.writeStatus(scaledObject, wanted, isPaused);
  }

  private keepHpa(scaledObject: ScaledObject, wanted: Partial<ClusterObject>) {
    const manager = { fieldManager: COMPONENT };
    const current = this.cluster.get(
      resources.horizontalPodAutoscalers,
      wanted.metadata!,
    );
    if (!current) {
      this.cluster.create(resources.horizontalPodAutoscalers, wanted, manager);
      this.context.events.record(scaledObject, {
        component: COMPONENT,
        type: 'Normal',
        reason: 'ScaledObjectReady',
        message: 'ScaledObject is ready for scaling',
      });
      return;
    }
    if (controllerOf(current)?.uid !== scaledObject.metadata.uid) {
      throw new Error(
        `HPA ${keyOf(current)} exists and belongs to somebody else`,
      );
    }
    this.cluster.update(
      resources.horizontalPodAutoscalers,
      { ...current, spec: wanted.spec },
      manager,
    );
  }

  private removeHpa(
    scaledObject: ScaledObject,
    wanted: Partial<ClusterObject>,
  ) {
    const current = this.cluster.get(
      resources.horizontalPodAutoscalers,
      wanted.metadata!,
    );
    const isOurs =
      current && controllerOf(current)?.uid === scaledObject.metadata.uid;
    if (isOurs) {
      this.cluster.delete(resources.horizontalPodAutoscalers, wanted.metadata!);
    }
  }

  private writeStatus(
    scaledObject: ScaledObject,
    hpa: Partial<ClusterObject>,
    isPaused: boolean,
  ) {
    const time = toTime(this.context.clock.now());
    const states = [
      {
        type: 'Ready',
        status: 'True' as const,
        reason: 'ScaledObjectReady',
        message: 'ScaledObject is defined correctly and is ready for scaling',
      },
      {
        type: 'Active',
        status: isPaused ? ('False' as const) : ('True' as const),
        reason: isPaused ? 'ScalerNotActive' : 'ScalerActive',
        message: isPaused
          ? 'Scaling is not performed because triggers are not active'
          : 'Scaling is performed because triggers are active',
      },
      {
        type: 'Fallback',
        status: 'False' as const,
        reason: 'NoFallbackFound',
        message: 'No fallbacks are active on this scaled object',
      },
      {
        type: 'Paused',
        status: isPaused ? ('True' as const) : ('False' as const),
        reason: isPaused ? 'ScaledObjectPaused' : 'ScaledObjectUnpaused',
        message: isPaused
          ? 'ScaledObject is paused'
          : 'pause annotation removed for ScaledObject',
      },
    ];
    const metrics: { external?: { metric: { name: string } } }[] =
      hpa.spec.metrics;
    const { kind, apiVersion } = hpa.spec.scaleTargetRef;
    this.cluster.updateStatus(
      SCALED_OBJECTS,
      {
        ...scaledObject,
        status: {
          ...scaledObject.status,
          hpaName: hpa.metadata!.name,
          scaleTargetKind: `${apiVersion}.${kind}`,
          externalMetricNames: metrics.flatMap(one =>
            one.external ? [one.external.metric.name] : [],
          ),
          conditions: states.reduce(
            (conditions, state) =>
              withCondition(conditions, { ...state, lastTransitionTime: time }),
            scaledObject.status?.conditions ?? [],
          ),
        },
      },
      { fieldManager: COMPONENT },
    );
  }
}
