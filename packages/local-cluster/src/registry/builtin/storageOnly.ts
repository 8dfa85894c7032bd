import { formatLabelSelector } from '../../store/labelSelector';
import { ClusterObject } from '../../store/types';
import { ageColumn, integerColumn, nameColumn, textColumn } from '../columns';
import { TypeDefinition } from '../defineType';

const createdAt = textColumn(
  'Created At',
  ({ metadata }) => metadata.creationTimestamp,
);
const roleRef = (object: ClusterObject) => {
  const ref = object.roleRef as { kind: string; name: string } | undefined;
  return `${ref?.kind}/${ref?.name}`;
};
const bindingColumns = [nameColumn, textColumn('Role', roleRef), ageColumn];
const webhookColumns = [
  nameColumn,
  integerColumn(
    'Webhooks',
    object => (object.webhooks as unknown[])?.length ?? 0,
  ),
  ageColumn,
];

/** Kinds that are kept and served, but that nothing in the cluster acts on. */
export const storageOnlyTypes: readonly TypeDefinition[] = [
  {
    group: 'rbac.authorization.k8s.io',
    kind: 'Role',
    resource: 'roles',
    nameRule: 'path',
    columns: [nameColumn, createdAt],
  },
  {
    group: 'rbac.authorization.k8s.io',
    kind: 'RoleBinding',
    resource: 'rolebindings',
    nameRule: 'path',
    columns: bindingColumns,
  },
  {
    group: 'rbac.authorization.k8s.io',
    kind: 'ClusterRole',
    resource: 'clusterroles',
    namespaced: false,
    nameRule: 'path',
    columns: [nameColumn, createdAt],
  },
  {
    group: 'rbac.authorization.k8s.io',
    kind: 'ClusterRoleBinding',
    resource: 'clusterrolebindings',
    namespaced: false,
    nameRule: 'path',
    columns: bindingColumns,
  },
  {
    group: 'scheduling.k8s.io',
    kind: 'PriorityClass',
    resource: 'priorityclasses',
    shortNames: ['pc'],
    namespaced: false,
    columns: [
      nameColumn,
      integerColumn('Value', object => object.value ?? 0),
      textColumn('Global-Default', object =>
        String(object.globalDefault ?? false),
      ),
      ageColumn,
      textColumn(
        'PreemptionPolicy',
        object => object.preemptionPolicy ?? 'PreemptLowerPriority',
      ),
    ],
  },
  {
    group: 'storage.k8s.io',
    kind: 'StorageClass',
    resource: 'storageclasses',
    shortNames: ['sc'],
    namespaced: false,
    columns: [
      {
        ...nameColumn,
        cell: ({ metadata }) =>
          metadata.annotations?.[
            'storageclass.kubernetes.io/is-default-class'
          ] === 'true'
            ? `${metadata.name} (default)`
            : metadata.name,
      },
      textColumn('Provisioner', object => object.provisioner),
      textColumn('ReclaimPolicy', object => object.reclaimPolicy ?? 'Delete'),
      textColumn(
        'VolumeBindingMode',
        object => object.volumeBindingMode ?? 'Immediate',
      ),
      textColumn('AllowVolumeExpansion', object =>
        String(object.allowVolumeExpansion ?? false),
      ),
      ageColumn,
    ],
  },
  {
    group: 'networking.k8s.io',
    kind: 'NetworkPolicy',
    resource: 'networkpolicies',
    shortNames: ['netpol'],
    hasGeneration: true,
    columns: [
      nameColumn,
      textColumn(
        'Pod-Selector',
        ({ spec }) => formatLabelSelector(spec?.podSelector) || '<none>',
      ),
      ageColumn,
    ],
  },
  {
    group: 'networking.k8s.io',
    kind: 'Ingress',
    resource: 'ingresses',
    shortNames: ['ing'],
    status: true,
    columns: [
      nameColumn,
      textColumn('Class', ({ spec }) => spec?.ingressClassName ?? '<none>'),
      textColumn(
        'Hosts',
        ({ spec }) =>
          (spec?.rules ?? []).map((rule: any) => rule.host ?? '*').join(',') ||
          '*',
      ),
      textColumn('Address', ({ status }) =>
        (status?.loadBalancer?.ingress ?? [])
          .map((one: any) => one.ip ?? one.hostname)
          .join(','),
      ),
      textColumn('Ports', ({ spec }) => (spec?.tls?.length ? '80, 443' : '80')),
      ageColumn,
    ],
  },
  {
    group: 'networking.k8s.io',
    kind: 'IngressClass',
    resource: 'ingressclasses',
    namespaced: false,
    hasGeneration: true,
    columns: [
      nameColumn,
      textColumn('Controller', ({ spec }) => spec?.controller),
      ageColumn,
    ],
  },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'MutatingWebhookConfiguration',
    resource: 'mutatingwebhookconfigurations',
    categories: ['api-extensions'],
    namespaced: false,
    hasGeneration: true,
    columns: webhookColumns,
  },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'ValidatingWebhookConfiguration',
    resource: 'validatingwebhookconfigurations',
    categories: ['api-extensions'],
    namespaced: false,
    hasGeneration: true,
    columns: webhookColumns,
  },
];
