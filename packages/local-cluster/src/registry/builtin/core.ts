import { TypeDefinition } from '../defineType';

export const coreTypes: readonly TypeDefinition[] = [
  {
    kind: 'Namespace',
    resource: 'namespaces',
    shortNames: ['ns'],
    namespaced: false,
    status: true,
    hasGeneration: false,
    nameRule: 'label',
    prepareForCreate: object => {
      object.spec = { ...object.spec, finalizers: ['kubernetes'] };
      object.metadata.labels = {
        ...object.metadata.labels,
        'kubernetes.io/metadata.name': object.metadata.name,
      };
      object.status = { phase: 'Active' };
    },
  },
  {
    kind: 'Node',
    resource: 'nodes',
    shortNames: ['no'],
    namespaced: false,
    status: true,
    hasGeneration: false,
  },
  {
    kind: 'Pod',
    resource: 'pods',
    shortNames: ['po'],
    categories: ['all'],
    status: true,
    hasGeneration: true,
    prepareForCreate: object => {
      object.status = { phase: 'Pending', qosClass: 'Burstable' };
    },
    gracePeriodSeconds: ({ spec, status }) =>
      !spec?.nodeName ||
      status?.phase === 'Succeeded' ||
      status?.phase === 'Failed'
        ? 0
        : spec.terminationGracePeriodSeconds ?? 30,
  },
  {
    kind: 'Service',
    resource: 'services',
    shortNames: ['svc'],
    categories: ['all'],
    status: true,
    hasGeneration: false,
    nameRule: 'serviceLabel',
  },
  { kind: 'Endpoints', resource: 'endpoints', shortNames: ['ep'] },
  { kind: 'ConfigMap', resource: 'configmaps', shortNames: ['cm'] },
  { kind: 'Secret', resource: 'secrets' },
  { kind: 'ServiceAccount', resource: 'serviceaccounts', shortNames: ['sa'] },
  {
    kind: 'PersistentVolumeClaim',
    resource: 'persistentvolumeclaims',
    shortNames: ['pvc'],
    status: true,
    hasGeneration: false,
  },
  {
    kind: 'PersistentVolume',
    resource: 'persistentvolumes',
    shortNames: ['pv'],
    namespaced: false,
    status: true,
    hasGeneration: false,
  },
  { kind: 'Event', resource: 'events', shortNames: ['ev'] },
  {
    kind: 'ResourceQuota',
    resource: 'resourcequotas',
    shortNames: ['quota'],
    status: true,
    hasGeneration: false,
  },
  { kind: 'LimitRange', resource: 'limitranges', shortNames: ['limits'] },
  {
    kind: 'ReplicationController',
    resource: 'replicationcontrollers',
    shortNames: ['rc'],
    categories: ['all'],
    status: true,
  },
];
