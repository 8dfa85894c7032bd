import { API_GROUP, VERSION_NAME } from '../group';
import { MODEL_KINDS, type ModelKind } from '../kinds';
import { toJsonSchema } from '../schema/jsonSchema';
import {
  toStructuralSchema,
  type StructuralSchema,
} from './toStructuralSchema';

/**
 * A CustomResourceDefinition of apiextensions.k8s.io/v1, as far as it is used here.
 *
 * @public
 */
export interface CustomResourceDefinition {
  apiVersion: 'apiextensions.k8s.io/v1';
  kind: 'CustomResourceDefinition';
  metadata: { name: string; labels: Record<string, string> };
  spec: {
    group: string;
    scope: 'Namespaced';
    names: {
      kind: string;
      listKind: string;
      singular: string;
      plural: string;
      shortNames: string[];
      categories: string[];
    };
    versions: {
      name: string;
      served: boolean;
      storage: boolean;
      schema: { openAPIV3Schema: StructuralSchema };
      subresources: { status: {} };
      additionalPrinterColumns: {
        name: string;
        type: string;
        jsonPath: string;
        priority?: number;
        description?: string;
      }[];
      selectableFields?: { jsonPath: string }[];
    }[];
  };
}

function rootSchema(kind: ModelKind): StructuralSchema {
  return {
    description: kind.description,
    type: 'object',
    required: ['spec'],
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec: toStructuralSchema(toJsonSchema(kind.spec), 'spec'),
      status: toStructuralSchema(toJsonSchema(kind.status), 'status'),
    },
    'x-kubernetes-validations': [
      {
        rule: 'size(self.metadata.name) <= 63',
        message:
          'the name must have at most 63 characters: it is also the name of a catalog entity',
      },
    ],
  };
}

function toCustomResourceDefinition(kind: ModelKind): CustomResourceDefinition {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${kind.plural}.${API_GROUP}`,
      labels: { 'app.kubernetes.io/part-of': 'suoke' },
    },
    spec: {
      group: API_GROUP,
      scope: 'Namespaced',
      names: {
        kind: kind.kind,
        listKind: `${kind.kind}List`,
        singular: kind.singular,
        plural: kind.plural,
        shortNames: kind.shortNames,
        categories: ['ai', 'suoke'],
      },
      versions: [
        {
          name: VERSION_NAME,
          served: true,
          storage: true,
          schema: { openAPIV3Schema: rootSchema(kind) },
          subresources: { status: {} },
          additionalPrinterColumns: kind.columns,
          ...(kind.selectableFields.length > 0 && {
            selectableFields: kind.selectableFields.map(jsonPath => ({
              jsonPath,
            })),
          }),
        },
      ],
    },
  };
}

/**
 * The CustomResourceDefinitions of the model kinds.
 *
 * @public
 */
export function toCustomResourceDefinitions(): CustomResourceDefinition[] {
  return Object.values(MODEL_KINDS).map(toCustomResourceDefinition);
}
