import { badRequest, conflict, notFound } from '../store/StatusError';
import { ClusterObject } from '../store/types';
import { requireKind } from '../registry/decodeObject';
import { applyObject } from '../registry/managedFields/applyObject';
import { ClusterMachinery, WriteOptions } from '../registry/ClusterMachinery';
import { applyJsonPatch } from '../registry/patch/applyJsonPatch';
import { mergePatch } from '../registry/patch/mergePatch';
import { strategicMergePatch } from '../registry/patch/strategicMergePatch';
import { ResourceType, ResourceVersion } from '../registry/ResourceType';
import { storedType } from '../registry/storedType';
import { updateObject } from '../registry/updateObject';
import { ApiRequest, isTrue } from './ApiRequest';
import { parseBody, requirePatchType } from './decodeBody';
import { inVersion } from './encode';
import { ResourcePath } from './requestInfo';

interface PatchTarget {
  request: ApiRequest;
  path: ResourcePath;
  type: ResourceType;
  version: ResourceVersion;
}

/** A patched form of any JSON document by the patch in the request; apply is not one of these. */
export function patchDocument<T>(
  request: ApiRequest,
  document: T,
  schema: ResourceVersion['schema'],
): T {
  const patch = parseBody(request.body, request.contentType);
  switch (request.contentType) {
    case 'application/json-patch+json':
      return applyJsonPatch(document, patch);
    case 'application/strategic-merge-patch+json':
      return strategicMergePatch(document, patch, schema);
    default:
      if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
        throw badRequest('error decoding patch: the patch must be an object');
      }
      return mergePatch(document, patch);
  }
}

/** PATCH of an object or its status, in any of the four forms. */
export function patchObject(
  machinery: ClusterMachinery,
  { request, path, type, version }: PatchTarget,
  options: WriteOptions,
  { decode }: { decode: (input: unknown) => ClusterObject },
): { object: ClusterObject; created: boolean } {
  requirePatchType(type, request.contentType);
  const key = {
    name: path.name ?? '',
    ...(type.namespaced && { namespace: path.namespace }),
  };
  const existing = machinery.store.get(storedType(machinery, type), key);
  const subresource = path.subresource;
  if (request.contentType === 'application/apply-patch+yaml') {
    if (!request.query.get('fieldManager')) {
      throw badRequest(
        'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
      );
    }
    // Apply creates what is missing, but not from its status.
    if (subresource && !existing) throw notFound(type, key.name);
    const applied = requireKind(
      type,
      version,
      parseBody(request.body, request.contentType),
    );
    if (!applied.metadata.name)
      applied.metadata = { ...applied.metadata, name: key.name };
    return applyObject(machinery, {
      type,
      version,
      existing,
      applied: decode({
        ...applied,
        metadata: { ...applied.metadata, ...key },
      }),
      manager: options.fieldManager ?? '',
      force: isTrue(request.query.get('force')),
      options: { ...options, ...(subresource && { subresource }) },
    });
  }
  if (!existing) throw notFound(type, key.name);
  const patched = patchDocument(
    request,
    inVersion(type, version, existing),
    version.schema,
  );
  const object = decode(patched);
  if (object.metadata.name !== key.name) {
    throw badRequest(
      `the name of the object (${object.metadata.name}) does not match the name on the URL (${key.name})`,
    );
  }
  if (object.metadata.uid !== existing.metadata.uid) {
    throw conflict(
      type,
      key.name,
      `Precondition failed: UID in precondition: ${object.metadata.uid}, UID in object meta: ${existing.metadata.uid}`,
    );
  }
  return {
    object: updateObject(machinery, type, object, {
      ...options,
      ...(subresource && { subresource }),
    }),
    created: false,
  };
}
