import { completeScaleDownRules, completeScaleUpRules } from '../hpa/defaults';
import { DEFAULT_HPA_OPTIONS } from '../hpa/options';
import { planSignal, type ReplayPlan } from './plan';

const PERIOD_MS = 15_000;
const LOAD = { at: [0, PERIOD_MS], values: [9.5, 99.5] };

/** A few passes over every kind of thing that a replay has, made as those of a real one are. */
export const IDLE_PLAN: ReplayPlan = {
  from: 0,
  to: 8 * PERIOD_MS,
  firstTick: 0,
  periodMs: PERIOD_MS,
  minReplicas: 1,
  maxReplicas: 9,
  controller: DEFAULT_HPA_OPTIONS,
  tolerances: { up: 0.1, down: 0.1 },
  behavior: {
    scaleUp: completeScaleUpRules(undefined),
    scaleDown: completeScaleDownRules(undefined, 30),
  },
  hasObjectOrExternal: false,
  metrics: [
    {
      index: 0,
      key: 'pods/load',
      name: 'pods metric load',
      kind: 'average',
      target: 10.5,
      request: 1.5,
      isCpu: false,
      signal: 0,
    },
  ],
  signals: [planSignal('pods/load', { load: LOAD }, PERIOD_MS)],
  withoutHistory: [],
  runningMs: 0,
  readyMs: 0,
  initialReplicas: 2,
  scaledToZero: true,
};
