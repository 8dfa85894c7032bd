import { metadataFields } from '../store/fieldSelector';
import {
  ResourceType,
  ResourceVersion,
  ScalePaths,
  TableColumn,
} from './ResourceType';
import { Schema } from './schema/Schema';
import { ageColumn, nameColumn } from './columns';

export const allVerbs = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
] as const;

type Optional = Partial<
  Omit<
    ResourceType,
    'group' | 'versions' | 'resource' | 'kind' | 'listKind' | 'selectableFields'
  >
>;

/** A type as the tables of built-in kinds write it: what is not said is as for most kinds. */
export interface TypeDefinition extends Optional {
  group?: string;
  kind: string;
  resource: string;
  /** Names of the served versions, preferred first. Default: `v1`. */
  versions?: readonly string[];
  status?: boolean;
  scale?: ScalePaths;
  columns?: readonly TableColumn[];
  selectableFields?: ResourceType['selectableFields'];
  perVersion?: Record<string, Partial<ResourceVersion>>;
}

/** Completes a definition. `schemaOf` knows the schema of a kind in a version, if there is one. */
export function defineType(
  definition: TypeDefinition,
  schemaOf: (
    group: string,
    version: string,
    kind: string,
  ) => Schema | undefined = () => undefined,
): ResourceType {
  const {
    group = '',
    versions = ['v1'],
    status = false,
    scale,
    columns,
    selectableFields,
    perVersion = {},
    ...rest
  } = definition;
  return {
    listKind: `${rest.kind}List`,
    singular: rest.kind.toLowerCase(),
    shortNames: [],
    categories: [],
    namespaced: true,
    storageVersion: versions[0],
    verbs: allVerbs,
    hasGeneration: status,
    ...rest,
    group,
    selectableFields: { ...metadataFields, ...selectableFields },
    versions: versions.map(name => ({
      name,
      schema: schemaOf(group, name, rest.kind),
      columns: columns ?? [nameColumn, ageColumn],
      status,
      ...(scale && { scale }),
      ...perVersion[name],
    })),
  };
}
