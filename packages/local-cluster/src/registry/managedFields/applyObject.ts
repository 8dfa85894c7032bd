import { StatusCause, StatusError } from '../../store/StatusError';
import { ClusterObject } from '../../store/types';
import { jsonEqual } from '../../store/jsonEqual';
import { ClusterMachinery } from '../ClusterMachinery';
import { createObject } from '../createObject';
import { ResourceType, ResourceVersion } from '../ResourceType';
import { Schema } from '../schema/Schema';
import { updateObject, UpdateOptions } from '../updateObject';
import { diffFields } from './diffFields';
import {
  FieldTree,
  intersect,
  printPaths,
  sameTree,
  subtract,
  union,
} from './FieldTree';
import { managedPart, ownershipSchema } from './ignoredFields';
import {
  isManager,
  ManagerEntry,
  managerEntry,
  ManagerKey,
  printManager,
  sortManagers,
} from './managers';
import { mergeApplied, removeFields } from './mergeApplied';
import { fieldsOf } from './ownedFields';

export interface ApplyRequest {
  type: ResourceType;
  version: ResourceVersion;
  existing: ClusterObject | undefined;
  /** The applied configuration, in the stored form, without defaults. */
  applied: ClusterObject;
  manager: string;
  /** Takes over fields of other managers instead of failing. */
  force: boolean;
  options: UpdateOptions;
}

interface Conflict {
  entry: ManagerEntry;
  fields: FieldTree;
}

/**
 * Server-side apply: the configuration is laid over the object, what the manager applied before and does no more goes
 * unless somebody else owns it, and fields of others are a conflict.
 *
 * @throws StatusError 409 with the conflicting managers and fields
 */
export function applyObject(
  machinery: ClusterMachinery,
  request: ApplyRequest,
): { object: ClusterObject; created: boolean } {
  const { type, existing, applied, manager, version, options } = request;
  const subresource = options.subresource;
  const key: ManagerKey = {
    manager,
    operation: 'Apply',
    ...(subresource && { subresource }),
  };
  const schema = ownershipSchema(type);
  const configuration = managedPart(type, applied, subresource);
  const owned = fieldsOf(schema, configuration);
  const entry =
    owned &&
    managerEntry(type, version.name, key, owned, machinery.strategy.now());
  if (!existing) {
    const object = createObject(machinery, type, applied, {
      ...options,
      managedFields: entry ? [entry] : [],
    });
    return { object, created: true };
  }
  const entries = (existing.metadata.managedFields ?? []) as ManagerEntry[];
  const before = entries.find(one => isManager(one, key));
  const others = entries.filter(one => one !== before);
  const merged = merge(schema, existing, configuration, {
    previously: before?.fieldsV1,
    now: owned,
    ofOthers: others.reduce<FieldTree | undefined>(
      (all, one) => union(all, one.fieldsV1),
      undefined,
    ),
    subresource,
  });
  const { changed } = diffFields(
    schema,
    managedPart(type, existing, subresource),
    managedPart(type, merged, subresource),
  );
  const conflicts = conflictsWith(others, intersect(changed, owned));
  if (conflicts.length > 0 && !request.force) throw conflictError(conflicts);
  const remaining = others.flatMap(one => {
    const taken = conflicts.find(conflict => conflict.entry === one);
    const fields = taken ? subtract(one.fieldsV1, taken.fields) : one.fieldsV1;
    return fields ? [{ ...one, fieldsV1: fields }] : [];
  });
  // An unchanged set keeps its time: applying the same thing again writes nothing.
  const own =
    before &&
    entry &&
    sameTree(before.fieldsV1, entry.fieldsV1) &&
    jsonEqual(existing, {
      ...merged,
      metadata: { ...merged.metadata, managedFields: entries },
    })
      ? before
      : entry;
  const managedFields = sortManagers([...remaining, ...(own ? [own] : [])]);
  const metadata = {
    ...merged.metadata,
    resourceVersion: applied.metadata.resourceVersion ?? '',
    uid: applied.metadata.uid ?? existing.metadata.uid,
  };
  return {
    object: updateObject(
      machinery,
      type,
      { ...merged, metadata },
      { ...options, managedFields },
    ),
    created: false,
  };
}

function merge(
  schema: Schema | undefined,
  existing: ClusterObject,
  configuration: Record<string, unknown>,
  fields: {
    previously?: FieldTree;
    now?: FieldTree;
    ofOthers?: FieldTree;
    subresource?: string;
  },
): ClusterObject {
  const merged = mergeApplied(schema, existing, configuration) as ClusterObject;
  const dropped = subtract(
    subtract(fields.previously, fields.now),
    fields.ofOthers,
  );
  const left = removeFields(
    schema,
    merged,
    dropped,
    union(fields.now, fields.ofOthers),
  ) as ClusterObject;
  return {
    ...left,
    apiVersion: existing.apiVersion,
    kind: existing.kind,
    metadata: {
      ...existing.metadata,
      ...left.metadata,
      ...absent(existing, left),
    },
  };
}

/** Labels and the like that are gone altogether; the spread of the existing metadata would bring them back. */
function absent(
  existing: ClusterObject,
  left: ClusterObject,
): Record<string, undefined> {
  const names = Object.keys(existing.metadata).filter(
    name => !(name in left.metadata),
  );
  return Object.fromEntries(names.map(name => [name, undefined]));
}

function conflictsWith(
  others: readonly ManagerEntry[],
  changed: FieldTree | undefined,
): Conflict[] {
  return others.flatMap(entry => {
    const fields = intersect(changed, entry.fieldsV1);
    return fields ? [{ entry, fields }] : [];
  });
}

function conflictError(conflicts: readonly Conflict[]): StatusError {
  const causes: StatusCause[] = conflicts.flatMap(({ entry, fields }) =>
    printPaths(fields).map(field => ({
      reason: 'FieldManagerConflict',
      message: `conflict with ${printManager(entry)}`,
      field,
    })),
  );
  const message =
    causes.length === 1
      ? `Apply failed with 1 conflict: ${causes[0].message}: ${causes[0].field}`
      : `Apply failed with ${causes.length} conflicts: ${conflicts
          .map(({ entry, fields }) =>
            [
              `conflicts with ${printManager(entry)}:`,
              ...printPaths(fields).map(path => `- ${path}`),
            ].join('\n'),
          )
          .join('\n')}`;
  return new StatusError(409, 'Conflict', message, { causes });
}
