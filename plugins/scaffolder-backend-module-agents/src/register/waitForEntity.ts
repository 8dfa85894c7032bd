import { setTimeout as sleep } from 'node:timers/promises';
import { Entity } from '@backstage/catalog-model';

/** Asks until there is an entity that fits, or the time is over. */
export async function waitForEntity(options: {
  read: () => Promise<Entity | undefined>;
  accept: (entity: Entity) => boolean;
  timeoutMs: number;
  intervalMs?: number;
  signal?: AbortSignal;
  now?: () => number;
}): Promise<Entity | undefined> {
  const { read, accept, timeoutMs, intervalMs = 500, signal } = options;
  const now = options.now ?? Date.now;
  const deadline = now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const entity = await read();
    if (entity && accept(entity)) return entity;
    if (now() + intervalMs > deadline) return entity;
    await sleep(intervalMs, undefined, { signal });
  }
}
