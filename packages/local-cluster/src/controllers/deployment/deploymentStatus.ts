import {
  findCondition,
  withCondition,
  withoutCondition,
} from '../runtime/conditions';
import {
  Condition,
  Deployment,
  DeploymentStatus,
  ReplicaSet,
  toTime,
} from '../runtime/objects';
import {
  resolveFenceposts,
  sizeOf,
  sum,
  totalAvailable,
  totalSize,
} from './rollingUpdate';

const NEW_REPLICA_SET_AVAILABLE = 'NewReplicaSetAvailable';
const DEADLINE_EXCEEDED = 'ProgressDeadlineExceeded';

/** A condition of now, with both of its times. */
export function deploymentCondition(
  nowMs: number,
  fields: Pick<Condition, 'type' | 'status' | 'reason' | 'message'>,
) {
  const time = toTime(nowMs);
  return { ...fields, lastUpdateTime: time, lastTransitionTime: time };
}

/** As upstream: nothing is written when neither status nor reason changed, so that repeated passes are quiet. */
export function setCondition(
  conditions: readonly Condition[] | undefined,
  next: Condition & { lastTransitionTime: string },
): Condition[] {
  const current = findCondition(conditions, next.type);
  if (current?.status === next.status && current.reason === next.reason) {
    return [...(conditions ?? [])];
  }
  return withCondition(conditions, next);
}

/** Whether the rollout has finished: every pod is new and available. */
export function isComplete(
  deployment: Deployment,
  status: DeploymentStatus,
): boolean {
  const wanted = sizeOf(deployment);
  return (
    (status.updatedReplicas ?? 0) === wanted &&
    (status.replicas ?? 0) === wanted &&
    (status.availableReplicas ?? 0) === wanted &&
    (status.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  );
}

function madeProgress(before: DeploymentStatus, after: DeploymentStatus) {
  const updated = (status: DeploymentStatus) => status.updatedReplicas ?? 0;
  const old = (status: DeploymentStatus) =>
    (status.replicas ?? 0) - updated(status);
  return (
    updated(after) > updated(before) ||
    old(after) < old(before) ||
    (after.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
    (after.availableReplicas ?? 0) > (before.availableReplicas ?? 0)
  );
}

/** Milliseconds until the progress deadline passes (0 or less: it has), or undefined when none runs. */
export function deadlineInMs(
  deployment: Deployment,
  progressing: Condition | undefined,
  nowMs: number,
): number | undefined {
  const seconds = deployment.spec.progressDeadlineSeconds;
  if (
    seconds === undefined ||
    !progressing?.lastUpdateTime ||
    progressing.reason === NEW_REPLICA_SET_AVAILABLE
  ) {
    return undefined;
  }
  return Date.parse(progressing.lastUpdateTime) + seconds * 1000 - nowMs;
}

/** Counters and the Available condition. */
export function calculateStatus(
  deployment: Deployment,
  newReplicaSet: ReplicaSet | undefined,
  all: readonly ReplicaSet[],
  nowMs: number,
): DeploymentStatus {
  const availableReplicas = totalAvailable(all);
  const unavailableReplicas = Math.max(0, totalSize(all) - availableReplicas);
  const minimum =
    sizeOf(deployment) - resolveFenceposts(deployment).maxUnavailable;
  const hasMinimum = availableReplicas >= minimum;
  return {
    observedGeneration: deployment.metadata.generation,
    replicas: sum(all.map(rs => rs.status?.replicas ?? 0)),
    updatedReplicas: newReplicaSet?.status?.replicas ?? 0,
    readyReplicas: sum(all.map(rs => rs.status?.readyReplicas ?? 0)),
    availableReplicas,
    unavailableReplicas,
    ...(deployment.status?.collisionCount !== undefined && {
      collisionCount: deployment.status.collisionCount,
    }),
    conditions: setCondition(
      deployment.status?.conditions,
      deploymentCondition(nowMs, {
        type: 'Available',
        status: hasMinimum ? 'True' : 'False',
        reason: hasMinimum
          ? 'MinimumReplicasAvailable'
          : 'MinimumReplicasUnavailable',
        message: hasMinimum
          ? 'Deployment has minimum availability.'
          : 'Deployment does not have minimum availability.',
      }),
    ),
  };
}

/** {@link calculateStatus} plus Progressing and ReplicaFailure. */
export function rolloutStatus(
  deployment: Deployment,
  newReplicaSet: ReplicaSet | undefined,
  all: readonly ReplicaSet[],
  nowMs: number,
): DeploymentStatus {
  const before = deployment.status ?? {};
  const status = calculateStatus(deployment, newReplicaSet, all, nowMs);
  let conditions = withReplicaFailure(status.conditions, newReplicaSet, all);
  const current = findCondition(conditions, 'Progressing');
  const subject = newReplicaSet
    ? `ReplicaSet "${newReplicaSet.metadata.name}"`
    : `Deployment "${deployment.metadata.name}"`;
  const wasComplete =
    status.replicas === status.updatedReplicas &&
    current?.reason === NEW_REPLICA_SET_AVAILABLE;

  if (deployment.spec.progressDeadlineSeconds === undefined) {
    conditions = withoutCondition(conditions, 'Progressing');
  } else if (!wasComplete) {
    if (isComplete(deployment, status)) {
      conditions = setCondition(
        conditions,
        deploymentCondition(nowMs, {
          type: 'Progressing',
          status: 'True',
          reason: NEW_REPLICA_SET_AVAILABLE,
          message: `${subject} has successfully progressed.`,
        }),
      );
    } else if (madeProgress(before, status)) {
      // Replaced even when it says the same: its update time is what the deadline counts from.
      conditions = withCondition(
        conditions,
        deploymentCondition(nowMs, {
          type: 'Progressing',
          status: 'True',
          reason: 'ReplicaSetUpdated',
          message: `${subject} is progressing.`,
        }),
      );
    } else if ((deadlineInMs(deployment, current, nowMs) ?? 1) <= 0) {
      conditions = setCondition(
        conditions,
        deploymentCondition(nowMs, {
          type: 'Progressing',
          status: 'False',
          reason: DEADLINE_EXCEEDED,
          message: `${subject} has timed out progressing.`,
        }),
      );
    }
  }
  return { ...status, conditions };
}

/** The ReplicaFailure condition of a ReplicaSet, the new one's first, becomes the Deployment's. */
function withReplicaFailure(
  conditions: readonly Condition[] | undefined,
  newReplicaSet: ReplicaSet | undefined,
  all: readonly ReplicaSet[],
): Condition[] {
  const ordered = newReplicaSet ? [newReplicaSet, ...all] : all;
  for (const rs of ordered) {
    const failure = findCondition(rs.status?.conditions, 'ReplicaFailure');
    if (failure?.status === 'True' && failure.lastTransitionTime) {
      return setCondition(conditions, {
        ...failure,
        lastUpdateTime: failure.lastTransitionTime,
        lastTransitionTime: failure.lastTransitionTime,
      });
    }
  }
  return withoutCondition(conditions, 'ReplicaFailure');
}
