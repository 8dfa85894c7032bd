const SECOND_MS = 1000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  // A hidden tab has no reader; the first tick after it returns brings every age up to date.
  if (document.visibilityState !== 'hidden') {
    listeners.forEach(listener => listener());
  }
}

/** One timer for every age on the screen; a table of a hundred rows would otherwise have a hundred. */
export function subscribeToSeconds(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, SECOND_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}
