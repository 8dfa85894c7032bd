import type { HpaSpec } from '../hpa/types';
import type { RequestChange } from './recommendRequests';
import type { ScalingPatch } from './types';

/** Strategic, because containers are merged by name there and replaced as a list otherwise. */
export function deploymentPatch(
  spec: HpaSpec,
  namespace: string | undefined,
  changes: readonly RequestChange[],
): ScalingPatch {
  const { apiVersion = 'apps/v1', kind, name } = spec.scaleTargetRef;
  return {
    target: { apiVersion, kind, name, ...(namespace && { namespace }) },
    type: 'application/strategic-merge-patch+json',
    body: {
      spec: {
        template: {
          spec: {
            containers: changes.map(change => ({
              name: change.container,
              resources: change.resources,
            })),
          },
        },
      },
    },
  };
}

/** A merge patch replaces lists, so metrics are whole; `behavior` is whole and explicit. */
export function hpaPatch(
  metadata: { name: string; namespace?: string },
  before: HpaSpec,
  after: HpaSpec,
): ScalingPatch | undefined {
  const fields = ['minReplicas', 'maxReplicas', 'metrics', 'behavior'] as const;
  const changed = fields.filter(
    field => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (changed.length === 0) return undefined;
  return {
    target: {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      ...metadata,
    },
    type: 'application/merge-patch+json',
    body: {
      spec: Object.fromEntries(changed.map(field => [field, after[field]])),
    },
  };
}
