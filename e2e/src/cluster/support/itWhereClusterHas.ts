import { Capability } from './capabilities';
import { readTestRun } from './testRun';

/**
 * `it` for tests that need something a cluster may lack: where it is absent the test is skipped, and its name in the report says why.
 */
export function itWhereClusterHas(
  needed: readonly Capability[],
  name: string,
  test: () => Promise<void>,
): void {
  const { capabilities } = readTestRun();
  const missing = needed
    .map(capability => capabilities[capability])
    .filter(reason => reason !== undefined);
  if (missing.length > 0) {
    it.skip(`${name} [skipped: ${missing.join('; ')}]`, test);
  } else {
    it(name, test);
  }
}
