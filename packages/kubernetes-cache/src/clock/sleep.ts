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
    const wake = new AbortController();
    const cancel = clock.after(ms, () => {
      wake.abort();
      resolve();
    });
    const onAbort = () => {
      cancel();
      resolve();
    };
    // The second signal takes the listener off again when the time is over.
    signal?.addEventListener('abort', onAbort, {
      once: true,
      signal: wake.signal,
    });
  });
}
