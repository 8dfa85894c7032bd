import { ResourceKey } from '../../store/types';

/** The resource types that the controllers of the local cluster read or write. */
export const resources = {
  apiServices: { group: 'apiregistration.k8s.io', resource: 'apiservices' },
  configMaps: { group: '', resource: 'configmaps' },
  deployments: { group: 'apps', resource: 'deployments' },
  endpoints: { group: '', resource: 'endpoints' },
  endpointSlices: { group: 'discovery.k8s.io', resource: 'endpointslices' },
  events: { group: '', resource: 'events' },
  horizontalPodAutoscalers: {
    group: 'autoscaling',
    resource: 'horizontalpodautoscalers',
  },
  leases: { group: 'coordination.k8s.io', resource: 'leases' },
  namespaces: { group: '', resource: 'namespaces' },
  nodes: { group: '', resource: 'nodes' },
  podDisruptionBudgets: { group: 'policy', resource: 'poddisruptionbudgets' },
  pods: { group: '', resource: 'pods' },
  replicaSets: { group: 'apps', resource: 'replicasets' },
  resourceQuotas: { group: '', resource: 'resourcequotas' },
  serviceAccounts: { group: '', resource: 'serviceaccounts' },
  services: { group: '', resource: 'services' },
  verticalPodAutoscalers: {
    group: 'autoscaling.k8s.io',
    resource: 'verticalpodautoscalers',
  },
  verticalPodAutoscalerCheckpoints: {
    group: 'autoscaling.k8s.io',
    resource: 'verticalpodautoscalercheckpoints',
  },
} as const satisfies Record<string, ResourceKey>;
