import { cloneJson, shareUnchanged } from '../store/cloneJson';
import { invalidObject } from '../store/FieldError';
import { jsonEqual } from '../store/jsonEqual';
import { badRequest, conflict, notFound } from '../store/StatusError';
import { ClusterObject } from '../store/types';
import { AdmissionRequest } from './admission/AdmissionPlugin';
import {
  admitMutating,
  admitValidating,
  ClusterMachinery,
  DEFAULT_FIELD_MANAGER,
  WriteOptions,
} from './ClusterMachinery';
import { completeDeletion, isReadyToGo } from './deleteObject';
import { trackUpdate } from './managedFields/trackUpdate';
import { objectMetaErrors, objectMetaUpdateErrors } from './objectMeta';
import { apiVersionOf, groupKind, ResourceType } from './ResourceType';
import { storedType } from './storedType';

export interface UpdateOptions extends WriteOptions {
  /** Set by server-side apply, which works out ownership itself. */
  managedFields?: unknown[];
}

/**
 * Replaces an object the way a PUT does. With `subresource: 'status'` only the status changes, else everything but the
 * status. Writes nothing when nothing changes.
 */
export function updateObject(
  machinery: ClusterMachinery,
  requestedType: ResourceType,
  input: ClusterObject,
  options: UpdateOptions = {},
): ClusterObject {
  const type = storedType(machinery, requestedType);
  const existing = machinery.store.get(type, input.metadata);
  if (!existing) throw notFound(requestedType, input.metadata.name);
  checkPreconditions(requestedType, input, existing);
  const next = nextObject(type, input, existing, options.subresource);
  const request: AdmissionRequest = {
    operation: 'UPDATE',
    type,
    namespace: existing.metadata.namespace,
    name: existing.metadata.name,
    ...(options.subresource && { subresource: options.subresource }),
    object: next,
    oldObject: existing,
    dryRun: options.dryRun ?? false,
    warn: options.warn ?? (() => {}),
  };
  if (options.subresource !== 'status') {
    type.applyDefaults?.(next, machinery.strategy);
    admitMutating(machinery, request);
    type.prepareForUpdate?.(next, existing);
  }
  const shared = shareUnchanged(existing, next);
  if (shared === existing && !options.managedFields) return existing;
  const counted = countGeneration(type, shared, existing);
  validateChange(type, counted, existing, options.subresource);
  admitValidating(machinery, { ...request, object: counted });
  const tracked = options.managedFields
    ? withManagedFields(counted, options.managedFields)
    : trackUpdate({
        type,
        previous: existing,
        next: counted,
        manager: options.fieldManager ?? DEFAULT_FIELD_MANAGER,
        subresource: options.subresource,
        version: options.version ?? type.storageVersion,
        time: machinery.strategy.now(),
      });
  const final = shareUnchanged(existing, tracked);
  if (final === existing || options.dryRun) return final;
  const stored = machinery.store.put(type, final);
  if (isReadyToGo(stored)) completeDeletion(machinery, type, stored);
  return stored;
}

export function withManagedFields(
  object: ClusterObject,
  managedFields: unknown[],
): ClusterObject {
  const { managedFields: _, ...metadata } = object.metadata;
  return {
    ...object,
    metadata:
      managedFields.length > 0 ? { ...metadata, managedFields } : metadata,
  };
}

function checkPreconditions(
  type: ResourceType,
  input: ClusterObject,
  existing: ClusterObject,
): void {
  const { name, uid, resourceVersion } = input.metadata;
  if (uid && uid !== existing.metadata.uid) {
    throw conflict(
      type,
      name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${existing.metadata.uid}`,
    );
  }
  if (resourceVersion && !/^\d+$/.test(resourceVersion)) {
    throw badRequest(
      `invalid resource version "${resourceVersion}": strconv.ParseUint: parsing "${resourceVersion}": invalid syntax`,
    );
  }
  if (
    resourceVersion &&
    resourceVersion !== '0' &&
    resourceVersion !== existing.metadata.resourceVersion
  ) {
    throw conflict(
      type,
      name,
      'the object has been modified; please apply your changes to the latest version and try again',
    );
  }
}

/** The input with everything that a client may not change taken from what exists. */
function nextObject(
  type: ResourceType,
  input: ClusterObject,
  existing: ClusterObject,
  subresource: string | undefined,
): ClusterObject {
  if (subresource === 'status')
    return withField(existing, 'status', input.status);
  const {
    uid,
    creationTimestamp,
    generation,
    deletionTimestamp,
    deletionGracePeriodSeconds,
    namespace,
  } = existing.metadata;
  const copy = cloneJson(input);
  const {
    generation: _1,
    deletionTimestamp: _2,
    deletionGracePeriodSeconds: _3,
    namespace: _4,
    managedFields,
    ...metadata
  } = copy.metadata;
  const keptFields = managedFields ?? existing.metadata.managedFields;
  const next: ClusterObject = {
    ...copy,
    apiVersion: apiVersionOf(type.group, type.storageVersion),
    kind: type.kind,
    metadata: {
      ...metadata,
      ...(namespace && { namespace }),
      uid,
      resourceVersion: existing.metadata.resourceVersion,
      creationTimestamp,
      ...(generation !== undefined && { generation }),
      ...(deletionTimestamp && { deletionTimestamp }),
      ...(deletionGracePeriodSeconds !== undefined && {
        deletionGracePeriodSeconds,
      }),
      ...(keptFields && { managedFields: keptFields }),
    },
  };
  return type.versions.some(version => version.status)
    ? withField(next, 'status', existing.status)
    : next;
}

function withField(
  object: ClusterObject,
  field: 'status',
  value: unknown,
): ClusterObject {
  const { [field]: _, ...rest } = object;
  return (
    value === undefined ? rest : { ...rest, [field]: value }
  ) as ClusterObject;
}

function countGeneration(
  type: ResourceType,
  next: ClusterObject,
  existing: ClusterObject,
): ClusterObject {
  if (!type.hasGeneration || jsonEqual(desired(next), desired(existing)))
    return next;
  return {
    ...next,
    metadata: {
      ...next.metadata,
      generation: (existing.metadata.generation ?? 0) + 1,
    },
  };
}

function desired(object: ClusterObject) {
  const { metadata: _m, status: _s, apiVersion: _a, ...rest } = object;
  return rest;
}

function validateChange(
  type: ResourceType,
  next: ClusterObject,
  existing: ClusterObject,
  subresource: string | undefined,
): void {
  const errors =
    subresource === 'status'
      ? []
      : [
          ...objectMetaErrors(type, next),
          ...objectMetaUpdateErrors(next, existing),
          ...(type.validate?.(next, existing) ?? []),
          ...(type.validateUpdate?.(next, existing) ?? []),
        ];
  const schemaErrors = type.validateSchema?.(next, type.storageVersion) ?? [];
  if (schemaErrors.length === 0 && errors.length === 0) {
    errors.push(
      ...(type.validateRules?.(next, type.storageVersion, existing) ?? []),
    );
  }
  errors.push(...schemaErrors);
  if (errors.length > 0)
    throw invalidObject(groupKind(type), next.metadata.name, errors);
}
