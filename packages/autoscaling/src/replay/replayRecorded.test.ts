import type { HpaSpec } from '../hpa/types';
import {
  FROM,
  history,
  load,
  MINUTE_MS,
  rps,
  rpsSpec,
} from './__testUtils__/builders';
import type { ReplicaChange } from './agreement';
import { historyOfRecordedPods } from './historyOfRecordedPods';
import { replayHpa } from './replayHpa';
import {
  replayRecorded,
  type RecordedHistory,
  type RecordedPod,
} from './replayRecorded';

/** Each sample is seen by the pass that follows. */
const seen = { lagSeconds: 15 };

const READY_MS = 45_000;
const RUNNING_MS = 10_000;
const FLOOR = 150;
const SHARE = 0.04;

const spec: HpaSpec = rpsSpec({
  metrics: [
    rps('10'),
    {
      type: 'Resource',
      resource: {
        name: 'cpu',
        target: { type: 'Utilization', averageUtilization: 60 },
      },
    },
  ],
});

const rpsLoad = load(
  [20, 5.1],
  [26, 4],
  [60, 5.1],
  [33, 15.1],
  [50, 3],
  [90, 5.1],
  [20, 22.5],
);

/** A controller with known behaviour on pods with a known model. */
const world = history({
  signals: {
    'pods/rps': { load: rpsLoad, windowSeconds: 0 },
    'resource/cpu': {
      load: rpsLoad,
      perPod: { floor: FLOOR, share: SHARE },
      windowSeconds: 15,
    },
  },
  startUp: { runningSeconds: RUNNING_MS / 1000, readySeconds: READY_MS / 1000 },
});
const truth = replayHpa(spec, world);

/** What a scraper that looks every 15 s would have recorded of that. */
function scrape(): RecordedHistory {
  const lives: { createdAt: number; deletedAt?: number }[] = [
    { createdAt: FROM - 3_600_000 },
    { createdAt: FROM - 3_600_000 },
  ];
  for (const { at, from, to } of truth.decisions) {
    for (let count = from; count < to; count += 1)
      lives.push({ createdAt: at });
    const alive = lives.filter(({ deletedAt }) => deletedAt === undefined);
    for (const life of alive.slice(to)) life.deletedAt = at;
  }
  const serves = (life: (typeof lives)[number], now: number) =>
    life.createdAt + READY_MS <= now && now <= (life.deletedAt ?? Infinity);
  const loadAt = (now: number) => {
    const index = rpsLoad.at.findLastIndex(at => at <= now);
    return rpsLoad.values[index];
  };
  const pods = lives.map((life, index): RecordedPod => {
    const record = (afterMs: number, valueOf: (shared: number) => number) => {
      const at: number[] = [];
      const values: number[] = [];
      for (let now = FROM - MINUTE_MS; now < world.to; now += 15_000) {
        const isThere = now <= (life.deletedAt ?? Infinity);
        if (isThere && life.createdAt + RUNNING_MS + afterMs <= now) {
          const serving = lives.filter(other => serves(other, now)).length;
          at.push(now);
          values.push(
            Math.round(valueOf(serves(life, now) ? loadAt(now) / serving : 0)),
          );
        }
      }
      return { at, values };
    };
    return {
      name: `pod-${index}`,
      containers: world.pod.containers,
      createdAt: life.createdAt,
      runningAt: life.createdAt + RUNNING_MS,
      readiness: [{ at: life.createdAt + READY_MS, ready: true }],
      ...(life.deletedAt !== undefined && { deletedAt: life.deletedAt }),
      samples: {
        'pods/rps': {
          ...record(0, shared => shared),
          windowSeconds: 0,
          ...seen,
        },
        'resource/cpu': {
          ...record(15_000, shared => FLOOR + SHARE * shared),
          ...seen,
        },
      },
    };
  });
  return { from: FROM, to: world.to, pods };
}

