import { Cluster } from '@suoke/kubernetes-cache';
import { Capabilities } from './capabilities';

/** Everything that a run creates carries this label with the id of the run, so that it can be found and removed. */
export const TEST_RUN_LABEL = 'ai.suoke.life/test-run';

/** What the set-up hands to the test files. */
export interface TestRun {
  /** Short and random, fit for names. */
  id: string;
  cluster: Cluster;
  capabilities: Capabilities;
}

const VARIABLE = 'SUOKE_CLUSTER_TEST_RUN';

/** Test files live in another module registry than the set-up; the environment of the process is what both can see. */
export function publishTestRun(run: TestRun): void {
  process.env[VARIABLE] = JSON.stringify(run);
}

export function readTestRun(): TestRun {
  const text = process.env[VARIABLE];
  if (!text) {
    throw new Error(
      'There is no test run: start the suite with jest -c e2e/jest.cluster.config.js',
    );
  }
  return JSON.parse(text);
}

/** Labels for an object that a test creates outside of its namespace. */
export function testRunLabels(): Record<string, string> {
  return { [TEST_RUN_LABEL]: readTestRun().id };
}
