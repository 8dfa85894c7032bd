import { ManualClock } from '../../clock/ManualClock';
import { agentDeployment } from '../../__testUtils__/fixtures';
import { TestCluster } from '../../__testUtils__/TestCluster';
import { createClusterApi } from '../../registry/createClusterApi';
import { EventRecorder } from './EventRecorder';
import { formatSelector, matchesSelector, parseSelector } from './selectors';
import { parseQuantity } from './quantity';
import { resources } from './resources';
import { WorkQueue } from './WorkQueue';

describe('EventRecorder', () => {
  function setUp() {
    const clock = new ManualClock({ start: Date.UTC(2026, 10, 23) });
    const cluster = createClusterApi({ clock });
    const recorder = new EventRecorder({ cluster, clock });
    const subject = cluster.get(resources.namespaces, { name: 'default' })!;
    const events = () => cluster.list(resources.events, {});
    const say = (message: string) =>
      recorder.record(subject, {
        component: 'tester',
        type: 'Warning',
        reason: 'Tested',
        message,
      });
    return { clock, cluster, recorder, subject, events, say };
  }

  it('counts what is said again instead of writing it again', () => {
    const { clock, events, say } = setUp();
    say('same');
    clock.advance(5_000);
    say('same');
    expect(events()).toHaveLength(1);
    expect(events()[0]).toMatchObject({
      count: 2,
      firstTimestamp: '2026-11-23T00:00:00Z',
      lastTimestamp: '2026-11-23T00:00:05Z',
      source: { component: 'tester' },
      involvedObject: { kind: 'Namespace', name: 'default' },
    });
  });

  it('combines more than ten different messages of one kind', () => {
    const { events, say } = setUp();
    for (let index = 0; index < 14; index++) say(`message ${index}`);
    const combined = events().filter(event =>
      String(event.message).startsWith('(combined from similar events): '),
    );
    expect(events()).toHaveLength(11);
    expect(combined).toHaveLength(1);
    expect(combined[0].count).toBe(4);
  });

  it('lets one object have 25 events at once, then one every five minutes', () => {
    const { clock, events, say } = setUp();
    for (let index = 0; index < 40; index++) say('same');
    expect(events()[0].count).toBe(25);
    clock.advance(300_000);
    say('same');
    say('same');
    expect(events()[0].count).toBe(26);
  });

  it('writes scheduler events in the newer form', () => {
    const { events, recorder, subject } = setUp();
    const note = {
      component: 'default-scheduler',
      action: 'Scheduling',
      type: 'Warning' as const,
      reason: 'FailedScheduling',
      message: 'no room',
    };
    recorder.recordSeries(subject, note);
    recorder.recordSeries(subject, note);
    expect(events()).toHaveLength(1);
    expect(events()[0]).toMatchObject({
      eventTime: '2026-11-23T00:00:00.000000Z',
      reportingComponent: 'default-scheduler',
      series: { count: 2 },
    });
  });
});

describe('event expiry', () => {
  it('deletes events an hour after they were last written', () => {
    const test = TestCluster.create();
    test.apply(agentDeployment({ replicas: 1 }));
    test.advance(60);
    expect(test.messages('SuccessfulCreate')).toHaveLength(1);
    test.advance(3500);
    expect(test.messages('SuccessfulCreate')).toHaveLength(1);
    test.advance(120);
    expect(test.messages('SuccessfulCreate')).toHaveLength(0);
  });
});

describe('WorkQueue', () => {
  it('runs a key once however often it was added, and retries with growing delay', () => {
    const clock = new ManualClock({ start: 0 });
    const runs: number[] = [];
    const queue = new WorkQueue({
      clock,
      reconcile: () => {
        runs.push(clock.now());
        if (runs.length < 4) throw new Error('not yet');
      },
      onError: () => {},
    });
    queue.add('a');
    queue.add('a');
    clock.advance(10_000);
    expect(runs).toEqual([0, 500, 1500, 3500]);
  });

  it('gives up for a while on a key that changes its own input without end', () => {
    const clock = new ManualClock({ start: 0 });
    const errors: string[] = [];
    let runs = 0;
    const queue: WorkQueue = new WorkQueue({
      clock,
      reconcile: key => {
        runs += 1;
        queue.add(key);
      },
      onError: (key, error) => errors.push(`${key}: ${error}`),
    });
    queue.add('a');
    clock.advance(1_000);
    expect(runs).toBe(200);
    expect(errors).toEqual(['a: Error: changes its own input without end']);
  });
});

describe('selectors', () => {
  const selector = {
    matchLabels: { app: 'nova' },
    matchExpressions: [
      { key: 'tier', operator: 'In', values: ['a', 'b'] },
      { key: 'old', operator: 'DoesNotExist' },
    ],
  };

  it('have a text form that means the same', () => {
    const text = formatSelector(selector);
    expect(text).toBe('!old,app=nova,tier in (a,b)');
    for (const [labels, isMatch] of [
      [{ app: 'nova', tier: 'b' }, true],
      [{ app: 'nova', tier: 'c' }, false],
      [{ app: 'nova', tier: 'a', old: '' }, false],
    ] as const) {
      expect(matchesSelector(selector, labels)).toBe(isMatch);
      expect(matchesSelector(parseSelector(text), labels)).toBe(isMatch);
    }
  });
});

describe('parseQuantity', () => {
  it.each([
    ['500m', 0.5],
    ['2', 2],
    ['4Gi', 4 * 2 ** 30],
    ['1e3', 1000],
    ['250n', 2.5e-7],
    [3, 3],
  ])('%s is %d', (text, value) =>
    expect(parseQuantity(text)).toBeCloseTo(value, 12),
  );

  it('quotes what it cannot read', () => {
    expect(() => parseQuantity('lots')).toThrow(
      '"lots" is not a Kubernetes quantity such as 500m, 2 or 4Gi',
    );
  });
});
