import {
  controllerRef,
  Deployment,
  ReplicaSet,
  draftMeta,
} from '../runtime/objects';
import {
  DESIRED_REPLICAS,
  MAX_REPLICAS,
  resolveFenceposts,
  sizeOf,
} from './rollingUpdate';
import { POD_TEMPLATE_HASH, isSameTemplate } from './templateHash';

export const REVISION = 'deployment.kubernetes.io/revision';
const REVISION_HISTORY = 'deployment.kubernetes.io/revision-history';

// What belongs to the Deployment itself and must not travel to its ReplicaSets.
const NOT_COPIED = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  REVISION_HISTORY,
  DESIRED_REPLICAS,
  MAX_REPLICAS,
]);

export function revisionOf(rs: ReplicaSet): number {
  return Number(rs.metadata.annotations?.[REVISION] ?? 0);
}

/** The ReplicaSet whose template the Deployment asks for (the oldest, should there be several), and the others. */
export function splitReplicaSets(
  deployment: Deployment,
  all: readonly ReplicaSet[],
): { newReplicaSet?: ReplicaSet; oldReplicaSets: ReplicaSet[] } {
  const newReplicaSet = [...all]
    .sort((a, b) =>
      a.metadata.creationTimestamp.localeCompare(b.metadata.creationTimestamp),
    )
    .find(rs => isSameTemplate(rs.spec.template, deployment.spec.template));
  return {
    newReplicaSet,
    oldReplicaSets: all.filter(rs => rs !== newReplicaSet),
  };
}

/** Annotations of the new ReplicaSet: the Deployment's, the revision (with its history after a rollback) and the sizes. */
export function replicaSetAnnotations(
  deployment: Deployment,
  rs: ReplicaSet | undefined,
  newRevision: number,
): Record<string, string> {
  const annotations = { ...rs?.metadata.annotations };
  for (const [key, value] of Object.entries(
    deployment.metadata.annotations ?? {},
  )) {
    if (!NOT_COPIED.has(key)) annotations[key] = value;
  }
  const oldRevision = Number(annotations[REVISION] ?? 0);
  if (oldRevision < newRevision) {
    if (oldRevision > 0) {
      const history = annotations[REVISION_HISTORY];
      annotations[REVISION_HISTORY] = history
        ? `${history},${oldRevision}`
        : String(oldRevision);
    }
    annotations[REVISION] = String(newRevision);
  }
  return { ...annotations, ...sizeAnnotations(deployment) };
}

/** What a later proportional scale needs to know. */
export function sizeAnnotations(deployment: Deployment) {
  const wanted = sizeOf(deployment);
  return {
    [DESIRED_REPLICAS]: String(wanted),
    [MAX_REPLICAS]: String(wanted + resolveFenceposts(deployment).maxSurge),
  };
}

/** The ReplicaSet object of a Deployment's present template. */
export function newReplicaSetObject(options: {
  deployment: Deployment;
  hash: string;
  revision: number;
  replicas: number;
}): Partial<ReplicaSet> {
  const { deployment, hash, revision, replicas } = options;
  const { template, selector, minReadySeconds } = deployment.spec;
  const labels = { ...template.metadata?.labels, [POD_TEMPLATE_HASH]: hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: draftMeta({
      name: `${deployment.metadata.name}-${hash}`,
      namespace: deployment.metadata.namespace,
      labels,
      annotations: replicaSetAnnotations(deployment, undefined, revision),
      ownerReferences: [controllerRef(deployment)],
    }),
    spec: {
      replicas,
      ...(minReadySeconds && { minReadySeconds }),
      selector: {
        ...selector,
        matchLabels: { ...selector.matchLabels, [POD_TEMPLATE_HASH]: hash },
      },
      template: {
        ...template,
        metadata: { ...template.metadata, labels },
      },
    },
  };
}
