import { NOW, pod } from './__testUtils__/builders';
import { groupPods } from './groupPods';
import { DEFAULT_HPA_OPTIONS } from './options';
import type { PodObservation } from './types';

const SECOND_MS = 1000;

/** Group of one pod whose sample covers the last 15 seconds. */
function groupOf(
  overrides: Partial<PodObservation>,
  options: Partial<typeof DEFAULT_HPA_OPTIONS.features> = {},
  resource: string = 'cpu',
): string {
  const samples = new Map([
    ['a', { value: 1, timestamp: NOW, windowMs: 15 * SECOND_MS }],
  ]);
  const { readyCount, ...groups } = groupPods(
    [pod('a', overrides)],
    samples,
    resource,
    NOW,
    {
      ...DEFAULT_HPA_OPTIONS,
      features: { ...DEFAULT_HPA_OPTIONS.features, ...options },
    },
  );
  if (readyCount === 1) return 'ready';
  return Object.entries(groups).find(([, names]) => names.length > 0)![0];
}

/** Times in seconds before now. */
function times(
  started: number,
  changed: number,
  status: string = 'True',
): Partial<PodObservation> {
  return {
    startTime: NOW - started * SECOND_MS,
    ready: { status, lastTransitionTime: NOW - changed * SECOND_MS },
  };
}

it.each([
  // During the first 300 seconds a whole window since readiness is needed.
  ['a whole window since ready', times(299, 15), 'ready'],
  ['less than a window since ready', times(299, 14), 'unready'],
  ['not ready while starting', times(299, 200, 'False'), 'unready'],
  // Exactly at its end the period is over.
  ['at the end of the period', times(300, 1), 'ready'],
  // Later, only a pod that has never been ready is left out: no change more than 30 seconds after its start.
  ['never ready', times(600, 571, 'False'), 'unready'],
  ['ready once', times(600, 570, 'False'), 'ready'],
  ['readiness unknown', times(600, 590, 'Unknown'), 'ready'],
  ['no condition', { ready: undefined }, 'unready'],
  ['not started', { startTime: undefined }, 'unready'],
  ['pending', { phase: 'Pending' }, 'unready'],
  ['failed', { phase: 'Failed' }, 'ignored'],
  ['being deleted', { deletionTimestamp: NOW }, 'ignored'],
  ['completed', { phase: 'Succeeded' }, 'ready'],
])('%s', (_, overrides, group) => {
  expect(groupOf(overrides)).toBe(group);
});

it('ignores completed pods as the newest controllers do', () => {
  expect(groupOf({ phase: 'Succeeded' }, { ignoredPhases: 'terminal' })).toBe(
    'ignored',
  );
});

it('has no warm-up for memory', () => {
  expect(groupOf(times(10, 5, 'False'), {}, 'memory')).toBe('ready');
});