const recorded = scrape();
const replicas = {
  at: truth.timeline.map(({ from }) => from),
  replicas: truth.timeline.map(({ replicas: count }) => count),
};

it('reproduces what a controller did from what was seen of its pods', () => {
  expect(truth.decisions.length).toBeGreaterThan(4);
  const { agreement, decided } = replayRecorded(spec, recorded, replicas);
  expect(agreement.total).toBe(truth.decisions.length);
  expect(agreement.best).toMatchObject({
    phaseSeconds: 0,
    reproduced: agreement.total,
    extra: 0,
  });
  const changes = (list: readonly ReplicaChange[]) =>
    list.map(({ at, from, to }) => ({ at, from, to }));
  expect(changes(decided)).toEqual(changes(truth.decisions));
  const other = replayRecorded({ ...spec, maxReplicas: 3 }, recorded, replicas);
  expect(other.agreement.best.reproduced).toBeLessThan(agreement.total);
});

it('blocks on a pod without a sample, as the controller does', () => {
  const silent = {
    ...recorded,
    pods: recorded.pods.map(pod => ({ ...pod, samples: {} })),
  };
  expect(
    replayRecorded(spec, silent, replicas).decided.every(
      ({ from }) => from > 10,
    ),
  ).toBe(true);
});

it('finds start-up, floor and share again', () => {
  const {
    history: derived,
    models,
    startsSeen,
  } = historyOfRecordedPods(recorded, {
    initialReplicas: 2,
    loadKey: 'pods/rps',
  });
  expect(startsSeen).toBeGreaterThan(5);
  expect(derived.startUp).toEqual({ runningSeconds: 10, readySeconds: 45 });
  const model = models['resource/cpu'];
  expect(model).toMatchObject({ identified: true });
  if (!model.identified) return;
  expect(model.floor).toBeCloseTo(FLOOR, -1);
  expect(model.share).toBeCloseTo(SHARE, 2);
  const again = replayHpa(spec, derived);
  expect(again.replicaHours / truth.replicaHours).toBeCloseTo(1, 1);
});

it('shares all usage when there is no load to explain it', () => {
  const { history: derived, models } = historyOfRecordedPods(recorded, {
    initialReplicas: 2,
  });
  expect(models).toEqual({});
  expect(derived.signals['resource/cpu'].perPod).toBeUndefined();
});

it.each([
  [
    () =>
      historyOfRecordedPods({ ...recorded, pods: [] }, { initialReplicas: 2 }),
    'recorded.pods',
  ],
  [
    () =>
      historyOfRecordedPods(recorded, {
        initialReplicas: 2,
        loadKey: 'pods/x',
      }),
    'options.loadKey',
  ],
  [
    () => replayRecorded(spec, { ...recorded, to: FROM }, replicas),
    'recorded.to',
  ],
  [
    () =>
      replayRecorded(
        spec,
        { ...recorded, pods: [{ ...recorded.pods[0], deletedAt: NaN }] },
        replicas,
      ),
    'recorded.pods[pod-0].deletedAt',
  ],
])('names the field that it cannot compute with (%#)', (compute, field) => {
  expect(compute).toThrow(
    expect.objectContaining({ name: 'AutoscalingInputError', field }),
  );
});

it('reads totals of Object and External metrics', () => {
  const external: HpaSpec = rpsSpec({
    metrics: [
      {
        type: 'External',
        external: {
          metric: { name: 'queue' },
          target: { type: 'AverageValue', averageValue: '10' },
        },
      },
    ],
  });
  const { decided } = replayRecorded(
    external,
    { ...recorded, totals: { 'external/queue': load([35, 60]) } },
    { at: [FROM], replicas: [2] },
    { phases: 1 },
  );
  expect(decided[0]).toEqual({ at: FROM, from: 2, to: 4 });
  expect(decided.at(-1)).toEqual({
    at: FROM + 59.75 * MINUTE_MS,
    from: 2,
    to: 4,
  });
});
