import { ResourceType, ResourceVersion } from '../registry/ResourceType';
import { ClusterObject } from '../store/types';

type IncludeObject = 'None' | 'Metadata' | 'Object';

export interface TableOptions {
  type: ResourceType;
  version: ResourceVersion;
  now: number;
  includeObject: IncludeObject;
  /** `meta.k8s.io` version in which the client asked. */
  tableVersion: string;
  withColumns: boolean;
}

function row(
  object: ClusterObject,
  { version, now, includeObject, tableVersion }: TableOptions,
) {
  const cells = version.columns.map(column => column.cell(object, now) ?? null);
  if (includeObject === 'None') return { cells, object: null };
  if (includeObject === 'Object') return { cells, object };
  return {
    cells,
    object: {
      kind: 'PartialObjectMetadata',
      apiVersion: `meta.k8s.io/${tableVersion}`,
      metadata: object.metadata,
    },
  };
}

/** Renders objects as the table that `kubectl get` prints. */
export function renderTable(
  objects: readonly ClusterObject[],
  listMeta: Record<string, unknown>,
  options: TableOptions,
): Record<string, unknown> {
  return {
    kind: 'Table',
    apiVersion: `meta.k8s.io/${options.tableVersion}`,
    metadata: listMeta,
    columnDefinitions: options.withColumns
      ? options.version.columns.map(
          ({ name, type, format, description, priority }) => ({
            name,
            type,
            format: format ?? '',
            description,
            priority,
          }),
        )
      : [],
    rows: objects.map(object => row(object, options)),
  };
}
