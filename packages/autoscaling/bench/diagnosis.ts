// `npm run bench -- diagnosis`: how long it takes to look for every fault in a fleet of agents. Prints one JSON object.
import { performance } from 'node:perf_hooks';
import {
  healthySnapshot,
  NOW,
} from '../src/diagnosis/__testUtils__/healthySnapshot';
import { FAULTS } from '../src/diagnosis/__testUtils__/faults';
import { diagnose } from '../src/diagnosis/diagnose';
import { DIAGNOSIS_RULES } from '../src/diagnosis/rules';
import type { AgentSnapshot } from '../src/diagnosis/snapshot/AgentSnapshot';

const LARGEST = 500;
const REPEATS = 7;
/** Four of five agents are healthy. */
const FAULTY_EVERY = 5;

/** Agents with a week of samples each; the faulty ones have one fault each, all of the catalogue in turn. */
function fleet(): AgentSnapshot[] {
  return Array.from({ length: LARGEST }, (_, index) => {
    const snapshot = healthySnapshot();
    if (index % FAULTY_EVERY === 0) {
      FAULTS[(index / FAULTY_EVERY) % FAULTS.length].change(snapshot);
    }
    return snapshot;
  });
}

/** Median milliseconds of a diagnosis of so many agents. */
function measure(agents: readonly AgentSnapshot[]): number {
  const times = Array.from({ length: REPEATS }, () => {
    globalThis.gc?.();
    const startedAt = performance.now();
    for (const agent of agents) {
      diagnose(agent, { now: NOW, kubernetesVersion: 'v1.36.0' });
    }
    return performance.now() - startedAt;
  });
  return times.sort((a, b) => a - b)[Math.floor(REPEATS / 2)];
}

const agents = fleet();
const milliseconds = (count: number) => ({
  value: Number(measure(agents.slice(0, count)).toFixed(2)),
  unit: 'ms',
});

// The whole fleet first: the compiler has then seen every rule.
const figures = {
  agents500_ms: milliseconds(500),
  agents100_ms: milliseconds(100),
  agents1_ms: milliseconds(1),
  rules: { value: DIAGNOSIS_RULES.length, unit: 'count' },
};
process.stdout.write(`${JSON.stringify({ name: 'diagnosis', figures })}\n`);
