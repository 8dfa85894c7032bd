import { ControllerContext } from '../controllers/runtime/ControllerContext';
import { controllerOf, Deployment, Pod } from '../controllers/runtime/objects';

export const FAULT_ANNOTATION = 'ai.suoke.life/fault';

/** The faults that can be asked for, and what each looks like from outside. */
export const FAULTS = {
  'metrics-missing': 'pods have no sample in any metrics API',
  'custom-metrics-missing': 'pods have no sample in custom.metrics.k8s.io',
  'metrics-stale': 'samples keep the timestamp and value they had',
  'pods-pending': 'no node takes new pods: Insufficient cpu',
  'gpu-exhausted': 'no node takes new pods: Insufficient nvidia.com/gpu',
  'crash-loop': 'containers exit with 1 shortly after they start',
  oom: 'memory grows past the limit: OOMKilled',
  'slow-start': 'start-up takes ten times as long',
  'not-ready': 'the readiness probe fails',
  'image-pull': 'the image cannot be pulled: ImagePullBackOff',
  'load-spike': 'three times the load',
  'load-none': 'no load at all',
  'model-errors': 'a fifth of the answers of the model server are errors',
  'model-slow': 'the model server takes four times as long',
} as const;

export type Fault = keyof typeof FAULTS;

/** Reads a comma separated list; names that are no fault are left out. */
export function parseFaults(text: string | undefined): Fault[] {
  return (text ?? '')
    .split(',')
    .map(name => name.trim())
    .filter((name): name is Fault => Object.hasOwn(FAULTS, name));
}

/** The Deployment that a pod belongs to, if one does. */
export function deploymentOf(
  caches: ControllerContext['caches'],
  pod: Pod,
): Deployment | undefined {
  const owner = controllerOf(pod);
  if (owner?.kind !== 'ReplicaSet') return undefined;
  const { namespace } = pod.metadata;
  const rs = caches.replicaSets.get(`${namespace}/${owner.name}`);
  const top = rs && controllerOf(rs);
  return top?.kind === 'Deployment'
    ? caches.deployments.get(`${namespace}/${top.name}`)
    : undefined;
}

/** Faults of a pod: its own annotation (from the template), its Deployment's and its namespace's together. */
export function faultsOf(
  caches: ControllerContext['caches'],
  pod: Pod,
): ReadonlySet<Fault> {
  const { namespace = '' } = pod.metadata;
  return new Set(
    [pod, deploymentOf(caches, pod), caches.namespaces.get(namespace)].flatMap(
      object => parseFaults(object?.metadata.annotations?.[FAULT_ANNOTATION]),
    ),
  );
}

type Annotated = { metadata: { annotations?: Record<string, string> } };

function hasOtherFault(object: Annotated, previous?: Annotated): boolean {
  return (
    object.metadata.annotations?.[FAULT_ANNOTATION] !==
    previous?.metadata.annotations?.[FAULT_ANNOTATION]
  );
}

/** Calls `listener` with the namespace when a fault appears or goes on a Deployment or a Namespace. */
export function onFaultChange(
  caches: ControllerContext['caches'],
  listener: (namespace: string) => void,
): void {
  caches.deployments.onChange((deployment, previous) => {
    if (hasOtherFault(deployment, previous)) {
      listener(deployment.metadata.namespace ?? '');
    }
  });
  caches.namespaces.onChange((namespace, previous) => {
    if (hasOtherFault(namespace, previous)) listener(namespace.metadata.name);
  });
}
