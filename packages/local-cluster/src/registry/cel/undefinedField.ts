import type { ASTNode } from '@marcbachmann/cel-js';
import { Schema } from '../schema/Schema';
import { escapedFieldName } from './celValue';

/** What is known of the value of an expression; `undefined` when it can be anything. */
type Known = Schema | undefined;
type Scope = ReadonlyMap<string, Known>;

const comprehensions = new Set([
  'all',
  'exists',
  'exists_one',
  'map',
  'filter',
]);

/** Objects whose fields are all declared: only of these can a field be known to be missing. */
function isClosed(schema: Schema): boolean {
  return (
    schema.type === 'object' &&
    schema.properties !== undefined &&
    !schema['x-kubernetes-preserve-unknown-fields'] &&
    !schema['x-kubernetes-embedded-resource']
  );
}

class FieldFinder {
  missing: string | undefined;

  /** Walks an expression and returns what is known of its value. */
  visit(node: ASTNode, scope: Scope): Known {
    switch (node.op) {
      case 'id':
        return scope.get(node.args);
      case '.':
      case '.?':
        return this.select(this.visit(node.args[0], scope), node.args[1]);
      case '[]':
      case '[?]': {
        this.visit(node.args[1], scope);
        const target = this.visit(node.args[0], scope);
        const additional = target?.additionalProperties;
        return (
          target?.items ??
          (typeof additional === 'object' ? additional : undefined)
        );
      }
      case 'rcall':
        return this.call(
          node.args[0],
          this.visit(node.args[1], scope),
          node.args[2],
          scope,
        );
      case 'value':
        return undefined;
      case 'map':
        node.args.flat().forEach(part => this.visit(part, scope));
        return undefined;
      default:
        for (const part of [node.args].flat(2))
          if (isNode(part)) this.visit(part, scope);
        return undefined;
    }
  }

  private select(target: Known, name: unknown): Known {
    if (!target || typeof name !== 'string') return undefined;
    const declared = Object.entries(target.properties ?? {}).find(
      ([field]) => escapedFieldName(field) === name,
    );
    if (declared) return declared[1];
    if (isClosed(target)) this.missing ??= name;
    return typeof target.additionalProperties === 'object'
      ? target.additionalProperties
      : undefined;
  }

  private call(
    name: string,
    target: Known,
    args: readonly ASTNode[],
    scope: Scope,
  ): Known {
    const [variable, ...rest] = args;
    if (comprehensions.has(name) && variable?.op === 'id') {
      // Over a map it is the keys that are bound, of which nothing more is known.
      const inner = new Map(scope).set(
        variable.args,
        target?.type === 'array' ? target.items : undefined,
      );
      rest.forEach(part => this.visit(part, inner));
      return name === 'filter' ? target : undefined;
    }
    args.forEach(part => this.visit(part, scope));
    return undefined;
  }
}

function isNode(part: unknown): part is ASTNode {
  return typeof part === 'object' && part !== null && 'op' in part;
}

const objectRoot: Schema = {
  type: 'object',
  properties: {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: {
      type: 'object',
      properties: {
        name: { type: 'string' },
        generateName: { type: 'string' },
      },
    },
  },
};

/** The first field that an expression reads and the schema of `self` does not declare. */
export function undefinedField(
  expression: ASTNode,
  schema: Schema,
  options: { isRoot: boolean },
): string | undefined {
  const self = options.isRoot
    ? {
        ...schema,
        properties: { ...schema.properties, ...objectRoot.properties },
      }
    : schema;
  const finder = new FieldFinder();
  // `oldSelf` may be optional, and then is not what the schema says; its fields are those of `self` anyway.
  finder.visit(expression, new Map([['self', self]]));
  return finder.missing;
}
