import { withCondition, withoutCondition } from '../runtime/conditions';
import { Controller, ControllerContext } from '../runtime/ControllerContext';
import { randomSuffix } from '../runtime/names';
import {
  controllerOf,
  controllerRef,
  keyOf,
  Pod,
  PodTemplate,
  ReplicaSet,
  toObjectKey,
  toTime,
  draftMeta,
} from '../runtime/objects';
import { resources } from '../runtime/resources';
import { WorkQueue } from '../runtime/WorkQueue';
import { isActive, isAvailable, isReady, rankForDeletion } from './podRanking';

const COMPONENT = 'replicaset-controller';
const RETRY_FAILED_MS = 15_000;

/** Why the last attempt to reach the wanted size failed. */
interface SyncFailure {
  reason: 'FailedCreate' | 'FailedDelete';
  message: string;
}

/** May change a pod before it is created, as a mutating webhook does. */
export type PodAdmission = (namespace: string, pod: PodTemplate) => PodTemplate;

const admitAsIs: PodAdmission = (_namespace, pod) => pod;

/** Makes pods follow ReplicaSets. */
export class ReplicaSetController implements Controller {
  private readonly queue: WorkQueue;

  static start(
    context: ControllerContext,
    options: { admitPod?: PodAdmission } = {},
  ): ReplicaSetController {
    return new ReplicaSetController(context, options.admitPod ?? admitAsIs);
  }

  private constructor(
    private readonly context: ControllerContext,
    private readonly admitPod: PodAdmission,
  ) {
    const { caches, clock, onError } = context;
    this.queue = new WorkQueue({
      clock,
      reconcile: key => this.reconcile(key),
      onError: (key, error) => onError(`${COMPONENT} ${key}`, error),
    });
    for (const key of caches.replicaSets.keys()) this.queue.add(key);
    caches.replicaSets.onChange(rs => this.queue.add(keyOf(rs)));
    caches.pods.onChange(pod => {
      const owner = controllerOf(pod);
      if (owner?.kind === 'ReplicaSet') {
        this.queue.add(`${pod.metadata.namespace}/${owner.name}`);
      }
    });
  }

  stop() {
    this.queue.stop();
  }

  private reconcile(key: string): number | undefined {
    const rs = this.context.caches.replicaSets.get(key);
    if (!rs) return undefined;
    const failure = rs.metadata.deletionTimestamp
      ? undefined
      : this.reachSize(rs);
    const againMs = this.writeStatus(rs, failure);
    // Quota may be free again without anything that this controller watches having changed.
    return failure ? RETRY_FAILED_MS : againMs;
  }

  private activePods(rs: ReplicaSet): Pod[] {
    return this.context.caches.pods
      .controlledBy(rs.metadata.uid)
      .filter(isActive);
  }

  private reachSize(rs: ReplicaSet): SyncFailure | undefined {
    const pods = this.activePods(rs);
    const missing = (rs.spec.replicas ?? 1) - pods.length;
    if (missing > 0) return this.createPods(rs, missing);
    const surplus = rankForDeletion(pods, this.context.clock.now()).slice(
      0,
      Math.max(0, -missing),
    );
    for (const pod of surplus) this.deletePod(rs, pod);
    return undefined;
  }

  private createPods(rs: ReplicaSet, count: number): SyncFailure | undefined {
    for (let index = 0; index < count; index++) {
      try {
        this.createPod(rs);
      } catch (error) {
        // As upstream, the rest of the batch is not tried: it would fail for the same reason.
        const message = error instanceof Error ? error.message : String(error);
        this.context.events.record(rs, {
          component: COMPONENT,
          type: 'Warning',
          reason: 'FailedCreate',
          message: `Error creating: ${message}`,
        });
        return { reason: 'FailedCreate', message };
      }
    }
    return undefined;
  }

  private createPod(rs: ReplicaSet) {
    const { cluster, events, random } = this.context;
    const { metadata, spec } = this.admitPod(
      rs.metadata.namespace ?? '',
      rs.spec.template,
    );
    const generateName = `${rs.metadata.name}-`;
    const pod = cluster.create(
      resources.pods,
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: draftMeta({
          ...metadata,
          generateName,
          // Named here and not by the API, so that a seed gives the same names.
          name: `${generateName}${randomSuffix(random)}`,
          namespace: rs.metadata.namespace,
          ownerReferences: [controllerRef(rs)],
        }),
        spec,
      },
      { fieldManager: 'kube-controller-manager' },
    );
    events.record(rs, {
      component: COMPONENT,
      type: 'Normal',
      reason: 'SuccessfulCreate',
      message: `Created pod: ${pod.metadata.name}`,
    });
  }

  private deletePod(rs: ReplicaSet, pod: Pod) {
    const { cluster, events } = this.context;
    cluster.delete(resources.pods, toObjectKey(keyOf(pod)), {
      uid: pod.metadata.uid,
    });
    events.record(rs, {
      component: COMPONENT,
      type: 'Normal',
      reason: 'SuccessfulDelete',
      message: `Deleted pod: ${pod.metadata.name}`,
    });
  }

  private writeStatus(
    rs: ReplicaSet,
    failure: SyncFailure | undefined,
  ): number | undefined {
    const { clock, cluster } = this.context;
    const now = clock.now();
    const minReadySeconds = rs.spec.minReadySeconds ?? 0;
    const pods = this.activePods(rs);
    const ready = pods.filter(isReady);
    const available = pods.filter(pod =>
      isAvailable(pod, minReadySeconds, now),
    );
    const latest = cluster.get(
      resources.replicaSets,
      toObjectKey(keyOf(rs)),
    ) as ReplicaSet | undefined;
    if (latest?.metadata.uid !== rs.metadata.uid) return undefined;
    const conditions = failure
      ? withCondition(latest.status?.conditions, {
          type: 'ReplicaFailure',
          status: 'True',
          ...failure,
          lastTransitionTime: toTime(now),
        })
      : withoutCondition(latest.status?.conditions, 'ReplicaFailure');
    cluster.updateStatus(
      resources.replicaSets,
      {
        ...latest,
        status: {
          replicas: pods.length,
          ...(pods.length && { fullyLabeledReplicas: pods.length }),
          ...(ready.length && { readyReplicas: ready.length }),
          ...(available.length && { availableReplicas: available.length }),
          observedGeneration: rs.metadata.generation,
          ...(conditions.length && { conditions }),
        },
      },
      { fieldManager: 'kube-controller-manager' },
    );
    return ready.length > available.length ? 1000 : undefined;
  }
}
