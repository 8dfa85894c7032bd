import { KubernetesObject } from '../kubernetes/KubernetesObject';

/** Changes a set of manifests; what it returns replaces the set. */
export type Change = (objects: KubernetesObject[]) => KubernetesObject[];

/** Sets a field of every object of a kind; `undefined` removes it. Path parts are joined by dots, indexes included. */
export function set(kind: string, path: string, value: unknown): Change {
  return objects =>
    objects.map(object => {
      if (object.kind !== kind) return object;
      const copy = structuredClone(object);
      const parts = path.split('.').map(part => part.replace(/%/g, '.'));
      const last = parts.pop()!;
      const parent = parts.reduce<Record<string, unknown>>((node, part) => {
        node[part] ??= {};
        return node[part] as Record<string, unknown>;
      }, copy);
      if (value === undefined) delete parent[last];
      else parent[last] = value;
      return copy;
    });
}

/** Adds an object. */
export function add(object: KubernetesObject): Change {
  return objects => [...objects, object];
}

/** Adds a copy of the object of a kind under another name. */
export function duplicate(kind: string, name: string): Change {
  return objects => {
    const original = objects.find(object => object.kind === kind)!;
    const copy = structuredClone(original);
    copy.metadata.name = name;
    return [...objects, copy];
  };
}

/** Removes every object of a kind. */
export function remove(kind: string): Change {
  return objects => objects.filter(object => object.kind !== kind);
}

/** Applies changes one after the other. */
export function all(...changes: Change[]): Change {
  return objects =>
    changes.reduce((current, change) => change(current), objects);
}
