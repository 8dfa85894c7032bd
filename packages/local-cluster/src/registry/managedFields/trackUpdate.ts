import { ClusterObject } from '../../store/types';
import { ResourceType } from '../ResourceType';
import { diffFields } from './diffFields';
import { subtract, union } from './FieldTree';
import { managedPart, ownershipSchema } from './ignoredFields';
import {
  isManager,
  ManagerEntry,
  managerEntry,
  ManagerKey,
  sortManagers,
} from './managers';

/** One write by something other than server-side apply. */
export interface TrackedUpdate {
  type: ResourceType;
  previous?: ClusterObject;
  next: ClusterObject;
  manager: string;
  subresource: string | undefined;
  version: string;
  /** RFC 3339. */
  time: string;
}

/**
 * Records in `metadata.managedFields` which fields the manager has changed: they are its own from now on, and nobody
 * else's. What is gone from the object is gone from all managers.
 */
export function trackUpdate({
  type,
  previous,
  next,
  manager,
  subresource,
  version,
  time,
}: TrackedUpdate): ClusterObject {
  const schema = ownershipSchema(type);
  const before = previous ? managedPart(type, previous, subresource) : {};
  const { changed, removed } = diffFields(
    schema,
    before,
    managedPart(type, next, subresource),
  );
  const entries = (next.metadata.managedFields ?? []) as ManagerEntry[];
  if (!changed && !removed) return next;
  const key: ManagerKey = {
    manager,
    operation: 'Update',
    ...(subresource && { subresource }),
  };
  const own = entries.find(entry => isManager(entry, key));
  const others = entries.flatMap(entry => {
    if (entry === own) return [];
    const kept = subtract(subtract(entry.fieldsV1, changed), removed);
    if (!kept) return [];
    return kept === entry.fieldsV1 ? [entry] : [{ ...entry, fieldsV1: kept }];
  });
  const fields = subtract(union(own?.fieldsV1, changed), removed);
  const mine = fields ? [managerEntry(type, version, key, fields, time)] : [];
  return {
    ...next,
    metadata: {
      ...next.metadata,
      managedFields: sortManagers([...others, ...mine]),
    },
  };
}
