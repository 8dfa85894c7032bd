import { ClusterObject } from '../../store/types';
import { ageColumn, nameColumn, textColumn } from '../columns';
import { TypeDefinition } from '../defineType';

const ROLE_PREFIX = 'node-role.kubernetes.io/';

function readiness({ spec, status }: ClusterObject): string {
  const ready = status?.conditions?.find(
    (one: any) => one.type === 'Ready',
  )?.status;
  const known = ready === 'True' ? 'Ready' : 'NotReady';
  const text = ready === undefined ? 'Unknown' : known;
  return spec?.unschedulable ? `${text},SchedulingDisabled` : text;
}

function roles({ metadata }: ClusterObject): string {
  const names = Object.keys(metadata.labels ?? {})
    .filter(label => label.startsWith(ROLE_PREFIX))
    .map(label => label.slice(ROLE_PREFIX.length));
  return names.sort().join(',') || '<none>';
}

const addressOf = (type: string) => (node: ClusterObject) =>
  node.status?.addresses?.find((one: any) => one.type === type)?.address ??
  '<none>';

const info = (field: string) => (node: ClusterObject) =>
  node.status?.nodeInfo?.[field] || '<unknown>';

export const nodeType: TypeDefinition = {
  kind: 'Node',
  resource: 'nodes',
  shortNames: ['no'],
  namespaced: false,
  status: true,
  hasGeneration: false,
  columns: [
    nameColumn,
    textColumn('Status', readiness),
    textColumn('Roles', roles),
    ageColumn,
    textColumn(
      'Version',
      ({ status }) => status?.nodeInfo?.kubeletVersion ?? '',
    ),
    textColumn('Internal-IP', addressOf('InternalIP'), 1),
    textColumn('External-IP', addressOf('ExternalIP'), 1),
    textColumn('OS-Image', info('osImage'), 1),
    textColumn('Kernel-Version', info('kernelVersion'), 1),
    textColumn('Container-Runtime', info('containerRuntimeVersion'), 1),
  ],
  selectableFields: {
    'spec.unschedulable': ({ spec }) => String(spec?.unschedulable ?? false),
  },
};
