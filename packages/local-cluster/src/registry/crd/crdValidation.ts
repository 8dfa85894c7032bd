import {
  FieldError,
  forbiddenField,
  invalid,
  notSupported,
  required,
} from '../../store/FieldError';
import { ClusterObject } from '../../store/types';
import { checkRule, usesOldSelf } from '../cel/schemaRules';
import { isDnsLabel, isDnsSubdomain } from '../names';
import {
  applySchemaDefaults,
  pruneUnknownFields,
} from '../schema/pruneAndDefault';
import { Schema } from '../schema/Schema';
import { validateValue } from '../schema/validateValue';

type Fields = Record<string, any>;

const schemaTypes = [
  'object',
  'array',
  'string',
  'integer',
  'number',
  'boolean',
];

/** What a CustomResourceDefinition has to satisfy before its objects can be served. */
export function crdErrors({ metadata, spec }: ClusterObject): FieldError[] {
  if (!spec) return [required('spec')];
  const errors: FieldError[] = [];
  const { group, scope, names = {}, versions = [] } = spec as Fields;
  if (!group) errors.push(required('spec.group'));
  else if (!isDnsSubdomain(group) || !group.includes('.')) {
    errors.push(
      invalid('spec.group', group, 'should be a domain with at least one dot'),
    );
  }
  if (scope !== 'Namespaced' && scope !== 'Cluster')
    errors.push(
      notSupported('spec.scope', scope ?? '', ['Cluster', 'Namespaced']),
    );
  for (const name of ['plural', 'kind'])
    if (!names[name]) errors.push(required(`spec.names.${name}`));
  if (names.plural && !isDnsLabel(names.plural))
    errors.push(
      invalid('spec.names.plural', names.plural, 'must be a DNS-1035 label'),
    );
  const wanted = `${names.plural}.${group}`;
  if (metadata.name && metadata.name !== wanted) {
    errors.push(
      invalid(
        'metadata.name',
        metadata.name,
        'must be spec.names.plural+"."+spec.group',
      ),
    );
  }
  return [...errors, ...versionsErrors(versions), ...conversionErrors(spec)];
}

function conversionErrors({ conversion }: Fields): FieldError[] {
  if (!conversion || conversion.strategy === 'None') return [];
  return [
    forbiddenField(
      'spec.conversion.strategy',
      `${conversion.strategy} conversion needs a webhook, which the local cluster does not call; use None`,
    ),
  ];
}

function versionsErrors(versions: Fields[]): FieldError[] {
  if (versions.length === 0) return [required('spec.versions')];
  const errors: FieldError[] = [];
  const stored = versions.filter(version => version.storage);
  if (stored.length !== 1) {
    errors.push(
      invalid(
        'spec.versions',
        versions.map(version => version.name),
        'must have exactly one version marked as storage version',
      ),
    );
  }
  versions.forEach((version, i) => {
    const at = `spec.versions[${i}]`;
    if (!isDnsLabel(version.name ?? ''))
      errors.push(
        invalid(`${at}.name`, version.name ?? '', 'must be a DNS label'),
      );
    const schema = version.schema?.openAPIV3Schema as Schema | undefined;
    if (!schema)
      errors.push(
        required(`${at}.schema.openAPIV3Schema`, 'schemas are required'),
      );
    else {
      const path = `${at}.schema.openAPIV3Schema`;
      if (schema.type !== 'object')
        errors.push(
          invalid(
            `${path}.type`,
            schema.type ?? '',
            'must be object at the root',
          ),
        );
      errors.push(...schemaErrors(schema, path, true));
    }
    const { scale } = version.subresources ?? {};
    for (const field of ['specReplicasPath', 'statusReplicasPath']) {
      if (scale && !/^\.(spec|status)(\.\w+)+$/.test(scale[field] ?? '')) {
        errors.push(
          invalid(
            `${at}.subresources.scale.${field}`,
            scale[field] ?? '',
            `should be a json path under .${
              field.startsWith('spec') ? 'spec' : 'status'
            }`,
          ),
        );
      }
    }
    (version.additionalPrinterColumns ?? []).forEach(
      (column: Fields, j: number) => {
        const columnAt = `${at}.additionalPrinterColumns[${j}]`;
        if (!column.name) errors.push(required(`${columnAt}.name`));
        if (
          !['boolean', 'date', 'integer', 'number', 'string'].includes(
            column.type,
          )
        ) {
          errors.push(
            notSupported(`${columnAt}.type`, column.type ?? '', [
              'boolean',
              'date',
              'integer',
              'number',
              'string',
            ]),
          );
        }
        if (!String(column.jsonPath ?? '').startsWith('.'))
          errors.push(
            invalid(
              `${columnAt}.jsonPath`,
              column.jsonPath ?? '',
              'must be a simple json path starting with .',
            ),
          );
      },
    );
  });
  return errors;
}

