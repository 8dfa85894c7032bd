import { ClusterObject } from '../../store/types';
import { ClusterMachinery } from '../ClusterMachinery';
import { createObject } from '../createObject';
import { mergePatch } from '../patch/mergePatch';
import { ResourceType, ResourceVersion } from '../ResourceType';
import { updateObject, UpdateOptions } from '../updateObject';

export interface ApplyRequest {
  type: ResourceType;
  version: ResourceVersion;
  existing: ClusterObject | undefined;
  /** The applied configuration, in the stored form. */
  applied: ClusterObject;
  manager: string;
  force: boolean;
  options: UpdateOptions;
}

/** Server-side apply. */
export function applyObject(
  machinery: ClusterMachinery,
  { type, existing, applied, options }: ApplyRequest,
): { object: ClusterObject; created: boolean } {
  if (!existing)
    return {
      object: createObject(machinery, type, applied, options),
      created: true,
    };
  return {
    object: updateObject(
      machinery,
      type,
      mergePatch(existing, applied),
      options,
    ),
    created: false,
  };
}
