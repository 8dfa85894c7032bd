import { Clock } from '../clock/types';
import { parseLabelSelector } from '../store/labelSelector';
import { ObjectStore, StoreSnapshot } from '../store/ObjectStore';
import { notFound } from '../store/StatusError';
import {
  ClusterApi,
  ClusterEvent,
  ClusterObject,
  ObjectKey,
  ResourceKey,
} from '../store/types';
import { admissionChain } from './admission/admissionChain';
import { builtinTypes } from './builtin';
import { apiTime, ClusterMachinery } from './ClusterMachinery';
import {
  registerStoredDefinitions,
  startCrdLifecycle,
} from './crd/crdLifecycle';
import { createObject } from './createObject';
import { decodeObject } from './decodeObject';
import { deleteObject } from './deleteObject';
import { startGarbageCollection } from './garbageCollection';
import { startNamespaceLifecycle } from './namespaceLifecycle';
import { mergePatch } from './patch/mergePatch';
import { ResourceRegistry } from './ResourceRegistry';
import { ResourceType } from './ResourceType';
import { readScale, writeScale } from './scale';
import { storedType } from './storedType';
import { updateObject } from './updateObject';

export interface ClusterOptions {
  clock: Clock;
  /** Uids of new objects. */
  uuid: () => string;
  /** Uniform in [0, 1): suffixes of generated names. */
  random: () => number;
  /** How many changes watches can resume from. Default: 20 000. */
  historySize?: number;
}

/** Everything a cluster has to remember over a restart, as plain JSON. */
export type ClusterSnapshot = StoreSnapshot & { format: 1 };

const SUFFIX_ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

const systemNamespaces = [
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
];

/** A Kubernetes API without HTTP: {@link ClusterApi} for controllers, and the machinery for the server. */
export class Cluster implements ClusterApi {
  readonly machinery: ClusterMachinery;

  constructor(options: ClusterOptions) {
    const store = new ObjectStore({ historySize: options.historySize });
    const registry = new ResourceRegistry();
    for (const type of builtinTypes()) registry.register(type);
    this.machinery = {
      store,
      registry,
      clock: options.clock,
      uuid: options.uuid,
      admission: admissionChain(),
      strategy: {
        now: () => apiTime(options.clock.now()),
        get: (key, object) => store.get(key, object),
        list: (key, namespace) => store.list(key, namespace),
        findKind: (group, kind) => registry.findKind(group, kind),
        randomSuffix: length =>
          Array.from(
            { length },
            () =>
              SUFFIX_ALPHABET[
                Math.floor(options.random() * SUFFIX_ALPHABET.length)
              ],
          ).join(''),
      },
    };
    startGarbageCollection(this.machinery);
    startNamespaceLifecycle(this.machinery);
    startCrdLifecycle(this.machinery);
    this.ensureSystemNamespaces();
  }

  get(key: ResourceKey, object: ObjectKey): ClusterObject | undefined {
    return this.machinery.store.get(this.typeOf(key), object);
  }

  list(
    key: ResourceKey,
    options: { namespace?: string; labelSelector?: string } = {},
  ): ClusterObject[] {
    const objects = this.machinery.store.list(
      this.typeOf(key),
      options.namespace,
    );
    if (!options.labelSelector) return objects;
    const matches = parseLabelSelector(options.labelSelector);
    return objects.filter(object => matches(object.metadata.labels));
  }

  create(
    key: ResourceKey,
    object: Partial<ClusterObject>,
    options: { fieldManager?: string } = {},
  ): ClusterObject {
    const type = this.machinery.registry.require(key);
    return createObject(this.machinery, type, stored(type, object), options);
  }

  update(
    key: ResourceKey,
    object: ClusterObject,
    options: { fieldManager?: string } = {},
  ): ClusterObject {
    const type = this.machinery.registry.require(key);
    return updateObject(this.machinery, type, stored(type, object), options);
  }

  updateStatus(
    key: ResourceKey,
    object: ClusterObject,
    options: { fieldManager?: string } = {},
  ): ClusterObject {
    return updateObject(
      this.machinery,
      this.machinery.registry.require(key),
      object,
      {
        ...options,
        subresource: 'status',
      },
    );
  }

  patch(
    key: ResourceKey,
    object: ObjectKey,
    patch: object,
    options: { subresource?: 'status' | 'scale'; fieldManager?: string } = {},
  ): ClusterObject {
    const type = this.machinery.registry.require(key);
    const existing = this.get(key, object);
    if (!existing) throw notFound(key, object.name);
    if (options.subresource === 'scale') {
      const scale = mergePatch(readScale(type, existing), patch);
      return writeScale(this.machinery, type, existing, scale, options);
    }
    return updateObject(
      this.machinery,
      type,
      mergePatch(existing, patch),
      options,
    );
  }

  delete(
    key: ResourceKey,
    object: ObjectKey,
    options: {
      propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
      gracePeriodSeconds?: number;
      uid?: string;
    } = {},
  ): void {
    const { uid, ...rest } = options;
    deleteObject(this.machinery, this.machinery.registry.require(key), object, {
      ...rest,
      ...(uid && { preconditions: { uid } }),
    });
  }

  subscribe(
    key: ResourceKey | undefined,
    listener: (event: ClusterEvent) => void,
  ): () => void {
    return this.machinery.store.subscribe(key && this.typeOf(key), listener);
  }

  snapshot(): ClusterSnapshot {
    return { format: 1, ...this.machinery.store.snapshot() };
  }

  /** Replaces everything by what `snapshot` gave; uids and resourceVersions stay what they were. */
  restore(snapshot: ClusterSnapshot): void {
    if (snapshot.format !== 1) {
      throw new Error(
        `Cannot restore a snapshot of format ${snapshot.format}; this version reads format 1. Delete the file to start with an empty cluster`,
      );
    }
    const { registry, store } = this.machinery;
    for (const type of registry.all())
      if (type.isCustom) registry.unregister(type);
    store.restore(snapshot);
    registerStoredDefinitions(this.machinery);
    this.ensureSystemNamespaces();
  }

  private typeOf(key: ResourceKey) {
    return storedType(this.machinery, this.machinery.registry.require(key));
  }

  private ensureSystemNamespaces() {
    const key = { group: '', resource: 'namespaces' };
    for (const name of systemNamespaces) {
      if (!this.get(key, { name }))
        this.create(key, { metadata: { name } as ClusterObject['metadata'] });
    }
  }
}

/** Fields of the kind only, with quantities as text: what the store holds must not depend on who wrote it. */
function stored(
  type: ResourceType,
  object: Partial<ClusterObject>,
): ClusterObject {
  const version =
    type.versions.find(one => one.name === type.storageVersion) ??
    type.versions[0];
  return decodeObject(type, version, object, 'Ignore', () => {});
}
