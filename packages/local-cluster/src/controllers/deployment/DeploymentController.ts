import { StatusError } from '../../store/StatusError';
import { findCondition } from '../runtime/conditions';
import { Controller, ControllerContext } from '../runtime/ControllerContext';
import {
  Condition,
  controllerOf,
  Deployment,
  DeploymentStatus,
  keyOf,
  ReplicaSet,
  toObjectKey,
} from '../runtime/objects';
import { resources } from '../runtime/resources';
import { WorkQueue } from '../runtime/WorkQueue';
import {
  calculateStatus,
  deadlineInMs,
  deploymentCondition,
  isComplete,
  rolloutStatus,
  setCondition,
} from './deploymentStatus';
import {
  newReplicaSetObject,
  replicaSetAnnotations,
  REVISION,
  revisionOf,
  sizeAnnotations,
  splitReplicaSets,
} from './revisions';
import {
  DESIRED_REPLICAS,
  newReplicaSetSize,
  scaleDownOldReplicaSets,
  scaleProportionally,
  sizeOf,
  totalSize,
} from './rollingUpdate';
import { isSameTemplate, templateHash } from './templateHash';

const COMPONENT = 'deployment-controller';
const DEFAULT_HISTORY_LIMIT = 10;

/** Makes ReplicaSets follow Deployments: creation, rolling update, recreate, pause, scaling, history and status. */
export class DeploymentController implements Controller {
  private readonly queue: WorkQueue;

  static start(context: ControllerContext): DeploymentController {
    return new DeploymentController(context);
  }

  private constructor(private readonly context: ControllerContext) {
    const { caches, clock, onError } = context;
    this.queue = new WorkQueue({
      clock,
      reconcile: key => this.reconcile(key),
      onError: (key, error) => onError(`${COMPONENT} ${key}`, error),
    });
    const { deployments, replicaSets, pods } = caches;
    for (const key of deployments.keys()) this.queue.add(key);
    deployments.onChange(deployment => this.queue.add(keyOf(deployment)));
    replicaSets.onChange(rs => this.addOwner(rs));
    // Recreate waits until the last old pod is gone.
    pods.onChange((pod, previous) => {
      if (!previous || pods.get(keyOf(pod))) return;
      const owner = controllerOf(pod);
      const rs =
        owner && replicaSets.get(`${pod.metadata.namespace}/${owner.name}`);
      if (rs) this.addOwner(rs);
    });
  }

  stop() {
    this.queue.stop();
  }

  private addOwner(rs: ReplicaSet) {
    const owner = controllerOf(rs);
    if (owner?.kind === 'Deployment') {
      this.queue.add(`${rs.metadata.namespace}/${owner.name}`);
    }
  }

  private reconcile(key: string): number | undefined {
    const deployment = this.context.caches.deployments.get(key);
    if (!deployment) return undefined;
    if (deployment.metadata.deletionTimestamp) {
      return this.writeScalingStatus(deployment);
    }
    this.notePause(deployment);
    const all = this.replicaSetsOf(deployment);
    if (deployment.spec.paused || this.isScaling(deployment, all)) {
      return this.scale(deployment);
    }
    return deployment.spec.strategy?.type === 'Recreate'
      ? this.recreate(deployment)
      : this.roll(deployment);
  }

  private replicaSetsOf(deployment: Deployment): ReplicaSet[] {
    return this.context.caches.replicaSets
      .controlledBy(deployment.metadata.uid)
      .filter(rs => !rs.metadata.deletionTimestamp);
  }

  private isScaling(deployment: Deployment, all: ReplicaSet[]): boolean {
    return all.some(rs => {
      const desired = rs.metadata.annotations?.[DESIRED_REPLICAS];
      return (
        sizeOf(rs) > 0 &&
        desired !== undefined &&
        Number(desired) !== sizeOf(deployment)
      );
    });
  }

