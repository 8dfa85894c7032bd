import { cloneJson } from '../store/cloneJson';
import { invalidObject } from '../store/FieldError';
import { alreadyExists, badRequest } from '../store/StatusError';
import { ClusterObject } from '../store/types';
import { AdmissionRequest } from './admission/AdmissionPlugin';
import {
  admitMutating,
  admitValidating,
  apiTime,
  ClusterMachinery,
  DEFAULT_FIELD_MANAGER,
  WriteOptions,
} from './ClusterMachinery';
import { trackUpdate } from './managedFields/trackUpdate';
import { objectMetaErrors } from './objectMeta';
import { apiVersionOf, groupKind, ResourceType } from './ResourceType';
import { storedType } from './storedType';
import { withManagedFields } from './updateObject';

const GENERATED_NAME_LENGTH = 5;
const MAX_GENERATED_PREFIX = 58;

/** Creates an object the way a POST does: defaults, admission, validation, first version. */
export function createObject(
  machinery: ClusterMachinery,
  requestedType: ResourceType,
  input: Partial<ClusterObject>,
  options: WriteOptions & { managedFields?: unknown[] } = {},
): ClusterObject {
  const type = storedType(machinery, requestedType);
  const object = newObject(machinery, type, input);
  if (!options.dryRun || object.metadata.name) {
    const existing = machinery.store.get(type, object.metadata);
    if (existing) throw alreadyExists(requestedType, object.metadata.name);
  }
  if (type.versions.some(version => version.status)) delete object.status;
  type.applyDefaults?.(object, machinery.strategy);
  const request: AdmissionRequest = {
    operation: 'CREATE',
    type,
    namespace: object.metadata.namespace,
    name: object.metadata.name,
    object,
    dryRun: options.dryRun ?? false,
    warn: options.warn ?? (() => {}),
  };
  admitMutating(machinery, request);
  type.prepareForCreate?.(object, machinery.strategy);
  validateNew(type, object);
  admitValidating(machinery, request);
  const tracked = options.managedFields
    ? withManagedFields(object, options.managedFields)
    : trackUpdate({
        type,
        next: object,
        manager: options.fieldManager ?? DEFAULT_FIELD_MANAGER,
        subresource: undefined,
        version: options.version ?? type.storageVersion,
        time: machinery.strategy.now(),
      });
  return options.dryRun ? tracked : machinery.store.put(type, tracked);
}

function newObject(
  machinery: ClusterMachinery,
  type: ResourceType,
  input: Partial<ClusterObject>,
): ClusterObject {
  const object = cloneJson(input) as ClusterObject;
  const given: Partial<ClusterObject['metadata']> = object.metadata ?? {};
  if (given.resourceVersion) {
    throw badRequest(
      'resourceVersion should not be set on objects to be created',
    );
  }
  const {
    name = '',
    uid: _uid,
    resourceVersion: _version,
    creationTimestamp: _created,
    generation: _generation,
    deletionTimestamp: _deleted,
    deletionGracePeriodSeconds: _grace,
    managedFields: _managed,
    ...rest
  } = given;
  const generated =
    !name && given.generateName
      ? given.generateName.slice(0, MAX_GENERATED_PREFIX) +
        machinery.strategy.randomSuffix(GENERATED_NAME_LENGTH)
      : name;
  return {
    ...object,
    apiVersion: apiVersionOf(type.group, type.storageVersion),
    kind: type.kind,
    metadata: {
      name: generated,
      ...rest,
      uid: machinery.uuid(),
      resourceVersion: '',
      ...(type.hasGeneration && { generation: 1 }),
      creationTimestamp: apiTime(machinery.clock.now()),
    },
  };
}

function validateNew(type: ResourceType, object: ClusterObject): void {
  const errors = [
    ...objectMetaErrors(type, object),
    ...(type.validate?.(object) ?? []),
  ];
  const schemaErrors = type.validateSchema?.(object, type.storageVersion) ?? [];
  if (schemaErrors.length === 0 && errors.length === 0) {
    errors.push(...(type.validateRules?.(object, type.storageVersion) ?? []));
  }
  errors.push(...schemaErrors);
  if (errors.length > 0) {
    throw invalidObject(
      groupKind(type),
      object.metadata.name || object.metadata.generateName || '',
      errors,
    );
  }
}
