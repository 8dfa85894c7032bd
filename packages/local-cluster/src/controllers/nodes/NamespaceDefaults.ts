import { Controller, ControllerContext } from '../runtime/ControllerContext';
import { toObjectKey, draftMeta } from '../runtime/objects';
import { resources } from '../runtime/resources';
import { WorkQueue } from '../runtime/WorkQueue';

/** Gives every namespace the `default` service account that pods run as. */
export function startNamespaceDefaults(context: ControllerContext): Controller {
  const { caches, clock, cluster, onError } = context;
  const queue = new WorkQueue({
    clock,
    reconcile: name => {
      const namespace = caches.namespaces.get(name);
      if (!namespace || namespace.metadata.deletionTimestamp) return;
      const key = toObjectKey(`${name}/default`);
      if (cluster.get(resources.serviceAccounts, key)) return;
      cluster.create(resources.serviceAccounts, {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: draftMeta(key),
      });
    },
    onError: (name, error) => onError(`serviceaccount ${name}`, error),
  });
  for (const name of caches.namespaces.keys()) queue.add(name);
  caches.namespaces.onChange(namespace => queue.add(namespace.metadata.name));
  return { stop: () => queue.stop() };
}
