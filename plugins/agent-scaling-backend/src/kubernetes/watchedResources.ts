import { keepFields, type WatchedResource } from '@suoke/kubernetes-cache';

/** Keys of the cache: plural and group. */
export const DEPLOYMENTS = 'deployments.apps';
export const REPLICA_SETS = 'replicasets.apps';
export const PODS = 'pods';
export const HPAS = 'horizontalpodautoscalers.autoscaling';
export const VPAS = 'verticalpodautoscalers.autoscaling.k8s.io';
export const SCALED_OBJECTS = 'scaledobjects.keda.sh';
export const DISRUPTION_BUDGETS = 'poddisruptionbudgets.policy';
export const EVENTS = 'events';

/** Without these an agent cannot be shown truthfully, so their health decides whether it is stale. */
export const ESSENTIAL_RESOURCES = [DEPLOYMENTS, HPAS, PODS] as const;

const CONTAINER_FIELDS = ['name', 'image', 'restartPolicy', 'resources'];
const containers = (path: string) =>
  CONTAINER_FIELDS.map(field => `${path}.${field}`);

const WHOLE = keepFields('metadata', 'spec', 'status');

/** What is watched, reduced to what is shown: the environment and the volumes of a pod never enter this process's memory for long. */
const RESOURCES: WatchedResource[] = [
  {
    group: 'apps',
    version: 'v1',
    plural: 'deployments',
    keep: keepFields(
      'metadata',
      'spec.replicas',
      'spec.paused',
      'spec.selector',
      'spec.strategy',
      'spec.template.metadata.labels',
      ...containers('spec.template.spec.containers'),
      'status',
    ),
  },
  {
    group: 'apps',
    version: 'v1',
    plural: 'replicasets',
    keep: keepFields('metadata', 'status.replicas', 'status.conditions'),
  },
  {
    group: '',
    version: 'v1',
    plural: 'pods',
    keep: keepFields(
      'metadata',
      'spec.nodeName',
      ...containers('spec.containers'),
      ...containers('spec.initContainers'),
      'status.phase',
      'status.reason',
      'status.message',
      'status.startTime',
      'status.conditions',
      'status.containerStatuses',
      'status.initContainerStatuses',
    ),
  },
  {
    group: 'autoscaling',
    version: 'v2',
    plural: 'horizontalpodautoscalers',
    keep: WHOLE,
  },
  {
    group: 'autoscaling.k8s.io',
    version: 'v1',
    plural: 'verticalpodautoscalers',
    optional: true,
    keep: WHOLE,
  },
  {
    group: 'keda.sh',
    version: 'v1alpha1',
    plural: 'scaledobjects',
    optional: true,
    keep: WHOLE,
  },
  {
    group: 'policy',
    version: 'v1',
    plural: 'poddisruptionbudgets',
    keep: WHOLE,
  },
  {
    group: '',
    version: 'v1',
    plural: 'events',
    keep: keepFields(
      'metadata.creationTimestamp',
      'type',
      'reason',
      'message',
      'count',
      'firstTimestamp',
      'lastTimestamp',
      'eventTime',
      'series',
      'source',
      'reportingComponent',
      'involvedObject',
    ),
  },
];

/** What the plugin watches in every cluster. */
export function watchedResources(
  options: { namespaces?: string[] } = {},
): WatchedResource[] {
  const { namespaces } = options;
  return RESOURCES.map(resource =>
    namespaces ? { ...resource, namespaces } : resource,
  );
}
