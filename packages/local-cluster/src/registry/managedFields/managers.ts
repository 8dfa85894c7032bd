import { apiVersionOf, ResourceType } from '../ResourceType';
import { FieldTree } from './FieldTree';

/** An entry of `metadata.managedFields`. */
export interface ManagerEntry {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  time?: string;
  fieldsType: 'FieldsV1';
  fieldsV1?: FieldTree;
  subresource?: string;
}

export type ManagerKey = Pick<
  ManagerEntry,
  'manager' | 'operation' | 'subresource'
>;

export function isManager(entry: ManagerEntry, key: ManagerKey): boolean {
  return (
    entry.manager === key.manager &&
    entry.operation === key.operation &&
    (entry.subresource ?? '') === (key.subresource ?? '')
  );
}

export function managerEntry(
  type: ResourceType,
  version: string,
  key: ManagerKey,
  fields: FieldTree,
  time: string,
): ManagerEntry {
  return {
    manager: key.manager,
    operation: key.operation,
    apiVersion: apiVersionOf(type.group, version),
    time,
    fieldsType: 'FieldsV1',
    fieldsV1: fields,
    ...(key.subresource && { subresource: key.subresource }),
  };
}

/** Appliers first, then by time. */
export function sortManagers(entries: ManagerEntry[]): ManagerEntry[] {
  const text = (entry: ManagerEntry) =>
    [
      entry.time ?? '',
      entry.manager,
      entry.apiVersion,
      entry.subresource ?? '',
    ].join('\u0000');
  return [...entries].sort((a, b) => {
    if (a.operation !== b.operation) return a.operation === 'Apply' ? -1 : 1;
    return text(a) < text(b) ? -1 : 1;
  });
}

/** How messages of conflicts name a manager. */
export function printManager({
  manager,
  subresource,
  operation,
  apiVersion,
  time,
}: ManagerEntry): string {
  const name =
    JSON.stringify(manager) +
    (subresource ? ` with subresource ${JSON.stringify(subresource)}` : '');
  if (operation === 'Apply') return name;
  return `${name} using ${apiVersion}${time ? ` at ${time}` : ''}`;
}
