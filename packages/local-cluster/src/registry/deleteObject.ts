import { badRequest, conflict, notFound } from '../store/StatusError';
import { ClusterObject, ObjectKey } from '../store/types';
import {
  admitValidating,
  apiTime,
  ClusterMachinery,
  WriteOptions,
} from './ClusterMachinery';
import { ResourceType } from './ResourceType';
import { storedType } from './storedType';

export type PropagationPolicy = 'Background' | 'Foreground' | 'Orphan';

export interface DeleteOptions extends Pick<WriteOptions, 'dryRun' | 'warn'> {
  propagationPolicy?: PropagationPolicy;
  gracePeriodSeconds?: number;
  preconditions?: { uid?: string; resourceVersion?: string };
}

export interface DeleteOutcome {
  object: ClusterObject;
  /** False while a grace period or finalizers keep the object. */
  removed: boolean;
}

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

/** Asks for the removal of an object; it goes at once unless a grace period or finalizers hold it. */
export function deleteObject(
  machinery: ClusterMachinery,
  requestedType: ResourceType,
  key: ObjectKey,
  options: DeleteOptions = {},
): DeleteOutcome {
  const type = storedType(machinery, requestedType);
  const existing = machinery.store.get(type, key);
  if (!existing) throw notFound(requestedType, key.name);
  checkOptions(requestedType, existing, options);
  admitValidating(machinery, {
    operation: 'DELETE',
    type,
    namespace: key.namespace,
    name: key.name,
    oldObject: existing,
    dryRun: options.dryRun ?? false,
    warn: options.warn ?? (() => {}),
  });
  const marked = markForDeletion(machinery, type, existing, options);
  if (options.dryRun) return { object: marked, removed: isReadyToGo(marked) };
  if (isReadyToGo(marked)) {
    return {
      object: completeDeletion(machinery, type, existing) ?? existing,
      removed: true,
    };
  }
  if (marked === existing) return { object: existing, removed: false };
  return { object: machinery.store.put(type, marked), removed: false };
}

/** Whether nothing holds an object any more that is being deleted. */
export function isReadyToGo({ metadata, spec, kind }: ClusterObject): boolean {
  if (!metadata.deletionTimestamp || (metadata.finalizers?.length ?? 0) > 0)
    return false;
  if (kind === 'Namespace' && spec?.finalizers?.length > 0) return false;
  return (metadata.deletionGracePeriodSeconds ?? 0) === 0;
}

/** Takes the object out of the store; the garbage collector hears of it there. */
export function completeDeletion(
  machinery: ClusterMachinery,
  type: ResourceType,
  object: ClusterObject,
): ClusterObject | undefined {
  return machinery.store.remove(type, object.metadata);
}

function checkOptions(
  type: ResourceType,
  existing: ClusterObject,
  options: DeleteOptions,
): void {
  const { uid, resourceVersion } = options.preconditions ?? {};
  const { metadata } = existing;
  if (uid && uid !== metadata.uid) {
    throw conflict(
      type,
      metadata.name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${metadata.uid}`,
    );
  }
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw conflict(
      type,
      metadata.name,
      `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${metadata.resourceVersion}`,
    );
  }
  const { propagationPolicy: policy } = options;
  if (
    policy !== undefined &&
    !['Background', 'Foreground', 'Orphan'].includes(policy)
  ) {
    throw badRequest(
      `invalid DeleteOptions: propagationPolicy: Unsupported value: "${policy}": supported values: "Background", "Foreground", "Orphan"`,
    );
  }
}

function markForDeletion(
  machinery: ClusterMachinery,
  type: ResourceType,
  existing: ClusterObject,
  options: DeleteOptions,
): ClusterObject {
  const { metadata } = existing;
  const finalizers = finalizersFor(
    machinery,
    existing,
    options.propagationPolicy,
  );
  const default_ = type.gracePeriodSeconds?.(existing) ?? 0;
  const wanted = default_ === 0 ? 0 : options.gracePeriodSeconds ?? default_;
  const before = metadata.deletionTimestamp
    ? metadata.deletionGracePeriodSeconds ?? 0
    : undefined;
  // A second request can only shorten the time that is left.
  const grace =
    before === undefined
      ? wanted
      : Math.min(before, options.gracePeriodSeconds ?? before);
  if (before === grace && finalizers === metadata.finalizers) return existing;
  const { finalizers: _, ...rest } = metadata;
  return {
    ...existing,
    metadata: {
      ...rest,
      ...(type.hasGeneration &&
        before === undefined && { generation: (metadata.generation ?? 0) + 1 }),
      ...(finalizers && finalizers.length > 0 && { finalizers }),
      deletionTimestamp:
        before === grace && metadata.deletionTimestamp
          ? metadata.deletionTimestamp
          : apiTime(machinery.clock.now() + grace * 1000),
      deletionGracePeriodSeconds: grace,
    },
  };
}

function finalizersFor(
  machinery: ClusterMachinery,
  { metadata }: ClusterObject,
  policy: PropagationPolicy = 'Background',
): string[] | undefined {
  const current = metadata.finalizers ?? [];
  // Without an explicit policy a finalizer that is there already decides.
  const wanted = {
    Foreground: FOREGROUND,
    Orphan: ORPHAN,
    Background: undefined,
  }[policy];
  if (!wanted || current.includes(wanted)) return metadata.finalizers;
  if (machinery.store.dependentsOf(metadata.uid).length === 0)
    return metadata.finalizers;
  return [
    ...current.filter(one => one !== FOREGROUND && one !== ORPHAN),
    wanted,
  ];
}
