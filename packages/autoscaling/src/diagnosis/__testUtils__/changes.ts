import type { AgentSnapshot } from '../snapshot/AgentSnapshot';

/** What is done to a healthy snapshot. */
export type Change = (snapshot: AgentSnapshot) => void;

/** Puts a value at a path of keys and indices joined by `.`; `\.` is a dot within a key. */
export function set(path: string, value: unknown): Change {
  const keys = path.split(/(?<!\\)\./).map(key => key.replace(/\\\./g, '.'));
  const last = keys[keys.length - 1];
  return snapshot => {
    let holder = snapshot as unknown as Record<string, unknown>;
    for (const key of keys.slice(0, -1)) {
      holder[key] ??= {};
      holder = holder[key] as Record<string, unknown>;
    }
    holder[last] = value;
  };
}

export function all(...changes: Change[]): Change {
  return snapshot => changes.forEach(change => change(snapshot));
}

/** Adds an item to a list of the snapshot. */
export function add<Part extends keyof AgentSnapshot>(
  part: Part,
  item: NonNullable<AgentSnapshot[Part]> extends readonly (infer Item)[]
    ? Item
    : never,
): Change {
  return snapshot => {
    (snapshot[part] as unknown[]).push(item);
  };
}
