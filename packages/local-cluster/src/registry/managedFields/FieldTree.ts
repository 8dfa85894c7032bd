/**
 * A set of field paths in the form of `fieldsV1`: `{"f:spec": {"f:replicas": {}}}`. A node without children is a member;
 * one with children is a member when it has the key `.`. Trees are never changed, so they can be shared.
 */
export type FieldTree = { readonly [element: string]: FieldTree };

const SELF = '.';

export const leaf: FieldTree = Object.freeze({});

export function isMember(tree: FieldTree): boolean {
  return SELF in tree || Object.keys(tree).length === 0;
}

function childrenOf(tree: FieldTree): [string, FieldTree][] {
  return Object.entries(tree).filter(([element]) => element !== SELF);
}

/** A node with these children; `undefined` when the set is empty. */
function node(
  children: [string, FieldTree][],
  member: boolean,
): FieldTree | undefined {
  if (children.length === 0) return member ? leaf : undefined;
  return Object.fromEntries(member ? [[SELF, leaf], ...children] : children);
}

/** The set of what has been added one by one. */
export function treeOf(
  children: Record<string, FieldTree | undefined>,
  member = false,
): FieldTree | undefined {
  return node(
    Object.entries(children).filter(
      (entry): entry is [string, FieldTree] => entry[1] !== undefined,
    ),
    member,
  );
}

export function union(
  a: FieldTree | undefined,
  b: FieldTree | undefined,
): FieldTree | undefined {
  if (!a || a === b) return b;
  if (!b) return a;
  const merged = new Map(childrenOf(a));
  let changed = isMember(b) && !isMember(a);
  for (const [element, child] of childrenOf(b)) {
    const before = merged.get(element);
    const after = union(before, child)!;
    if (after !== before) {
      changed = true;
      merged.set(element, after);
    }
  }
  return changed ? node([...merged], isMember(a) || isMember(b)) : a;
}

/** What is in `a` and not in `b`. */
export function subtract(
  a: FieldTree | undefined,
  b: FieldTree | undefined,
): FieldTree | undefined {
  if (!a || !b) return a;
  const children: [string, FieldTree][] = [];
  let changed = isMember(a) && isMember(b);
  for (const [element, child] of childrenOf(a)) {
    const kept = subtract(child, b[element]);
    if (kept !== child) changed = true;
    if (kept) children.push([element, kept]);
  }
  return changed ? node(children, isMember(a) && !isMember(b)) : a;
}

export function intersect(
  a: FieldTree | undefined,
  b: FieldTree | undefined,
): FieldTree | undefined {
  if (!a || !b) return undefined;
  const children: [string, FieldTree][] = [];
  for (const [element, child] of childrenOf(a)) {
    const common = b[element] && intersect(child, b[element]);
    if (common) children.push([element, common]);
  }
  return node(children, isMember(a) && isMember(b));
}

export function sameTree(
  a: FieldTree | undefined,
  b: FieldTree | undefined,
): boolean {
  return subtract(a, b) === undefined && subtract(b, a) === undefined;
}

function printElement(element: string): string {
  const rest = element.slice(2);
  if (element.startsWith('f:')) return `.${rest}`;
  if (element.startsWith('v:')) return `[=${rest}]`;
  if (element.startsWith('i:')) return `[${rest}]`;
  const keys = Object.entries(JSON.parse(rest) as Record<string, unknown>);
  return `[${keys
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(',')}]`;
}

/** The members as paths: `.spec.template.spec.containers[name="agent"].image`. */
export function printPaths(tree: FieldTree, prefix = ''): string[] {
  const own = prefix !== '' && isMember(tree) ? [prefix] : [];
  return [
    ...own,
    ...childrenOf(tree).flatMap(([element, child]) =>
      printPaths(child, prefix + printElement(element)),
    ),
  ];
}
