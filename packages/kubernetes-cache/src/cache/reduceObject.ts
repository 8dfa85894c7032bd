import { CachedObject } from '../types';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * What the cache holds of an object: without `managedFields` and kubectl's copy of the manifest, which are half of a typical object
 * and read by nobody here, and with only what `keep` leaves. Identity and owners survive every `keep`, because the indexes need them.
 */
export function reduceObject(
  object: CachedObject,
  keep?: (object: CachedObject) => unknown,
): CachedObject {
  const { managedFields, ...metadata } =
    object.metadata as CachedObject['metadata'] & {
      managedFields?: unknown;
    };
  if (metadata.annotations && LAST_APPLIED in metadata.annotations) {
    const { [LAST_APPLIED]: dropped, ...annotations } = metadata.annotations;
    metadata.annotations = annotations;
  }
  const lean: CachedObject = { ...object, metadata };
  if (!keep) {
    return lean;
  }
  const kept = keep(lean) as CachedObject;
  const { name, namespace, uid, resourceVersion, ownerReferences } = metadata;
  return {
    ...kept,
    metadata: {
      ...kept.metadata,
      name,
      uid,
      resourceVersion,
      ...(namespace !== undefined && { namespace }),
      ...(ownerReferences && { ownerReferences }),
    },
  };
}
