// `npm run bench -- replay`: how long a replay over a history takes, beside the same replay pass by pass through `reconcileHpa`.
// Prints one JSON object. The load has a new value on every pass, so nothing can be skipped.
import { performance } from 'node:perf_hooks';
import { isDeepStrictEqual } from 'node:util';
import type { HpaSpec } from '../src/hpa';
import {
  replayHpa,
  type ReplayHistory,
  type ReplayResult,
} from '../src/replay';
import { referenceReplay } from '../src/replay/__testUtils__/referenceReplay';

const DAY_MS = 86_400_000;
const STEP_MS = 15_000;
const FROM = Date.UTC(2026, 9, 1);

interface Figure {
  value: number;
  unit: string;
  versus?: { name: string; value: number; ratio: number };
}

/** Of the first agent: cpu, memory and a metric of its own, with behavior in both directions. */
const spec: HpaSpec = {
  scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'xiaoai' },
  minReplicas: 2,
  maxReplicas: 10,
  metrics: [
    {
      type: 'Resource',
      resource: {
        name: 'cpu',
        target: { type: 'Utilization', averageUtilization: 70 },
      },
    },
    {
      type: 'Resource',
      resource: {
        name: 'memory',
        target: { type: 'Utilization', averageUtilization: 80 },
      },
    },
    {
      type: 'Pods',
      pods: {
        metric: { name: 'ai_inference_requests_per_second' },
        target: { type: 'AverageValue', averageValue: '30' },
      },
    },
  ],
  behavior: {
    scaleUp: {
      stabilizationWindowSeconds: 0,
      policies: [
        { type: 'Percent', value: 100, periodSeconds: 30 },
        { type: 'Pods', value: 2, periodSeconds: 60 },
      ],
    },
    scaleDown: {
      stabilizationWindowSeconds: 300,
      policies: [{ type: 'Percent', value: 25, periodSeconds: 60 }],
    },
  },
};

/** Days and nights, a shorter wave, and noise; whole thousandths of requests per second. */
function historyOf(days: number, seed: number): ReplayHistory {
  const count = (days * DAY_MS) / STEP_MS;
  const at = new Float64Array(count);
  const values = new Float64Array(count);
  let state = seed + 1;
  for (let index = 0; index < count; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const noise = state / 2 ** 32 - 0.5;
    const hours = (index * STEP_MS) / 3_600_000 + seed;
    at[index] = FROM + index * STEP_MS;
    values[index] = Math.round(
      1000 *
        (120 +
          80 * Math.sin((hours * Math.PI) / 12) +
          20 * Math.sin(hours * 5) +
          25 * noise),
    );
  }
  const load = { at, values };
  const gibibyte = 1024 ** 3 * 1000;
  return {
    from: FROM,
    to: FROM + days * DAY_MS,
    signals: {
      'pods/ai_inference_requests_per_second': { load, goal: 30_000 },
      'resource/cpu': { load, perPod: { floor: 120, share: 0.045 } },
      'resource/memory': {
        load,
        perPod: { floor: 5 * gibibyte, share: gibibyte / 30_000 },
      },
    },
    pod: {
      containers: [
        { name: 'agent', requests: { cpu: 2000, memory: 8 * gibibyte } },
      ],
    },
    startUp: { runningSeconds: 20, readySeconds: 90 },
    initialReplicas: 2,
  };
}

const MIN_RUNS = 3;

/** Median time of several runs after a warm-up, in milliseconds. */
function measure(
  histories: readonly ReplayHistory[],
  runs: number,
): { value: number; results: ReplayResult[] } {
  const times: number[] = [];
  let results: ReplayResult[] = [];
  for (let run = 0; run < Math.max(runs, MIN_RUNS); run += 1) {
    global.gc?.();
    const startedAt = performance.now();
    results = histories.map(history => replayHpa(spec, history));
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  return { value: times[Math.floor(times.length / 2)], results };
}

const round = (value: number) => Math.round(value * 100) / 100;

function main() {
  const fleet = (days: number, agents: number) =>
    Array.from({ length: agents }, (_, seed) => historyOf(days, seed));
  const figures: Record<string, Figure> = {};
  const add = (name: string, histories: ReplayHistory[], runs: number) => {
    const { value, results } = measure(histories, runs);
    figures[name] = { value: round(value), unit: 'ms' };
    return results;
  };

  const month = fleet(30, 1);
  measure(month, 5);
  add('days1_agents1_ms', fleet(1, 1), 51);
  const [monthResult] = add('days30_agents1_ms', month, 15);

  const startedAt = performance.now();
  const reference = referenceReplay(spec, month[0]);
  const referenceMs = performance.now() - startedAt;
  if (!isDeepStrictEqual(reference.decisions, monthResult.decisions))
    throw new Error('The replay decided otherwise than reconcileHpa');
  const { value } = figures.days30_agents1_ms;
  figures.days30_agents1_ms.versus = {
    name: 'reconcileHpa per tick',
    value: round(referenceMs),
    ratio: Math.round((value / referenceMs) * 10_000) / 10_000,
  };

  add('days365_agents1_ms', fleet(365, 1), 5);
  add('days1_agents100_ms', fleet(1, 100), 7);
  add('days1_agents500_ms', fleet(1, 500), 5);
  // The same few histories again and again: a hundred months of load would be half a gigabyte.
  const months = fleet(30, 4);
  add(
    'days30_agents100_ms',
    Array.from({ length: 100 }, (_, index) => months[index % months.length]),
    3,
  );
  figures.decisions_in_30_days = {
    value: monthResult.decisions.length,
    unit: 'decisions',
  };
  process.stdout.write(
    `${JSON.stringify({ name: 'replay', figures }, undefined, 2)}\n`,
  );
}

main();
