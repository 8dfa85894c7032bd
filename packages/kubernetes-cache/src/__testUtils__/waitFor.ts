/** Polls until a condition holds; says what it saw last when it never does. */
export async function waitFor(
  condition: () => boolean,
  options: { timeoutMs?: number; describe?: () => unknown } = {},
): Promise<void> {
  const deadline = Date.now() + (options.timeoutMs ?? 4_000);
  while (!condition()) {
    if (Date.now() > deadline) {
      throw new Error(
        `Waited in vain; last seen: ${JSON.stringify(
          options.describe?.(),
          undefined,
          2,
        )}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
