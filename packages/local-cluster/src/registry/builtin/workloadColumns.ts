import { formatLabelSelector } from '../../store/labelSelector';
import { ClusterObject } from '../../store/types';
import {
  ageColumn,
  ageSince,
  integerColumn,
  nameColumn,
  textColumn,
} from '../columns';
import { TableColumn } from '../ResourceType';
import { shortDuration } from '../shortDuration';

const containers = (object: ClusterObject): { name: string; image: string }[] =>
  (object.spec?.template ?? object.spec?.jobTemplate?.spec?.template)?.spec
    ?.containers ?? [];

const selectorText = (object: ClusterObject): string => {
  const selector =
    object.spec?.selector ?? object.spec?.jobTemplate?.spec?.selector;
  const isPlainMap =
    selector && !selector.matchLabels && !selector.matchExpressions;
  return (
    formatLabelSelector(isPlainMap ? { matchLabels: selector } : selector) ||
    '<none>'
  );
};

const containersColumn = textColumn(
  'Containers',
  object =>
    containers(object)
      .map(one => one.name)
      .join(','),
  1,
);
const imagesColumn = textColumn(
  'Images',
  object =>
    containers(object)
      .map(one => one.image)
      .join(','),
  1,
);
const selectorColumn = textColumn('Selector', selectorText, 1);
const wide = [containersColumn, imagesColumn, selectorColumn];

export const deploymentColumns: readonly TableColumn[] = [
  nameColumn,
  textColumn(
    'Ready',
    ({ spec, status }) =>
      `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 0}`,
  ),
  integerColumn('Up-to-date', ({ status }) => status?.updatedReplicas ?? 0),
  integerColumn('Available', ({ status }) => status?.availableReplicas ?? 0),
  ageColumn,
  ...wide,
];

export const replicaSetColumns: readonly TableColumn[] = [
  nameColumn,
  integerColumn('Desired', ({ spec }) => spec?.replicas ?? 0),
  integerColumn('Current', ({ status }) => status?.replicas ?? 0),
  integerColumn('Ready', ({ status }) => status?.readyReplicas ?? 0),
  ageColumn,
  ...wide,
];

export const statefulSetColumns: readonly TableColumn[] = [
  nameColumn,
  textColumn(
    'Ready',
    ({ spec, status }) =>
      `${status?.readyReplicas ?? 0}/${spec?.replicas ?? 0}`,
  ),
  ageColumn,
  containersColumn,
  imagesColumn,
];

export const daemonSetColumns: readonly TableColumn[] = [
  nameColumn,
  integerColumn('Desired', ({ status }) => status?.desiredNumberScheduled ?? 0),
  integerColumn('Current', ({ status }) => status?.currentNumberScheduled ?? 0),
  integerColumn('Ready', ({ status }) => status?.numberReady ?? 0),
  integerColumn(
    'Up-to-date',
    ({ status }) => status?.updatedNumberScheduled ?? 0,
  ),
  integerColumn('Available', ({ status }) => status?.numberAvailable ?? 0),
  textColumn(
    'Node Selector',
    ({ spec }) =>
      formatLabelSelector({
        matchLabels: spec?.template?.spec?.nodeSelector ?? {},
      }) || '<none>',
  ),
  ageColumn,
  ...wide,
];

function jobStatus({ status, metadata, spec }: ClusterObject): string {
  const has = (type: string) =>
    status?.conditions?.some(
      (one: any) => one.type === type && one.status === 'True',
    );
  if (has('Complete')) return 'Complete';
  if (has('Failed')) return 'Failed';
  if (metadata.deletionTimestamp) return 'Terminating';
  if (has('Suspended') || spec?.suspend) return 'Suspended';
  if (has('FailureTarget')) return 'FailureTarget';
  return has('SuccessCriteriaMet') ? 'SuccessCriteriaMet' : 'Running';
}

export const jobColumns: readonly TableColumn[] = [
  nameColumn,
  textColumn('Status', jobStatus),
  textColumn(
    'Completions',
    ({ spec, status }) =>
      `${status?.succeeded ?? 0}/${
        spec?.completions ?? spec?.parallelism ?? 1
      }`,
  ),
  textColumn('Duration', ({ status }, now) => {
    if (!status?.startTime) return '';
    const end = status.completionTime ? Date.parse(status.completionTime) : now;
    return shortDuration(end - Date.parse(status.startTime));
  }),
  ageColumn,
  ...wide,
];

export const cronJobColumns: readonly TableColumn[] = [
  nameColumn,
  textColumn('Schedule', ({ spec }) => spec?.schedule),
  textColumn('Timezone', ({ spec }) => spec?.timeZone ?? '<none>'),
  textColumn('Suspend', ({ spec }) => (spec?.suspend ? 'True' : 'False')),
  integerColumn('Active', ({ status }) => status?.active?.length ?? 0),
  textColumn('Last Schedule', ({ status }, now) =>
    status?.lastScheduleTime
      ? ageSince(status.lastScheduleTime, now)
      : '<none>',
  ),
  ageColumn,
  ...wide,
];
