import { cloneJson } from '../../store/cloneJson';
import { metadataFields, SelectableFields } from '../../store/fieldSelector';
import { ClusterObject } from '../../store/types';
import { allVerbs } from '../defineType';
import { validateSchemaRules } from '../cel/schemaRules';
import { readPath } from '../jsonPath';
import { apiVersionOf, ResourceType, ResourceVersion } from '../ResourceType';
import {
  applySchemaDefaults,
  pruneUnknownFields,
} from '../schema/pruneAndDefault';
import { Schema } from '../schema/Schema';
import { validateValue } from '../schema/validateValue';
import { customColumns, PrinterColumn } from './customColumns';

/** A version as a CustomResourceDefinition writes it. */
interface VersionSpec {
  name: string;
  served: boolean;
  storage: boolean;
  deprecated?: boolean;
  deprecationWarning?: string;
  schema?: { openAPIV3Schema?: Schema };
  subresources?: {
    status?: object;
    scale?: {
      specReplicasPath: string;
      statusReplicasPath: string;
      labelSelectorPath?: string;
    };
  };
  additionalPrinterColumns?: PrinterColumn[];
  selectableFields?: { jsonPath: string }[];
}

function scaleOf(version: VersionSpec) {
  const scale = version.subresources?.scale;
  return (
    scale && {
      specReplicas: scale.specReplicasPath.replace(/^\./, ''),
      statusReplicas: scale.statusReplicasPath.replace(/^\./, ''),
      ...(scale.labelSelectorPath && {
        labelSelector: scale.labelSelectorPath.replace(/^\./, ''),
      }),
    }
  );
}

function servedVersion(
  group: string,
  kind: string,
  version: VersionSpec,
): ResourceVersion {
  const scale = scaleOf(version);
  return {
    name: version.name,
    schema: version.schema?.openAPIV3Schema ?? {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
    },
    columns: customColumns(version.additionalPrinterColumns),
    status: version.subresources?.status !== undefined,
    ...(scale && { scale }),
    ...(version.deprecated && {
      deprecationWarning:
        version.deprecationWarning ??
        `${apiVersionOf(group, version.name)} ${kind} is deprecated`,
    }),
  };
}

function selectable(versions: readonly VersionSpec[]): SelectableFields {
  const fields = versions
    .flatMap(version => version.selectableFields ?? [])
    .map(({ jsonPath }) => jsonPath.replace(/^\./, ''));
  return Object.fromEntries(
    fields.map(path => [
      path,
      (object: ClusterObject) => {
        const value = readPath(object, path);
        return value === undefined ? '' : String(value);
      },
    ]),
  );
}

/** The fields that a schema speaks of: everything but what all objects have. */
function withoutTypeMeta({
  metadata,
  ...object
}: ClusterObject): Record<string, unknown> {
  return {
    ...object,
    metadata: { name: metadata.name, generateName: metadata.generateName },
  };
}

/** The resource type that a CustomResourceDefinition defines. */
export function customType({ spec }: ClusterObject): ResourceType {
  const { group, names, scope } = spec;
  const versions: VersionSpec[] = spec.versions;
  const stored = versions.find(version => version.storage) ?? versions[0];
  const schemas = new Map(
    versions.map(version => [version.name, version.schema?.openAPIV3Schema]),
  );
  return {
    group,
    resource: names.plural,
    kind: names.kind,
    listKind: names.listKind,
    singular: names.singular,
    shortNames: names.shortNames ?? [],
    categories: names.categories ?? [],
    namespaced: scope === 'Namespaced',
    versions: versions
      .filter(version => version.served)
      .map(version => servedVersion(group, names.kind, version)),
    storageVersion: stored.name,
    verbs: allVerbs,
    selectableFields: { ...metadataFields, ...selectable(versions) },
    hasGeneration: true,
    isCustom: true,
    decodeCustom: (object, version) => {
      const schema = schemas.get(version);
      const value = cloneJson(object);
      if (!schema) return { value, unknownFields: [] };
      // Defaults come later, when the object is written: an applied configuration must not own them.
      return { value, unknownFields: pruneUnknownFields(schema, value) };
    },
    applyDefaults: object => {
      const schema = schemas.get(stored.name);
      if (!schema) return;
      pruneUnknownFields(schema, object);
      applySchemaDefaults(schema, object);
    },
    validateSchema: (object, version) => {
      const schema = schemas.get(version);
      return schema ? validateValue(schema, withoutTypeMeta(object), '') : [];
    },
    validateRules: (object, version, previous) => {
      const schema = schemas.get(version);
      return schema ? validateSchemaRules(schema, object, previous, '') : [];
    },
  };
}
