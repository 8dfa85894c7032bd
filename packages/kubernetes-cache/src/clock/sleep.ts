import { Clock } from './Clock';

/** Resolves after `ms`, or at once when the signal aborts. Leaves no timer and no listener behind. */
export function sleep(
  ms: number,
  options: { clock: Clock; signal?: AbortSignal },
): Promise<void> {
  const { clock, signal } = options;
  return new Promise(resolve => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const finish = () => {
      signal?.removeEventListener('abort', finish);
      cancel();
      resolve();
    };
    const cancel = clock.after(ms, finish);
    signal?.addEventListener('abort', finish, { once: true });
  });
}
