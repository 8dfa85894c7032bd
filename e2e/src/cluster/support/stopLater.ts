const stops: (() => Promise<void>)[] = [];

/** Registers what has to be stopped when everything is over. */
export function stopLater(stop: () => Promise<void>): void {
  stops.push(stop);
}

/** Stops what was registered. */
export async function stopAll(): Promise<void> {
  for (const stop of stops.splice(0)) {
    await stop();
  }
}
