import { TypeDefinition } from '../defineType';

export const machineryTypes: readonly TypeDefinition[] = [
  {
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
    resource: 'customresourcedefinitions',
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
    namespaced: false,
    status: true,
  },
  {
    group: 'apiregistration.k8s.io',
    kind: 'APIService',
    resource: 'apiservices',
    categories: ['api-extensions'],
    namespaced: false,
    status: true,
    hasGeneration: false,
  },
  { group: 'coordination.k8s.io', kind: 'Lease', resource: 'leases' },
  {
    group: 'discovery.k8s.io',
    kind: 'EndpointSlice',
    resource: 'endpointslices',
    hasGeneration: true,
  },
  {
    group: 'events.k8s.io',
    kind: 'Event',
    resource: 'events',
    shortNames: ['ev'],
    storedAs: { group: '', resource: 'events' },
  },
];
