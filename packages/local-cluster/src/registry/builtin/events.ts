import { ClusterObject } from '../../store/types';
import { ageSince, integerColumn, textColumn } from '../columns';
import { TypeDefinition } from '../defineType';

const involved = (event: ClusterObject) =>
  (event.involvedObject ?? {}) as Record<string, string>;
const at = (event: ClusterObject, field: string) =>
  event[field] as string | undefined;

function source(event: ClusterObject): string {
  const { component, host } = (event.source ?? {}) as Record<string, string>;
  return [component || at(event, 'reportingComponent'), host]
    .filter(Boolean)
    .join(', ');
}

function lastSeen(event: ClusterObject, now: number): string {
  const series = event.series as
    | { lastObservedTime?: string; count?: number }
    | undefined;
  const first = at(event, 'firstTimestamp') ?? at(event, 'eventTime');
  const last =
    series?.lastObservedTime ??
    at(event, 'lastTimestamp') ??
    at(event, 'eventTime');
  const count = series?.count ?? Number(event.count ?? 1);
  const text = ageSince(last, now);
  return count > 1 && first
    ? `${text} (x${count} over ${ageSince(first, now)})`
    : text;
}

const columns = [
  textColumn('Last Seen', lastSeen),
  textColumn('Type', event => event.type),
  textColumn('Reason', event => event.reason),
  textColumn(
    'Object',
    event => `${involved(event).kind?.toLowerCase()}/${involved(event).name}`,
  ),
  textColumn('Subobject', event => involved(event).fieldPath ?? '', 1),
  textColumn('Source', source, 1),
  textColumn('Message', event => String(event.message ?? '').trim()),
  textColumn(
    'First Seen',
    (event, now) =>
      ageSince(at(event, 'firstTimestamp') ?? at(event, 'eventTime'), now),
    1,
  ),
  integerColumn('Count', event => event.count ?? 1, 1),
  { ...textColumn('Name', event => event.metadata.name, 1), format: 'name' },
];

const involvedFields = [
  'kind',
  'namespace',
  'name',
  'uid',
  'apiVersion',
  'resourceVersion',
  'fieldPath',
];

const selectableFields = {
  ...Object.fromEntries(
    involvedFields.map(field => [
      `involvedObject.${field}`,
      (event: ClusterObject) => involved(event)[field],
    ]),
  ),
  reason: (event: ClusterObject) => at(event, 'reason'),
  type: (event: ClusterObject) => at(event, 'type'),
  reportingComponent: (event: ClusterObject) => at(event, 'reportingComponent'),
  source: (event: ClusterObject) =>
    (event.source as { component?: string })?.component ??
    at(event, 'reportingComponent'),
};

const renamed: [string, string][] = [
  ['involvedObject', 'regarding'],
  ['message', 'note'],
  ['source', 'deprecatedSource'],
  ['firstTimestamp', 'deprecatedFirstTimestamp'],
  ['lastTimestamp', 'deprecatedLastTimestamp'],
  ['count', 'deprecatedCount'],
  ['reportingComponent', 'reportingController'],
];

function rename(
  object: ClusterObject,
  pairs: [string, string][],
): ClusterObject {
  const names = new Map(pairs);
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => [
      names.get(field) ?? field,
      value,
    ]),
  ) as ClusterObject;
}

export const coreEventType: TypeDefinition = {
  kind: 'Event',
  resource: 'events',
  shortNames: ['ev'],
  columns,
  selectableFields,
};

/** The same objects as the core events, with the field names of the newer group. */
export const eventType: TypeDefinition = {
  group: 'events.k8s.io',
  kind: 'Event',
  resource: 'events',
  shortNames: ['ev'],
  storedAs: { group: '', resource: 'events' },
  selectableFields: {
    ...selectableFields,
    ...Object.fromEntries(
      involvedFields.map(field => [
        `regarding.${field}`,
        (event: ClusterObject) => involved(event)[field],
      ]),
    ),
    reportingController: (event: ClusterObject) =>
      at(event, 'reportingComponent'),
  },
  perVersion: {
    v1: {
      fromStored: object => rename(object, renamed),
      toStored: object =>
        rename(
          object,
          renamed.map(([core, group]) => [group, core]),
        ),
      columns: columns.map(column => ({
        ...column,
        cell: (object: ClusterObject, now: number) =>
          column.cell(
            rename(
              object,
              renamed.map(([core, group]) => [group, core]),
            ),
            now,
          ),
      })),
    },
  },
};