/** Structural rules: a type everywhere, rules that compile, defaults that fit. */
function schemaErrors(
  schema: Schema,
  path: string,
  isRoot: boolean,
): FieldError[] {
  const errors: FieldError[] = [];
  const untyped =
    schema['x-kubernetes-int-or-string'] ||
    schema['x-kubernetes-preserve-unknown-fields'];
  if (!schema.type && !untyped)
    errors.push(
      required(`${path}.type`, 'must not be empty for specified object fields'),
    );
  if (schema.type && !schemaTypes.includes(schema.type))
    errors.push(notSupported(`${path}.type`, schema.type, schemaTypes));
  if (schema.type === 'array' && !schema.items)
    errors.push(required(`${path}.items`, 'must be specified'));
  if (schema.properties && schema.additionalProperties) {
    errors.push(
      forbiddenField(
        `${path}.additionalProperties`,
        'additionalProperties and properties are mutual exclusive',
      ),
    );
  }
  if (schema['x-kubernetes-list-type'] === 'map') {
    for (const key of schema['x-kubernetes-list-map-keys'] ?? []) {
      const known = schema.items?.properties?.[key];
      if (!known)
        errors.push(
          invalid(
            `${path}.x-kubernetes-list-map-keys`,
            key,
            'entries must all be names of item properties',
          ),
        );
      else if (
        known.default === undefined &&
        !schema.items?.required?.includes(key)
      ) {
        errors.push(
          required(
            `${path}.items.properties[${key}].default`,
            `this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property`,
          ),
        );
      }
    }
    if (!schema['x-kubernetes-list-map-keys']?.length) {
      errors.push(
        required(
          `${path}.x-kubernetes-list-map-keys`,
          'must not be empty if x-kubernetes-list-type is map',
        ),
      );
    }
  }
  errors.push(
    ...ruleErrors(schema, path, isRoot),
    ...defaultErrors(schema, path),
  );
  for (const [field, one] of Object.entries(schema.properties ?? {})) {
    if (isRoot && field === 'metadata') continue;
    errors.push(...schemaErrors(one, `${path}.properties[${field}]`, false));
  }
  if (schema.items)
    errors.push(...schemaErrors(schema.items, `${path}.items`, false));
  if (typeof schema.additionalProperties === 'object') {
    errors.push(
      ...schemaErrors(
        schema.additionalProperties,
        `${path}.additionalProperties`,
        false,
      ),
    );
  }
  return errors;
}

function ruleErrors(
  schema: Schema,
  path: string,
  isRoot: boolean,
): FieldError[] {
  return (schema['x-kubernetes-validations'] ?? []).flatMap((rule, i) => {
    const at = `${path}.x-kubernetes-validations[${i}]`;
    if (!rule.rule?.trim())
      return [required(`${at}.rule`, 'rule is not specified')];
    if (rule.optionalOldSelf && !usesOldSelf(rule.rule)) {
      return [
        invalid(
          `${at}.optionalOldSelf`,
          true,
          'option optionalOldSelf is set, but oldSelf is not used',
        ),
      ];
    }
    try {
      checkRule(rule, schema, { isRoot });
      return [];
    } catch (error) {
      return [invalid(`${at}.rule`, rule, (error as Error).message)];
    }
  });
}

function defaultErrors(schema: Schema, path: string): FieldError[] {
  if (schema.default === undefined) return [];
  const completed = structuredClone(schema.default);
  applySchemaDefaults(schema, completed);
  const unknown = pruneUnknownFields(
    schema,
    structuredClone(completed),
    '',
    false,
  );
  if (unknown.length > 0)
    return [
      invalid(
        `${path}.default`,
        schema.default,
        'must not have unknown fields',
      ),
    ];
  return validateValue(schema, completed, `${path}.default`);
}

export function crdUpdateErrors(
  next: ClusterObject,
  previous: ClusterObject,
): FieldError[] {
  const errors: FieldError[] = [];
  for (const field of ['group', 'scope']) {
    if (next.spec?.[field] !== previous.spec?.[field])
      errors.push(
        invalid(`spec.${field}`, next.spec?.[field], 'field is immutable'),
      );
  }
  for (const field of ['kind', 'plural']) {
    if (next.spec?.names?.[field] !== previous.spec?.names?.[field]) {
      errors.push(
        invalid(
          `spec.names.${field}`,
          next.spec?.names?.[field],
          'field is immutable',
        ),
      );
    }
  }
  return errors;
}
