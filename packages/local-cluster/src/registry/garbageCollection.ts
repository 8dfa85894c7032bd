import { StoredEvent } from '../store/ObjectStore';
import { ClusterObject, OwnerReference, ResourceKey } from '../store/types';
import { ClusterMachinery } from './ClusterMachinery';
import { completeDeletion, deleteObject, isReadyToGo } from './deleteObject';

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

/**
 * Deletes what has lost its owners, as the garbage collector of kube-controller-manager does, but at once: dependents
 * of a removed object go in the background, foreground deletion waits for its blocking dependents, orphaning takes the
 * owner references away.
 */
export function startGarbageCollection(
  machinery: ClusterMachinery,
): () => void {
  return machinery.store.subscribe(undefined, event => {
    if (event.type === 'DELETED') afterRemoval(machinery, event.object);
    else afterChange(machinery, event);
  });
}

function afterRemoval(
  machinery: ClusterMachinery,
  removed: ClusterObject,
): void {
  for (const dependent of machinery.store.dependentsOf(removed.metadata.uid)) {
    collectIfUnowned(machinery, dependent.key, dependent.object);
  }
  for (const owner of removed.metadata.ownerReferences ?? []) {
    const found = findOwner(machinery, owner, removed.metadata.namespace);
    if (found?.object) continueForeground(machinery, found.key, found.object);
  }
}

function afterChange(
  machinery: ClusterMachinery,
  { key, object, type }: StoredEvent,
): void {
  const current = machinery.store.get(key, object.metadata);
  if (current?.metadata.uid !== object.metadata.uid) return;
  if (type === 'ADDED' && object.metadata.ownerReferences?.length) {
    collectIfUnowned(machinery, key, current);
  }
  if (!current.metadata.deletionTimestamp) return;
  if (current.metadata.finalizers?.includes(ORPHAN))
    orphanDependents(machinery, key, current);
  else if (current.metadata.finalizers?.includes(FOREGROUND))
    startForeground(machinery, key, current);
}

function findOwner(
  machinery: ClusterMachinery,
  owner: OwnerReference,
  namespace: string | undefined,
): { key: ResourceKey; object?: ClusterObject } | undefined {
  const group = owner.apiVersion.includes('/')
    ? owner.apiVersion.split('/')[0]
    : '';
  const type = machinery.registry.findKind(group, owner.kind);
  if (!type) return undefined;
  const object = machinery.store.get(type, {
    name: owner.name,
    ...(type.namespaced && { namespace }),
  });
  return object?.metadata.uid === owner.uid
    ? { key: type, object }
    : { key: type };
}

function collectIfUnowned(
  machinery: ClusterMachinery,
  key: ResourceKey,
  object: ClusterObject,
): void {
  const owners = object.metadata.ownerReferences ?? [];
  // An owner of a kind that the server does not know may well exist: like the real collector, wait.
  const gone = (owner: OwnerReference) => {
    const found = findOwner(machinery, owner, object.metadata.namespace);
    return found !== undefined && found.object === undefined;
  };
  const remaining = owners.filter(owner => !gone(owner));
  if (remaining.length === 0) {
    const type = machinery.registry.find(key);
    if (type)
      deleteObject(machinery, type, object.metadata, {
        propagationPolicy: 'Background',
      });
  } else if (remaining.length < owners.length) {
    writeMetadata(machinery, key, object, { ownerReferences: remaining });
  }
}

function orphanDependents(
  machinery: ClusterMachinery,
  key: ResourceKey,
  owner: ClusterObject,
): void {
  for (const dependent of machinery.store.dependentsOf(owner.metadata.uid)) {
    const remaining = dependent.object.metadata.ownerReferences?.filter(
      one => one.uid !== owner.metadata.uid,
    );
    writeMetadata(machinery, dependent.key, dependent.object, {
      ownerReferences: remaining,
    });
  }
  dropFinalizer(machinery, key, owner, ORPHAN);
}

function startForeground(
  machinery: ClusterMachinery,
  key: ResourceKey,
  owner: ClusterObject,
): void {
  for (const { key: dependentKey, object } of machinery.store.dependentsOf(
    owner.metadata.uid,
  )) {
    const type = machinery.registry.find(dependentKey);
    const others =
      object.metadata.ownerReferences?.filter(
        one => one.uid !== owner.metadata.uid,
      ) ?? [];
    if (!type || object.metadata.deletionTimestamp || others.length > 0)
      continue;
    const hasDependents =
      machinery.store.dependentsOf(object.metadata.uid).length > 0;
    deleteObject(machinery, type, object.metadata, {
      propagationPolicy: hasDependents ? 'Foreground' : 'Background',
    });
  }
  const current = machinery.store.get(key, owner.metadata);
  if (current) continueForeground(machinery, key, current);
}

function continueForeground(
  machinery: ClusterMachinery,
  key: ResourceKey,
  owner: ClusterObject,
): void {
  if (
    !owner.metadata.deletionTimestamp ||
    !owner.metadata.finalizers?.includes(FOREGROUND)
  )
    return;
  const blocking = machinery.store
    .dependentsOf(owner.metadata.uid)
    .some(({ object }) =>
      object.metadata.ownerReferences?.some(
        one => one.uid === owner.metadata.uid && one.blockOwnerDeletion,
      ),
    );
  if (!blocking) dropFinalizer(machinery, key, owner, FOREGROUND);
}

function dropFinalizer(
  machinery: ClusterMachinery,
  key: ResourceKey,
  object: ClusterObject,
  finalizer: string,
) {
  writeMetadata(machinery, key, object, {
    finalizers: object.metadata.finalizers?.filter(one => one !== finalizer),
  });
}

function writeMetadata(
  machinery: ClusterMachinery,
  key: ResourceKey,
  object: ClusterObject,
  change: { finalizers?: string[]; ownerReferences?: OwnerReference[] },
): void {
  const metadata = { ...object.metadata, ...change };
  if (metadata.finalizers?.length === 0) delete metadata.finalizers;
  if (metadata.ownerReferences?.length === 0) delete metadata.ownerReferences;
  const next = { ...object, metadata };
  const type = machinery.registry.find(key);
  if (type && isReadyToGo(next)) completeDeletion(machinery, type, object);
  else machinery.store.put(key, next);
}
