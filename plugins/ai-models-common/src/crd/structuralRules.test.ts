import { parse } from '@marcbachmann/cel-js';
import { allRules } from '../__testUtils__/celRules';
import { toCustomResourceDefinitions } from './toCustomResourceDefinitions';
import type { StructuralSchema } from './toStructuralSchema';

type Visit = (schema: StructuralSchema, path: string) => void;

function walk(schema: StructuralSchema, path: string, visit: Visit): void {
  visit(schema, path);
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    walk(child, `${path}.${name}`, visit);
  }
  if (schema.items) {
    walk(schema.items, `${path}[]`, visit);
  }
  if (schema.additionalProperties) {
    walk(schema.additionalProperties, `${path}[*]`, visit);
  }
}

/** Paths at which `isBroken` says so, over all kinds. */
function findAll(isBroken: (schema: StructuralSchema) => boolean): string[] {
  const paths: string[] = [];
  for (const crd of toCustomResourceDefinitions()) {
    walk(
      crd.spec.versions[0].schema.openAPIV3Schema,
      crd.spec.names.kind,
      (schema, path) => {
        if (isBroken(schema)) {
          paths.push(path);
        }
      },
    );
  }
  return paths;
}

const isIntOrString = (schema: StructuralSchema) =>
  schema['x-kubernetes-int-or-string'] === true;

describe('structural schema rules of apiextensions.k8s.io/v1', () => {
  it('gives every node a type, except integers or strings', () => {
    expect(
      findAll(schema => !isIntOrString(schema) && schema.type === undefined),
    ).toEqual([]);
  });

  it.each([
    '$ref',
    'definitions',
    'dependencies',
    'deprecated',
    'id',
    'patternProperties',
    'propertyNames',
    'readOnly',
    'writeOnly',
    'xml',
    'const',
    'allOf',
    'oneOf',
    'not',
    'if',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'uniqueItems',
  ])('does not use %s', keyword => {
    expect(findAll(schema => keyword in schema)).toEqual([]);
  });

  it('uses anyOf only to say integer or string', () => {
    expect(
      findAll(schema => 'anyOf' in schema && !isIntOrString(schema)),
    ).toEqual([]);
  });

  it('never has additionalProperties beside properties', () => {
    expect(
      findAll(
        schema =>
          schema.additionalProperties !== undefined &&
          schema.properties !== undefined,
      ),
    ).toEqual([]);
  });

  it('requires only fields that exist', () => {
    expect(
      findAll(schema =>
        (schema.required ?? []).some(name => !schema.properties?.[name]),
      ),
    ).toEqual([]);
  });

  it('keys map lists by required scalar fields', () => {
    expect(
      findAll(schema =>
        ((schema['x-kubernetes-list-map-keys'] ?? []) as string[]).some(
          key =>
            schema['x-kubernetes-list-type'] !== 'map' ||
            !schema.items?.required?.includes(key) ||
            schema.items.properties?.[key].type !== 'string',
        ),
      ),
    ).toEqual([]);
  });

  it('bounds every string, list and map, so that the cost of a CEL rule can be estimated', () => {
    const isBounded = (schema: StructuralSchema) => {
      switch (schema.type) {
        case 'string':
          return Boolean(
            schema.maxLength ?? schema.enum ?? schema.format === 'date-time',
          );
        case 'array':
          return schema.maxItems !== undefined;
        case 'object':
          return (
            !schema.additionalProperties || schema.maxProperties !== undefined
          );
        default:
          return true;
      }
    };
    const roots = ['apiVersion', 'kind'];
    expect(
      findAll(schema => !isBounded(schema)).filter(
        path => !roots.includes(path.split('.')[1]),
      ),
    ).toEqual([]);
  });

  it('has rules that are CEL and messages for all of them', () => {
    const rules = toCustomResourceDefinitions().flatMap(crd =>
      allRules(crd.spec.versions[0].schema.openAPIV3Schema),
    );
    expect(rules.length).toBeGreaterThan(20);
    for (const { rule, message } of rules) {
      expect(() => parse(rule)).not.toThrow();
      expect(message).not.toBe('');
    }
  });
});
