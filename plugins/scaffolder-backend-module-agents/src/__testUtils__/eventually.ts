import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a check holds; fails after 40 seconds. */
export async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await check()) return;
    await sleep(200);
  }
  throw new Error('It did not happen within 40 seconds');
}
