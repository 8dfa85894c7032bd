/**
 * Builds a `keep` reducer from the fields that are used: `keepFields('spec.replicas', 'spec.template.spec.containers.resources')`. A path
 * leads through lists: it keeps the field in each element. `apiVersion` and `kind` are kept always; metadata only as named (`metadata`
 * for all of it), beside what the cache itself needs.
 */
export function keepFields(
  ...paths: string[]
): (object: unknown) => Record<string, unknown> {
  const tree = toTree(['apiVersion', 'kind', ...paths]);
  return object => pick(object, tree) as Record<string, unknown>;
}

/** `true` keeps everything below. */
type FieldTree = Map<string, FieldTree | true>;

function toTree(paths: string[]): FieldTree {
  const root: FieldTree = new Map();
  for (const path of paths) {
    const fields = path.split('.');
    let level = root;
    for (const [depth, field] of fields.entries()) {
      const below = level.get(field);
      if (below === true) {
        break;
      }
      if (depth === fields.length - 1) {
        level.set(field, true);
      } else {
        const next: FieldTree = below ?? new Map();
        level.set(field, next);
        level = next;
      }
    }
  }
  return root;
}

function pick(value: unknown, tree: FieldTree): unknown {
  if (Array.isArray(value)) {
    return value.map(element => pick(element, tree));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const source = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const [field, below] of tree) {
    if (source[field] !== undefined) {
      kept[field] = below === true ? source[field] : pick(source[field], below);
    }
  }
  return kept;
}
