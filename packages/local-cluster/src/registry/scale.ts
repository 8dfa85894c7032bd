import { invalid, invalidObject } from '../store/FieldError';
import {
  formatLabelSelector,
  LabelSelectorObject,
} from '../store/labelSelector';
import { StatusError } from '../store/StatusError';
import { ClusterObject } from '../store/types';
import { ClusterMachinery, WriteOptions } from './ClusterMachinery';
import { readPath, withPath } from './jsonPath';
import { ResourceType, ScalePaths } from './ResourceType';
import { updateObject } from './updateObject';

function scalePaths(type: ResourceType): ScalePaths {
  const paths = type.versions.find(
    version => version.name === type.storageVersion,
  )?.scale;
  if (!paths)
    throw new StatusError(
      404,
      'NotFound',
      'the server could not find the requested resource',
      {},
    );
  return paths;
}

function selectorText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return value ? formatLabelSelector(value as LabelSelectorObject) : undefined;
}

/** The `autoscaling/v1` Scale of an object. */
export function readScale(
  type: ResourceType,
  object: ClusterObject,
): ClusterObject {
  const paths = scalePaths(type);
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  const selector = paths.labelSelector
    ? selectorText(readPath(object, paths.labelSelector))
    : undefined;
  const replicas = Number(readPath(object, paths.specReplicas) ?? 0);
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: {
      name,
      ...(namespace && { namespace }),
      uid,
      resourceVersion,
      creationTimestamp,
    },
    spec: replicas === 0 ? {} : { replicas },
    status: {
      replicas: Number(readPath(object, paths.statusReplicas) ?? 0),
      ...(selector && { selector }),
    },
  };
}

/** Sets the replicas of an object from its Scale; returns the new Scale. */
export function writeScale(
  machinery: ClusterMachinery,
  type: ResourceType,
  existing: ClusterObject,
  scale: ClusterObject,
  options: WriteOptions = {},
): ClusterObject {
  const replicas = scale.spec?.replicas ?? 0;
  if (!Number.isInteger(replicas) || replicas < 0) {
    throw invalidObject(
      { group: 'autoscaling', kind: 'Scale' },
      existing.metadata.name,
      [
        invalid(
          'spec.replicas',
          replicas,
          'must be greater than or equal to 0',
        ),
      ],
    );
  }
  const next = withPath(existing, scalePaths(type).specReplicas, replicas);
  const written = updateObject(
    machinery,
    type,
    {
      ...next,
      metadata: {
        ...next.metadata,
        resourceVersion: scale.metadata.resourceVersion,
        uid: scale.metadata.uid,
      },
    },
    { ...options, subresource: 'scale' },
  );
  return readScale(type, written);
}
