import type { VpaSpec } from '../types';
import { decideUpdates } from './decideUpdates';
import type { UpdaterObservation, UpdaterPod } from './types';

const NOW = Date.UTC(2026, 10, 23, 12);
const HOUR_MS = 3_600_000;

/** A running pod that started 13 hours ago and requests one core too little. */
function pod(name: string, overrides: Partial<UpdaterPod> = {}): UpdaterPod {
  return {
    name,
    phase: 'Running',
    startTime: NOW - 13 * HOUR_MS,
    containers: [{ name: 'agent', requests: { cpu: '4' } }],
    ...overrides,
  };
}

/** Four pods, of which the updater may take two; everything is in order. */
function observation(
  overrides: Partial<UpdaterObservation> = {},
  spec: Partial<VpaSpec> = {},
): UpdaterObservation {
  return {
    now: NOW,
    vpa: {
      spec: { targetRef: { kind: 'Deployment', name: 'xiaoai' }, ...spec },
      containerRecommendations: [
        {
          containerName: 'agent',
          target: { cpu: '5' },
          lowerBound: { cpu: '1' },
          upperBound: { cpu: '6' },
          uncappedTarget: { cpu: '5' },
        },
      ],
    },
    pods: ['a', 'b', 'c', 'd'].map(name => pod(name)),
    configuredReplicas: 4,
    admissionLeaseRenewedAt: NOW - 10_000,
    ...overrides,
  };
}

function actions(input: UpdaterObservation, options = {}): string[] {
  return decideUpdates(input, options).map(
    update => `${update.pod}: ${update.action} ${update.reason}`,
  );
}

it('evicts as many as the tolerance allows, the most urgent first', () => {
  const pods = ['2', '1', '8', '4'].map((cpu, index) =>
    pod('abcd'[index], { containers: [{ name: 'agent', requests: { cpu } }] }),
  );
  expect(actions(observation({ pods }))).toEqual([
    'b: evict DiffersAfterLifetime',
    'a: evict DiffersAfterLifetime',
    'd: none EvictionTolerance',
    'c: none EvictionTolerance',
  ]);
});

describe('candidates', () => {
  const only = (overrides: Partial<UpdaterPod>, options = {}, spec = {}) =>
    actions(
      observation({ pods: [pod('a', overrides)], configuredReplicas: 1 }, spec),
      { minReplicas: 1, ...options },
    )[0];
  const requests = (cpu: string) => ({
    containers: [{ name: 'agent', requests: { cpu } }],
  });
  const oom = (minutes: number, cpu: string = '4') => ({
    startTime: NOW - 11 * HOUR_MS,
    containers: [
      {
        name: 'agent',
        requests: { cpu },
        lastTermination: {
          reason: 'OOMKilled',
          startedAt: NOW - (minutes + 3) * 60_000,
          finishedAt: NOW - 180_000,
        },
      },
    ],
  });

  it.each([
    ['TestUpdateNotRequired', requests('5'), {}, 'none DifferenceTooSmall'],
    [
      'TestUpdateLonglivedPods, below the threshold',
      requests('4'),
      { minChange: 0.5 },
      'none DifferenceTooSmall',
    ],
    [
      'TestUpdateLonglivedPods, above it',
      requests('1'),
      { minChange: 0.5 },
      'evict DiffersAfterLifetime',
    ],
    [
      'TestUpdateLonglivedPods, outside',
      requests('8'),
      { minChange: 0.5 },
      'evict OutsideRecommendedRange',
    ],
    [
      'TestUpdateShortlivedPods, inside',
      { ...requests('4'), startTime: NOW - 11 * HOUR_MS },
      {},
      'none ShortLived',
    ],
    [
      'TestUpdateShortlivedPods, outside',
      { ...requests('10'), startTime: NOW - 11 * HOUR_MS },
      {},
      'evict OutsideRecommendedRange',
    ],
    [
      'a difference of exactly the threshold',
      requests('4'),
      { minChange: 0.25 },
      'evict DiffersAfterLifetime',
    ],
    ['no start time', { startTime: undefined }, {}, 'none NoStartTime'],
    ['TestUpdatePodWithQuickOOM', oom(2), { minChange: 0.5 }, 'evict QuickOOM'],
    [
      'TestDontUpdatePodWithQuickOOMNoResourceChange',
      oom(2, '5'),
      {},
      'none ResourcesWouldNotChange',
    ],
    [
      'TestDontUpdatePodWithOOMAfterLongRun',
      oom(57),
      { minChange: 0.5 },
      'none ShortLived',
    ],
    [
      'TestQuickOOM_VpaObservedContainers',
      { ...oom(2), observedContainers: [] },
      {},
      'none ShortLived',
    ],
  ])('%s', (_, overrides, options, expected) => {
    expect(only(overrides, options)).toBe(`a: ${expected}`);
  });

  it('leave out containers whose mode is Off (TestQuickOOM_ContainerResourcePolicy)', () => {
    const off = {
      resourcePolicy: {
        containerPolicies: [{ containerName: 'agent', mode: 'Off' }],
      },
    };
    expect(only(oom(2), {}, off)).toBe('a: none ShortLived');
  });
});

