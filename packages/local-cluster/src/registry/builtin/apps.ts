import { FieldError, forbiddenField } from '../../store/FieldError';
import { jsonEqual } from '../../store/jsonEqual';
import { ClusterObject } from '../../store/types';
import { ageColumn, integerColumn, nameColumn, textColumn } from '../columns';
import { TypeDefinition } from '../defineType';
import { applyPodSpecDefaults } from './podSpecDefaults';
import { podSpecErrors } from './podSpecValidation';
import {
  cronJobColumns,
  daemonSetColumns,
  deploymentColumns,
  jobColumns,
  replicaSetColumns,
  statefulSetColumns,
} from './workloadColumns';
import {
  deploymentErrors,
  immutableSelector,
  replicatedErrors,
  templateErrors,
} from './workloadSpecs';

const scale = {
  specReplicas: 'spec.replicas',
  statusReplicas: 'status.replicas',
  labelSelector: 'spec.selector',
};

function deploymentDefaults(object: ClusterObject): void {
  const spec = object.spec ?? {};
  spec.replicas ??= 1;
  spec.strategy ??= {};
  spec.strategy.type ||= 'RollingUpdate';
  if (spec.strategy.type === 'RollingUpdate') {
    spec.strategy.rollingUpdate = {
      maxUnavailable: '25%',
      maxSurge: '25%',
      ...spec.strategy.rollingUpdate,
    };
  }
  spec.revisionHistoryLimit ??= 10;
  spec.progressDeadlineSeconds ??= 600;
  applyPodSpecDefaults(spec.template?.spec);
}

function replicaSetDefaults({ spec = {} }: ClusterObject): void {
  spec.replicas ??= 1;
  applyPodSpecDefaults(spec.template?.spec);
}

function statefulSetDefaults({ spec = {} }: ClusterObject): void {
  spec.replicas ??= 1;
  spec.podManagementPolicy ??= 'OrderedReady';
  spec.updateStrategy ??= {};
  spec.updateStrategy.type ??= 'RollingUpdate';
  if (spec.updateStrategy.type === 'RollingUpdate') {
    spec.updateStrategy.rollingUpdate = {
      partition: 0,
      ...spec.updateStrategy.rollingUpdate,
    };
  }
  spec.revisionHistoryLimit ??= 10;
  spec.persistentVolumeClaimRetentionPolicy ??= {
    whenDeleted: 'Retain',
    whenScaled: 'Retain',
  };
  applyPodSpecDefaults(spec.template?.spec);
}

function daemonSetDefaults({ spec = {} }: ClusterObject): void {
  spec.updateStrategy ??= {
    type: 'RollingUpdate',
    rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
  };
  spec.revisionHistoryLimit ??= 10;
  applyPodSpecDefaults(spec.template?.spec);
}

function jobDefaults({ spec = {} }: ClusterObject): void {
  if (spec.completions === undefined && spec.parallelism === undefined) {
    spec.completions = 1;
    spec.parallelism = 1;
  }
  spec.parallelism ??= 1;
  spec.backoffLimit ??= 6;
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  applyPodSpecDefaults(spec.template?.spec);
}

const statefulSetMutable = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

function statefulSetUpdateErrors(
  next: ClusterObject,
  previous: ClusterObject,
): FieldError[] {
  const fixed = ({ spec = {} }: ClusterObject) =>
    Object.fromEntries(
      Object.entries(spec).filter(
        ([field]) => !statefulSetMutable.includes(field),
      ),
    );
  if (jsonEqual(fixed(next), fixed(previous))) return [];
  return [
    forbiddenField(
      'spec',
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    ),
  ];
}

export const appsTypes: readonly TypeDefinition[] = [
  {
    group: 'apps',
    kind: 'Deployment',
    resource: 'deployments',
    shortNames: ['deploy'],
    categories: ['all'],
    status: true,
    scale,
    columns: deploymentColumns,
    applyDefaults: deploymentDefaults,
    validate: deploymentErrors,
    validateUpdate: immutableSelector,
  },
  {
    group: 'apps',
    kind: 'ReplicaSet',
    resource: 'replicasets',
    shortNames: ['rs'],
    categories: ['all'],
    status: true,
    scale,
    columns: replicaSetColumns,
    selectableFields: {
      'status.replicas': ({ status }) => String(status?.replicas ?? 0),
    },
    applyDefaults: replicaSetDefaults,
    validate: replicatedErrors,
    validateUpdate: immutableSelector,
  },
  {
    group: 'apps',
    kind: 'StatefulSet',
    resource: 'statefulsets',
    shortNames: ['sts'],
    categories: ['all'],
    status: true,
    scale,
    columns: statefulSetColumns,
    applyDefaults: statefulSetDefaults,
    validate: replicatedErrors,
    validateUpdate: statefulSetUpdateErrors,
  },
  {
    group: 'apps',
    kind: 'DaemonSet',
    resource: 'daemonsets',
    shortNames: ['ds'],
    categories: ['all'],
    status: true,
    columns: daemonSetColumns,
    applyDefaults: daemonSetDefaults,
    validate: templateErrors,
    validateUpdate: immutableSelector,
  },
  {
    group: 'apps',
    kind: 'ControllerRevision',
    resource: 'controllerrevisions',
    columns: [
      nameColumn,
      textColumn('Controller', ({ metadata }) => {
        const owner = metadata.ownerReferences?.find(one => one.controller);
        return owner
          ? `${owner.kind.toLowerCase()}.${owner.apiVersion.split('/')[0]}/${
              owner.name
            }`
          : '<none>';
      }),
      integerColumn('Revision', object => object.revision),
      ageColumn,
    ],
  },
  {
    group: 'batch',
    kind: 'Job',
    resource: 'jobs',
    categories: ['all'],
    status: true,
    columns: jobColumns,
    selectableFields: {
      'status.successful': ({ status }) => String(status?.succeeded ?? 0),
    },
    applyDefaults: jobDefaults,
    prepareForCreate: object => {
      // The server labels the pods of a job by the uid of the job, unless the author selects them himself.
      if (object.spec?.manualSelector || !object.spec?.template) return;
      const labels = {
        'batch.kubernetes.io/controller-uid': object.metadata.uid,
        'batch.kubernetes.io/job-name': object.metadata.name,
        'controller-uid': object.metadata.uid,
        'job-name': object.metadata.name,
      };
      object.spec.template.metadata = {
        ...object.spec.template.metadata,
        labels: { ...object.spec.template.metadata?.labels, ...labels },
      };
      object.spec.selector = {
        matchLabels: {
          'batch.kubernetes.io/controller-uid': object.metadata.uid,
        },
      };
    },
    validate: ({ spec }) =>
      podSpecErrors(spec?.template?.spec, 'spec.template.spec'),
  },
  {
    group: 'batch',
    kind: 'CronJob',
    resource: 'cronjobs',
    shortNames: ['cj'],
    categories: ['all'],
    status: true,
    columns: cronJobColumns,
    applyDefaults: ({ spec = {} }) => {
      spec.concurrencyPolicy ??= 'Allow';
      spec.suspend ??= false;
      spec.successfulJobsHistoryLimit ??= 3;
      spec.failedJobsHistoryLimit ??= 1;
      applyPodSpecDefaults(spec.jobTemplate?.spec?.template?.spec);
    },
    validate: ({ spec }) =>
      podSpecErrors(
        spec?.jobTemplate?.spec?.template?.spec,
        'spec.jobTemplate.spec.template.spec',
      ),
  },
];
