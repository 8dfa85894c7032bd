import { ClusterObject } from '../../store/types';
import { ageColumn, ageSince, nameColumn } from '../columns';
import { TableColumn } from '../ResourceType';
import { evaluateJsonPath } from './jsonPath';

/** A column as a CustomResourceDefinition describes it. */
export interface PrinterColumn {
  name: string;
  type: TableColumn['type'];
  format?: string;
  description?: string;
  priority?: number;
  jsonPath: string;
}

function cellOf(column: PrinterColumn) {
  return (object: ClusterObject, now: number): unknown => {
    const found = evaluateJsonPath(object, column.jsonPath);
    if (found.length === 0) return null;
    const [value] = found;
    switch (column.type) {
      case 'date':
        return typeof value === 'string' ? ageSince(value, now) : null;
      case 'integer':
        return Number.isFinite(Number(value))
          ? Math.trunc(Number(value))
          : null;
      case 'number':
        return Number.isFinite(Number(value)) ? Number(value) : null;
      case 'boolean':
        return typeof value === 'boolean' ? value : null;
      default:
        return found
          .map(one =>
            typeof one === 'object' ? JSON.stringify(one) : String(one),
          )
          .join(',');
    }
  };
}

/** The columns of a version: the name, then what the definition says, or the age when it says nothing. */
export function customColumns(
  columns: readonly PrinterColumn[] | undefined,
): TableColumn[] {
  if (!columns?.length) return [nameColumn, { ...ageColumn, type: 'date' }];
  return [
    nameColumn,
    ...columns.map(column => ({
      name: column.name,
      type: column.type,
      format: column.format ?? '',
      description:
        column.description ??
        `Custom resource definition column (in JSONPath format): ${column.jsonPath}`,
      priority: column.priority ?? 0,
      cell: cellOf(column),
    })),
  ];
}
