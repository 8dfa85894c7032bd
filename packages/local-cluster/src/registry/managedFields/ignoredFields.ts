import { ClusterObject } from '../../store/types';
import { objectMetaSchema } from '../schema/builtinSchemas';
import { Schema } from '../schema/Schema';
import { ResourceType, versionOf } from '../ResourceType';

/** Fields of metadata that belong to the server, so that nobody is recorded as their manager. */
const serverMetadata = [
  'name',
  'namespace',
  'generateName',
  'creationTimestamp',
  'selfLink',
  'uid',
  'generation',
  'managedFields',
  'resourceVersion',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
];

/** The part of an object that can have managers, on the endpoint that is written. */
export function managedPart(
  type: ResourceType,
  object: ClusterObject,
  subresource: string | undefined,
): Record<string, unknown> {
  const { apiVersion: _a, kind: _k, metadata, status, ...rest } = object;
  if (subresource === 'status') return { status };
  const kept = Object.entries(metadata).filter(
    ([field, value]) => value !== undefined && !serverMetadata.includes(field),
  );
  const hasStatus = type.versions.some(version => version.status);
  return {
    ...rest,
    ...(kept.length > 0 && { metadata: Object.fromEntries(kept) }),
    ...(!hasStatus && status !== undefined && { status }),
  };
}

const completed = new WeakMap<Schema, Schema>();

/** The schema of the stored version, with that of metadata, which custom kinds do not describe. */
export function ownershipSchema(type: ResourceType): Schema | undefined {
  const schema =
    versionOf(type, type.storageVersion)?.schema ?? type.versions[0]?.schema;
  if (!schema || !type.isCustom) return schema;
  const known = completed.get(schema);
  if (known) return known;
  const result = {
    ...schema,
    properties: { ...schema.properties, metadata: objectMetaSchema() },
  };
  completed.set(schema, result);
  return result;
}
