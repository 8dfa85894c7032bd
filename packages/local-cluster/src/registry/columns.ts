import { ClusterObject } from '../store/types';
import { TableColumn } from './ResourceType';
import { shortDuration } from './shortDuration';

type Cell = (object: ClusterObject, now: number) => unknown;

export const nameColumn: TableColumn = {
  name: 'Name',
  type: 'string',
  format: 'name',
  description: 'Name must be unique within a namespace.',
  priority: 0,
  cell: object => object.metadata.name,
};

/** How long ago an instant was, the way tables print it. */
export function ageSince(instant: string | undefined, now: number): string {
  if (!instant) return '<unknown>';
  return shortDuration(now - Date.parse(instant));
}

export const ageColumn: TableColumn = {
  name: 'Age',
  type: 'string',
  description: 'Time since the object was created.',
  priority: 0,
  cell: (object, now) => ageSince(object.metadata.creationTimestamp, now),
};

export function textColumn(
  name: string,
  cell: Cell,
  priority = 0,
): TableColumn {
  return {
    name,
    type: 'string',
    description: `${name} of the object.`,
    priority,
    cell,
  };
}

export function integerColumn(
  name: string,
  cell: Cell,
  priority = 0,
): TableColumn {
  return {
    name,
    type: 'integer',
    description: `${name} of the object.`,
    priority,
    cell,
  };
}
