import { forbidden, notFound } from '../store/StatusError';
import { ClusterObject, ResourceKey } from '../store/types';
import { AdmissionPlugin } from './admission/AdmissionPlugin';
import { apiTime, ClusterMachinery } from './ClusterMachinery';
import { completeDeletion, deleteObject } from './deleteObject';

export const namespaces: ResourceKey = { group: '', resource: 'namespaces' };

const protectedNamespaces = ['default', 'kube-system', 'kube-public'];

/** Refuses objects in namespaces that are absent or on their way out, and the removal of those that must exist. */
export const namespaceLifecycleAdmission: AdmissionPlugin = {
  validate({ operation, type, namespace, name }, { get }) {
    if (
      operation === 'DELETE' &&
      type.resource === 'namespaces' &&
      type.group === ''
    ) {
      if (protectedNamespaces.includes(name))
        throw forbidden(type, name, 'this namespace may not be deleted');
    }
    if (operation !== 'CREATE' || !type.namespaced || namespace === undefined)
      return;
    const found = get(namespaces, { name: namespace });
    if (!found) throw notFound(namespaces, namespace);
    if (found.metadata.deletionTimestamp) {
      throw forbidden(
        type,
        name,
        `unable to create new content in namespace ${namespace} because it is being terminated`,
        [
          {
            reason: 'NamespaceTerminating',
            message: `namespace ${namespace} is being terminated`,
            field: 'metadata.namespace',
          },
        ],
      );
    }
  },
};

/** Empties namespaces that are being deleted, and lets them go when they are empty. */
export function startNamespaceLifecycle(
  machinery: ClusterMachinery,
): () => void {
  return machinery.store.subscribe(undefined, event => {
    if (event.key.resource === 'namespaces' && event.key.group === '') {
      if (event.type !== 'DELETED')
        terminate(machinery, event.object.metadata.name);
    } else if (event.type === 'DELETED' && event.object.metadata.namespace) {
      terminate(machinery, event.object.metadata.namespace);
    }
  });
}

function terminate(machinery: ClusterMachinery, name: string): void {
  const namespace = machinery.store.get(namespaces, { name });
  if (!namespace?.metadata.deletionTimestamp) return;
  const type = machinery.registry.require(namespaces);
  if (namespace.status?.phase !== 'Terminating') {
    machinery.store.put(namespaces, {
      ...namespace,
      status: { ...namespace.status, phase: 'Terminating' },
    });
    return;
  }
  let remaining = 0;
  for (const contentType of machinery.registry.all()) {
    if (!contentType.namespaced || contentType.storedAs) continue;
    for (const object of machinery.store.list(contentType, name)) {
      if (!object.metadata.deletionTimestamp) {
        deleteObject(machinery, contentType, object.metadata, {
          propagationPolicy: 'Background',
        });
      }
    }
    if (machinery.store.hasObjects(contentType, name)) remaining += 1;
  }
  const current = machinery.store.get(namespaces, { name });
  if (!current) return;
  if (remaining > 0) describeRemaining(machinery, current, remaining);
  else if ((current.metadata.finalizers?.length ?? 0) === 0)
    completeDeletion(machinery, type, current);
}

function describeRemaining(
  machinery: ClusterMachinery,
  namespace: ClusterObject,
  types: number,
): void {
  const message = `Some resources are remaining: ${types} resource types have instances`;
  const before = namespace.status?.conditions?.find(
    (one: { type: string }) => one.type === 'NamespaceContentRemaining',
  );
  if (before?.message === message) return;
  machinery.store.put(namespaces, {
    ...namespace,
    status: {
      ...namespace.status,
      conditions: [
        {
          type: 'NamespaceContentRemaining',
          status: 'True',
          reason: 'SomeResourcesRemain',
          message,
          lastTransitionTime:
            before?.lastTransitionTime ?? apiTime(machinery.clock.now()),
        },
      ],
    },
  });
}
