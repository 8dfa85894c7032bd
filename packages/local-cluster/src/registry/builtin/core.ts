import { FieldError, invalid } from '../../store/FieldError';
import { ClusterObject } from '../../store/types';
import { ageColumn, integerColumn, nameColumn, textColumn } from '../columns';
import { TypeDefinition } from '../defineType';
import { coreEventType } from './events';
import { nodeType } from './nodes';
import { podType } from './pods';
import { limitRangeType, resourceQuotaType } from './quotas';
import { serviceType } from './services';
import { replicaSetColumns } from './workloadColumns';

const size = (value: unknown) => Object.keys((value as object) ?? {}).length;

const DATA_KEY = /^[-._a-zA-Z0-9]+$/;

function dataErrors(object: ClusterObject): FieldError[] {
  return ['data', 'binaryData'].flatMap(field =>
    Object.keys((object[field] as object) ?? {})
      .filter(key => !DATA_KEY.test(key) || key.length > 253)
      .map(key =>
        invalid(
          `${field}[${key}]`,
          key,
          "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
        ),
      ),
  );
}

function immutableData(
  next: ClusterObject,
  previous: ClusterObject,
): FieldError[] {
  if (!previous.immutable) return [];
  const errors: FieldError[] = [];
  for (const field of ['data', 'binaryData']) {
    if (
      JSON.stringify(next[field] ?? {}) !==
      JSON.stringify(previous[field] ?? {})
    ) {
      errors.push({
        reason: 'FieldValueForbidden',
        field,
        message: 'Forbidden: field is immutable when `immutable` is set',
      });
    }
  }
  return errors;
}

const accessModes: Record<string, string> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};
const modes = (value: string[] = []) =>
  value.map(mode => accessModes[mode] ?? mode).join(',');

function endpointsText({ subsets }: ClusterObject): string {
  const all = ((subsets as any[]) ?? []).flatMap(
    ({ addresses = [], ports = [] }) =>
      addresses.flatMap((one: any) =>
        ports.length > 0
          ? ports.map((port: any) => `${one.ip}:${port.port}`)
          : [one.ip],
      ),
  );
  if (all.length === 0) return '<none>';
  return all.length > 3
    ? `${all.slice(0, 3).join(',')} + ${all.length - 3} more...`
    : all.join(',');
}

export const coreTypes: readonly TypeDefinition[] = [
  {
    kind: 'Namespace',
    resource: 'namespaces',
    shortNames: ['ns'],
    namespaced: false,
    status: true,
    hasGeneration: false,
    nameRule: 'label',
    columns: [
      nameColumn,
      textColumn('Status', ({ status }) => status?.phase),
      ageColumn,
    ],
    selectableFields: { 'status.phase': ({ status }) => status?.phase },
    applyDefaults: object => {
      object.metadata.labels = {
        ...object.metadata.labels,
        'kubernetes.io/metadata.name': object.metadata.name,
      };
    },
    prepareForCreate: object => {
      object.spec = { ...object.spec, finalizers: ['kubernetes'] };
      object.status = { phase: 'Active' };
    },
    prepareForUpdate: (object, previous) => {
      object.spec = previous.spec;
    },
  },
  nodeType,
  podType,
  serviceType,
  {
    kind: 'Endpoints',
    resource: 'endpoints',
    shortNames: ['ep'],
    columns: [nameColumn, textColumn('Endpoints', endpointsText), ageColumn],
    perVersion: {
      v1: {
        deprecationWarning:
          'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
      },
    },
  },
  {
    kind: 'ConfigMap',
    resource: 'configmaps',
    shortNames: ['cm'],
    columns: [
      nameColumn,
      integerColumn(
        'Data',
        object => size(object.data) + size(object.binaryData),
      ),
      ageColumn,
    ],
    validate: dataErrors,
    validateUpdate: immutableData,
  },
  {
    kind: 'Secret',
    resource: 'secrets',
    columns: [
      nameColumn,
      textColumn('Type', object => object.type),
      integerColumn('Data', object => size(object.data)),
      ageColumn,
    ],
    selectableFields: { type: object => object.type as string },
    applyDefaults: object => {
      object.type ??= 'Opaque';
      if (!object.stringData) return;
      const encoded = Object.entries(
        object.stringData as Record<string, string>,
      ).map(([key, value]) => [key, Buffer.from(value).toString('base64')]);
      object.data = {
        ...(object.data as object),
        ...Object.fromEntries(encoded),
      };
      delete object.stringData;
    },
    validate: dataErrors,
    validateUpdate: immutableData,
  },
  {
    kind: 'ServiceAccount',
    resource: 'serviceaccounts',
    shortNames: ['sa'],
    columns: [
      nameColumn,
      integerColumn('Secrets', object => size(object.secrets)),
      ageColumn,
    ],
  },
  {
    kind: 'PersistentVolumeClaim',
    resource: 'persistentvolumeclaims',
    shortNames: ['pvc'],
    status: true,
    hasGeneration: false,
    columns: [
      nameColumn,
      textColumn('Status', ({ status, metadata }) =>
        metadata.deletionTimestamp ? 'Terminating' : status?.phase,
      ),
      textColumn('Volume', ({ spec }) => spec?.volumeName ?? ''),
      textColumn(
        'Capacity',
        ({ status, spec }) =>
          (spec?.volumeName ? status?.capacity?.storage : '') ?? '',
      ),
      textColumn('Access Modes', ({ status, spec }) =>
        spec?.volumeName ? modes(status?.accessModes) : '',
      ),
      textColumn('StorageClass', ({ spec }) => spec?.storageClassName ?? ''),
      textColumn(
        'VolumeAttributesClass',
        ({ spec }) => spec?.volumeAttributesClassName ?? '<unset>',
      ),
      ageColumn,
      textColumn('VolumeMode', ({ spec }) => spec?.volumeMode ?? '<unset>', 1),
    ],
    applyDefaults: ({ spec = {} }) => {
      spec.volumeMode ??= 'Filesystem';
    },
    prepareForCreate: object => {
      object.status = { phase: 'Pending' };
    },
  },
  {
    kind: 'PersistentVolume',
    resource: 'persistentvolumes',
    shortNames: ['pv'],
    namespaced: false,
    status: true,
    hasGeneration: false,
    columns: [
      nameColumn,
      textColumn('Capacity', ({ spec }) => spec?.capacity?.storage ?? ''),
      textColumn('Access Modes', ({ spec }) => modes(spec?.accessModes)),
      textColumn(
        'Reclaim Policy',
        ({ spec }) => spec?.persistentVolumeReclaimPolicy,
      ),
      textColumn('Status', ({ status }) => status?.phase ?? 'Available'),
      textColumn('Claim', ({ spec }) =>
        spec?.claimRef
          ? `${spec.claimRef.namespace}/${spec.claimRef.name}`
          : '',
      ),
      textColumn('StorageClass', ({ spec }) => spec?.storageClassName ?? ''),
      ageColumn,
    ],
  },
  coreEventType,
  resourceQuotaType,
  limitRangeType,
  {
    kind: 'ReplicationController',
    resource: 'replicationcontrollers',
    shortNames: ['rc'],
    categories: ['all'],
    status: true,
    columns: replicaSetColumns,
  },
];