  /** A pass after `spec.replicas` changed, or while paused: sizes only, no new ReplicaSet. */
  private scale(deployment: Deployment): number | undefined {
    const { newReplicaSet, oldReplicaSets } = splitReplicaSets(
      deployment,
      this.replicaSetsOf(deployment),
    );
    for (const { replicaSet, replicas } of scaleProportionally(
      deployment,
      newReplicaSet,
      oldReplicaSets,
    )) {
      this.resize(deployment, replicaSet, replicas);
    }
    if (deployment.spec.paused) this.cleanUp(deployment, deployment.status);
    return this.writeScalingStatus(deployment);
  }

  private roll(deployment: Deployment): number | undefined {
    const newReplicaSet = this.ensureNewReplicaSet(deployment);
    const grown = this.growNew(deployment, newReplicaSet);
    if (!grown) {
      const { oldReplicaSets } = this.split(deployment);
      if (totalSize(oldReplicaSets) > 0) {
        for (const intent of scaleDownOldReplicaSets(
          deployment,
          newReplicaSet,
          oldReplicaSets,
        )) {
          this.resize(deployment, intent.replicaSet, intent.replicas);
        }
      }
    }
    return this.writeRolloutStatus(deployment);
  }

  private recreate(deployment: Deployment): number | undefined {
    const { oldReplicaSets } = this.split(deployment);
    const active = oldReplicaSets.filter(rs => sizeOf(rs) > 0);
    for (const rs of active) this.resize(deployment, rs, 0);
    const { pods } = this.context.caches;
    const oldPodsRun = oldReplicaSets.some(rs =>
      pods
        .controlledBy(rs.metadata.uid)
        .some(
          pod => !['Succeeded', 'Failed'].includes(pod.status?.phase ?? ''),
        ),
    );
    if (active.length === 0 && !oldPodsRun) {
      this.growNew(deployment, this.ensureNewReplicaSet(deployment));
    }
    return this.writeRolloutStatus(deployment);
  }

  private split(deployment: Deployment) {
    return splitReplicaSets(deployment, this.replicaSetsOf(deployment));
  }

  private growNew(deployment: Deployment, newReplicaSet: ReplicaSet): boolean {
    const wanted = Math.min(
      sizeOf(deployment),
      newReplicaSetSize(
        deployment,
        this.replicaSetsOf(deployment),
        newReplicaSet,
      ),
    );
    return this.resize(deployment, newReplicaSet, wanted);
  }

  /** Writes size and size annotations where they differ; says whether the size did. */
  private resize(
    deployment: Deployment,
    rs: ReplicaSet,
    replicas: number,
  ): boolean {
    const { cluster, events } = this.context;
    const before = sizeOf(rs);
    const annotations = sizeAnnotations(deployment);
    const isAnnotated = Object.entries(annotations).every(
      ([key, value]) => rs.metadata.annotations?.[key] === value,
    );
    if (before === replicas && isAnnotated) return false;
    cluster.patch(
      resources.replicaSets,
      toObjectKey(keyOf(rs)),
      { metadata: { annotations }, spec: { replicas } },
      { fieldManager: 'kube-controller-manager' },
    );
    if (before === replicas) return false;
    const direction = replicas > before ? 'up' : 'down';
    events.record(deployment, {
      component: COMPONENT,
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message: `Scaled ${direction} replica set ${rs.metadata.name} from ${before} to ${replicas}`,
    });
    return true;
  }

  private ensureNewReplicaSet(deployment: Deployment): ReplicaSet {
    const { cluster } = this.context;
    const { newReplicaSet, oldReplicaSets } = this.split(deployment);
    const revision = Math.max(0, ...oldReplicaSets.map(revisionOf)) + 1;
    if (!newReplicaSet) return this.createReplicaSet(deployment, revision);

    const annotations = replicaSetAnnotations(
      deployment,
      newReplicaSet,
      revision,
    );
    const minReadySeconds = deployment.spec.minReadySeconds ?? 0;
    let current = newReplicaSet;
    const isAnnotated = Object.entries(annotations).every(
      ([key, value]) => current.metadata.annotations?.[key] === value,
    );
    if (
      !isAnnotated ||
      (current.spec.minReadySeconds ?? 0) !== minReadySeconds
    ) {
      current = cluster.patch(
        resources.replicaSets,
        toObjectKey(keyOf(current)),
        { metadata: { annotations }, spec: { minReadySeconds } },
        { fieldManager: 'kube-controller-manager' },
      ) as ReplicaSet;
    }
    this.noteRevision(deployment, revisionOf(current));
    if (!findCondition(deployment.status?.conditions, 'Progressing')) {
      this.noteProgress(deployment, {
        status: 'True',
        reason: 'FoundNewReplicaSet',
        message: `Found new replica set "${current.metadata.name}"`,
      });
    }
    return current;
  }

