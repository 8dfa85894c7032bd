import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';

const NAMESPACE_ANNOTATION = 'backstage.io/kubernetes-namespace';

/** Namespace in the cluster: what the entity says, else what a related one says, else its own namespace in the catalog. */
export function kubernetesNamespace(
  entity: Entity,
  related?: Entity,
): string | undefined {
  const stated =
    entity.metadata.annotations?.[NAMESPACE_ANNOTATION] ??
    related?.metadata.annotations?.[NAMESPACE_ANNOTATION];
  const own = entity.metadata.namespace;
  return stated ?? (own && own !== DEFAULT_NAMESPACE ? own : undefined);
}

const inNamespace = (namespace: string | undefined) =>
  namespace ? ` -n ${namespace}` : '';

/** Shows an object as the cluster has it. */
export function getCommand(
  resource: 'aimodel' | 'modelversion' | 'modelregistry',
  name: string,
  namespace?: string,
): string {
  return `kubectl get ${resource} ${name}${inNamespace(namespace)} -o yaml`;
}

/** Makes a version the active one of its model: a rollout when it is newer, a rollback when it is older. */
export function activateCommand(
  model: string,
  version: string,
  namespace?: string,
): string {
  const patch = JSON.stringify({ spec: { activeVersion: version } });
  return `kubectl patch aimodel ${model}${inNamespace(
    namespace,
  )} --type=merge -p '${patch}'`;
}

/** Fetches a container image. */
export function pullCommand(image: string): string {
  return `docker pull ${image}`;
}
