/**
 * Polls until `read` answers something, and gives it. Fails with what was seen last.
 *
 * @param options.timeoutMs - default: two minutes, because a real cluster pulls images and has controllers with their own pace
 */
export async function eventually<T>(
  what: string,
  read: () => Promise<T | undefined | false> | T | undefined | false,
  options: { timeoutMs?: number; lastSeen?: () => unknown } = {},
): Promise<T> {
  const { timeoutMs = 120_000 } = options;
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (value !== undefined && value !== false) {
      return value;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `Not within ${
          timeoutMs / 1_000
        } s: ${what}. Last seen: ${JSON.stringify(options.lastSeen?.())}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}