  private createReplicaSet(
    deployment: Deployment,
    revision: number,
  ): ReplicaSet {
    const { cluster, events } = this.context;
    const replicas = newReplicaSetSize(
      deployment,
      this.replicaSetsOf(deployment),
      undefined,
    );
    const hash = templateHash(
      deployment.spec.template,
      deployment.status?.collisionCount,
    );
    const object = newReplicaSetObject({
      deployment,
      hash,
      revision,
      replicas,
    });
    let created: ReplicaSet;
    try {
      created = cluster.create(resources.replicaSets, object, {
        fieldManager: 'kube-controller-manager',
      }) as ReplicaSet;
    } catch (error) {
      this.handleCreateFailure(deployment, object, error);
      throw error;
    }
    if (replicas > 0) {
      events.record(deployment, {
        component: COMPONENT,
        type: 'Normal',
        reason: 'ScalingReplicaSet',
        message: `Scaled up replica set ${created.metadata.name} from 0 to ${replicas}`,
      });
    }
    this.noteRevision(deployment, revision);
    this.noteProgress(deployment, {
      status: 'True',
      reason: 'NewReplicaSetCreated',
      message: `Created new replica set "${created.metadata.name}"`,
    });
    return created;
  }

  private handleCreateFailure(
    deployment: Deployment,
    object: Partial<ReplicaSet>,
    error: unknown,
  ) {
    const isTaken =
      error instanceof StatusError && error.reason === 'AlreadyExists';
    if (isTaken) {
      const existing = this.context.caches.replicaSets.get(
        keyOf(object as ReplicaSet),
      );
      const isOurs =
        existing &&
        controllerOf(existing)?.uid === deployment.metadata.uid &&
        isSameTemplate(existing.spec.template, deployment.spec.template);
      if (isOurs) return;
      // Two templates with one hash, or a left-over of the same name: hash again with a count.
      this.writeStatus(deployment, status => ({
        ...status,
        collisionCount: (status.collisionCount ?? 0) + 1,
      }));
      return;
    }
    const message = `Failed to create new replica set "${
      object.metadata?.name
    }": ${error instanceof Error ? error.message : error}`;
    this.noteProgress(deployment, {
      status: 'False',
      reason: 'ReplicaSetCreateError',
      message,
    });
    this.context.events.record(deployment, {
      component: COMPONENT,
      type: 'Warning',
      reason: 'ReplicaSetCreateError',
      message,
    });
  }

  private noteRevision(deployment: Deployment, revision: number) {
    const latest = this.latest(deployment);
    if (latest?.metadata.annotations?.[REVISION] === String(revision)) return;
    this.context.cluster.patch(
      resources.deployments,
      toObjectKey(keyOf(deployment)),
      { metadata: { annotations: { [REVISION]: String(revision) } } },
      { fieldManager: 'kube-controller-manager' },
    );
  }

  private noteProgress(
    deployment: Deployment,
    fields: Pick<Condition, 'status' | 'reason' | 'message'>,
  ) {
    if (deployment.spec.progressDeadlineSeconds === undefined) return;
    this.setConditions(deployment, { type: 'Progressing', ...fields });
  }

  private setConditions(
    deployment: Deployment,
    fields: Pick<Condition, 'type' | 'status' | 'reason' | 'message'>,
  ) {
    const now = this.context.clock.now();
    this.writeStatus(deployment, status => ({
      ...status,
      conditions: setCondition(
        status.conditions,
        deploymentCondition(now, fields),
      ),
    }));
  }

