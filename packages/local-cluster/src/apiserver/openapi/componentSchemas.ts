import { Schema } from '../../registry/schema/Schema';

export type Json = Record<string, unknown>;

/** `V1DeploymentSpec` -> `io.k8s.api.v1.DeploymentSpec`: clients print the last part. */
export function componentName(definition: string): string {
  const found = /^([A-Za-z0-9]*?)V(\d+(?:alpha\d+|beta\d+)?)([A-Z].*)$/.exec(
    definition,
  );
  if (!found) return `io.k8s.${definition}`;
  return `io.k8s.${found[1] ? found[1].toLowerCase() : 'api'}.v${found[2]}.${
    found[3]
  }`;
}

const special: { matches: (schema: Schema) => boolean; as: Json }[] = [
  {
    matches: schema => schema.format === 'quantity',
    as: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  },
];

/**
 * Writes schemas as OpenAPI: the shared definitions of built-in kinds become components that refer to each other, the
 * schemas of custom resources stay in one piece.
 */
export class ComponentSchemas {
  readonly schemas: Record<string, Json> = {};

  constructor(private readonly refPrefix = '#/components/schemas/') {}

  /** A reference to the definition, or the schema itself when it has no name. */
  use(schema: Schema): Json {
    const name = schema.definition && componentName(schema.definition);
    if (!name) return this.inline(schema);
    if (!this.schemas[name]) {
      this.schemas[name] = {};
      Object.assign(this.schemas[name], this.inline(schema));
    }
    return { $ref: this.refPrefix + name };
  }

  /** A component with a name of its own, for kinds. */
  add(name: string, schema: Json): string {
    this.schemas[name] = schema;
    return this.refPrefix + name;
  }

  inline(schema: Schema): Json {
    const replaced = special.find(one => one.matches(schema))?.as;
    if (replaced) return replaced;
    const {
      definition: _,
      properties,
      additionalProperties,
      items,
      ...rest
    } = schema;
    return {
      ...rest,
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([field, one]) => [
            field,
            this.field(one),
          ]),
        ),
      }),
      ...(additionalProperties !== undefined && {
        additionalProperties:
          typeof additionalProperties === 'object'
            ? this.field(additionalProperties)
            : additionalProperties,
      }),
      ...(items && { items: this.field(items) }),
    };
  }

  // Strategies of strategic merge belong to the field and not to the definition, so they stand beside the reference.
  private field(schema: Schema): Json {
    const strategy = schema['x-kubernetes-patch-strategy'];
    const reference = this.use(schema);
    if (!strategy || schema.type === 'array' || !reference.$ref)
      return reference;
    return { allOf: [reference], 'x-kubernetes-patch-strategy': strategy };
  }
}