describe('gates', () => {
  it.each([
    [
      'mode Off',
      observation({}, { updatePolicy: { updateMode: 'Off' } }),
      'ModeDoesNotUpdate',
    ],
    [
      'mode Initial',
      observation({}, { updatePolicy: { updateMode: 'Initial' } }),
      'ModeDoesNotUpdate',
    ],
    [
      'no recommendation',
      observation({
        vpa: {
          spec: { targetRef: { kind: 'a', name: 'b' } },
          containerRecommendations: [],
        },
      }),
      'NoRecommendation',
    ],
    [
      'a stale lease',
      observation({ admissionLeaseRenewedAt: NOW - 61_000 }),
      'AdmissionControllerDown',
    ],
    [
      'no lease',
      observation({ admissionLeaseRenewedAt: undefined }),
      'AdmissionControllerDown',
    ],
    [
      'one replica',
      observation({ pods: [pod('a')], configuredReplicas: 1 }),
      'TooFewReplicas',
    ],
    [
      "the VPA's own minimum",
      observation({}, { updatePolicy: { minReplicas: 5 } }),
      'TooFewReplicas',
    ],
  ])('%s', (_, input, reason) => {
    expect(decideUpdates(input).map(update => update.reason)).toEqual(
      input.pods.map(() => reason),
    );
  });

  it('the VPA may allow a single replica, which goes while it is there', () => {
    const spec = { updatePolicy: { minReplicas: 1 } };
    expect(
      actions(observation({ pods: [pod('a')], configuredReplicas: 1 }, spec)),
    ).toEqual(['a: evict DiffersAfterLifetime']);
    expect(
      actions(observation({ pods: [pod('a')], configuredReplicas: 2 }, spec), {
        evictionTolerance: 0.4,
      }),
    ).toEqual(['a: none EvictionTolerance']);
  });

  it('the disruption budget stops evictions but no pending pod and no resize', () => {
    const pods = [pod('a', { phase: 'Pending' }), pod('b'), pod('c'), pod('d')];
    expect(actions(observation({ pods, disruptionsAllowed: 0 }))).toEqual([
      'a: evict DiffersAfterLifetime',
      'b: none PodDisruptionBudget',
      'c: none PodDisruptionBudget',
      'd: none PodDisruptionBudget',
    ]);
    const inPlace = observation(
      { disruptionsAllowed: 0 },
      { updatePolicy: { updateMode: 'InPlace' } },
    );
    expect(actions(inPlace).slice(0, 2)).toEqual([
      'a: resize DiffersAfterLifetime',
      'b: resize DiffersAfterLifetime',
    ]);
  });
});

describe('in place', () => {
  const first = (updateMode: string, overrides: Partial<UpdaterPod>) =>
    decideUpdates(
      observation(
        { pods: [pod('a', overrides), pod('b')], configuredReplicas: 2 },
        { updatePolicy: { updateMode } },
      ),
    ).find(update => update.pod === 'a');
  const resize = (
    state: 'Deferred' | 'Infeasible' | 'InProgress',
    minutes: number,
  ) => ({
    resize: { state, since: NOW - minutes * 60_000 },
  });

  it.each([
    ['InPlaceOrRecreate', {}, 'resize'],
    ['InPlaceOrRecreate', resize('Deferred', 4), 'ResizePending'],
    ['InPlaceOrRecreate', resize('Deferred', 6), 'evict'],
    ['InPlaceOrRecreate', resize('InProgress', 59), 'ResizePending'],
    ['InPlaceOrRecreate', resize('InProgress', 61), 'evict'],
    ['InPlaceOrRecreate', resize('Infeasible', 0), 'evict'],
    ['InPlaceOrRecreate', { qosWouldChange: true }, 'evict'],
    ['InPlace', resize('Deferred', 600), 'ResizePending'],
    ['InPlace', resize('Infeasible', 600), 'ResizeInfeasible'],
    ['InPlace', { qosWouldChange: true }, 'ResizeInfeasible'],
    ['Auto', resize('Deferred', 0), 'evict'],
  ] as [string, Partial<UpdaterPod>, string][])(
    '%s with %j: %s',
    (mode, overrides, expected) => {
      const update = first(mode, overrides);
      expect(update?.action === 'none' ? update.reason : update?.action).toBe(
        expected,
      );
    },
  );
});
