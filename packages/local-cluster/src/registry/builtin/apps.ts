import { TypeDefinition } from '../defineType';

const scale = {
  specReplicas: 'spec.replicas',
  statusReplicas: 'status.replicas',
  labelSelector: 'spec.selector',
};

export const appsTypes: readonly TypeDefinition[] = [
  {
    group: 'apps',
    kind: 'Deployment',
    resource: 'deployments',
    shortNames: ['deploy'],
    categories: ['all'],
    status: true,
    scale,
  },
  {
    group: 'apps',
    kind: 'ReplicaSet',
    resource: 'replicasets',
    shortNames: ['rs'],
    categories: ['all'],
    status: true,
    scale,
  },
  {
    group: 'apps',
    kind: 'StatefulSet',
    resource: 'statefulsets',
    shortNames: ['sts'],
    categories: ['all'],
    status: true,
    scale,
  },
  {
    group: 'apps',
    kind: 'DaemonSet',
    resource: 'daemonsets',
    shortNames: ['ds'],
    categories: ['all'],
    status: true,
  },
  {
    group: 'apps',
    kind: 'ControllerRevision',
    resource: 'controllerrevisions',
  },
  {
    group: 'batch',
    kind: 'Job',
    resource: 'jobs',
    categories: ['all'],
    status: true,
  },
  {
    group: 'batch',
    kind: 'CronJob',
    resource: 'cronjobs',
    shortNames: ['cj'],
    categories: ['all'],
    status: true,
  },
];
