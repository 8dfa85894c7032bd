import { ClusterObject } from '../../store/types';
import { ageColumn, nameColumn, textColumn } from '../columns';
import { TypeDefinition } from '../defineType';
import { crdDefaults } from '../crd/crdDefaults';
import { crdErrors, crdUpdateErrors } from '../crd/crdValidation';
import { eventType } from './events';

const createdAt = textColumn(
  'Created At',
  ({ metadata }) => metadata.creationTimestamp,
);

function apiServiceAvailable({ status }: ClusterObject): string {
  const available = status?.conditions?.find(
    (one: any) => one.type === 'Available',
  );
  if (!available) return 'Unknown';
  return available.status === 'True'
    ? 'True'
    : `${available.status} (${available.reason})`;
}

const list = (values: unknown[]) =>
  values.length > 3
    ? `${values.slice(0, 3).join(',')} + ${values.length - 3} more...`
    : values.join(',') || '<unset>';

export const machineryTypes: readonly TypeDefinition[] = [
  {
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
    resource: 'customresourcedefinitions',
    shortNames: ['crd', 'crds'],
    categories: ['api-extensions'],
    namespaced: false,
    status: true,
    columns: [nameColumn, createdAt],
    applyDefaults: crdDefaults,
    validate: crdErrors,
    validateUpdate: crdUpdateErrors,
  },
  {
    group: 'apiregistration.k8s.io',
    kind: 'APIService',
    resource: 'apiservices',
    categories: ['api-extensions'],
    namespaced: false,
    status: true,
    hasGeneration: false,
    columns: [
      nameColumn,
      textColumn('Service', ({ spec }) =>
        spec?.service
          ? `${spec.service.namespace}/${spec.service.name}`
          : 'Local',
      ),
      textColumn('Available', apiServiceAvailable),
      ageColumn,
    ],
  },
  {
    group: 'coordination.k8s.io',
    kind: 'Lease',
    resource: 'leases',
    columns: [
      nameColumn,
      textColumn('Holder', ({ spec }) => spec?.holderIdentity ?? ''),
      ageColumn,
    ],
  },
  {
    group: 'discovery.k8s.io',
    kind: 'EndpointSlice',
    resource: 'endpointslices',
    hasGeneration: true,
    columns: [
      nameColumn,
      textColumn('AddressType', object => object.addressType),
      textColumn('Ports', object =>
        list(((object.ports as any[]) ?? []).map(port => port.port)),
      ),
      textColumn('Endpoints', object =>
        list(
          ((object.endpoints as any[]) ?? []).flatMap(
            one => one.addresses ?? [],
          ),
        ),
      ),
      ageColumn,
    ],
  },
  eventType,
];