  private notePause(deployment: Deployment) {
    if (deployment.spec.progressDeadlineSeconds === undefined) return;
    const progressing = findCondition(
      deployment.status?.conditions,
      'Progressing',
    );
    if (progressing?.reason === 'ProgressDeadlineExceeded') return;
    const isNotedAsPaused = progressing?.reason === 'DeploymentPaused';
    if (deployment.spec.paused && !isNotedAsPaused) {
      this.setConditions(deployment, {
        type: 'Progressing',
        status: 'Unknown',
        reason: 'DeploymentPaused',
        message: 'Deployment is paused',
      });
    } else if (!deployment.spec.paused && isNotedAsPaused) {
      this.setConditions(deployment, {
        type: 'Progressing',
        status: 'Unknown',
        reason: 'DeploymentResumed',
        message: 'Deployment is resumed',
      });
    }
  }

  private writeScalingStatus(deployment: Deployment): undefined {
    const { newReplicaSet } = this.split(deployment);
    const now = this.context.clock.now();
    this.writeStatus(deployment, (_status, latest) =>
      calculateStatus(
        latest,
        newReplicaSet,
        this.replicaSetsOf(deployment),
        now,
      ),
    );
  }

  private writeRolloutStatus(deployment: Deployment): number | undefined {
    const { newReplicaSet } = this.split(deployment);
    const now = this.context.clock.now();
    const status = this.writeStatus(deployment, (_status, latest) =>
      rolloutStatus(latest, newReplicaSet, this.replicaSetsOf(deployment), now),
    );
    if (!status) return undefined;
    this.cleanUp(deployment, status);
    const progressing = findCondition(status.conditions, 'Progressing');
    if (progressing?.status === 'False') return undefined;
    const leftMs = deadlineInMs(deployment, progressing, now);
    return leftMs === undefined ? undefined : Math.max(1000, leftMs);
  }

  /** Status is computed on the stored object, because a pass may write more than once. */
  private writeStatus(
    deployment: Deployment,
    compute: (status: DeploymentStatus, latest: Deployment) => DeploymentStatus,
  ): DeploymentStatus | undefined {
    const latest = this.latest(deployment);
    if (!latest) return undefined;
    const status = compute(latest.status ?? {}, {
      ...latest,
      // What this pass acted on; a change of spec in between is seen by the next pass.
      metadata: {
        ...latest.metadata,
        generation: deployment.metadata.generation,
      },
    });
    this.context.cluster.updateStatus(
      resources.deployments,
      { ...latest, status },
      { fieldManager: 'kube-controller-manager' },
    );
    return status;
  }

  private latest(deployment: Deployment): Deployment | undefined {
    const stored = this.context.cluster.get(
      resources.deployments,
      toObjectKey(keyOf(deployment)),
    ) as Deployment | undefined;
    return stored?.metadata.uid === deployment.metadata.uid
      ? stored
      : undefined;
  }

  /** Deletes the oldest empty ReplicaSets beyond `revisionHistoryLimit`, once the rollout is complete. */
  private cleanUp(
    deployment: Deployment,
    status: DeploymentStatus | undefined,
  ) {
    if (!status || !isComplete(deployment, status)) return;
    const limit = deployment.spec.revisionHistoryLimit ?? DEFAULT_HISTORY_LIMIT;
    const { oldReplicaSets } = this.split(deployment);
    const deletable = oldReplicaSets
      .filter(
        rs =>
          sizeOf(rs) === 0 &&
          (rs.status?.replicas ?? 0) === 0 &&
          (rs.status?.observedGeneration ?? 0) >= (rs.metadata.generation ?? 0),
      )
      .sort((a, b) => revisionOf(a) - revisionOf(b));
    for (const rs of deletable.slice(
      0,
      Math.max(0, oldReplicaSets.length - limit),
    )) {
      this.context.cluster.delete(
        resources.replicaSets,
        toObjectKey(keyOf(rs)),
        { uid: rs.metadata.uid },
      );
    }
  }
}
