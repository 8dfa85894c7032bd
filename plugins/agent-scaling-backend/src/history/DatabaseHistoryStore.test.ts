import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  DatabaseHistoryStore,
  migrationsDirectory,
} from './DatabaseHistoryStore';
import type { RecordedSample, RecordedScaleEvent } from './types';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T00:00:00Z');
const AGENT = { cluster: 'local', namespace: 'suoke-agents', name: 'xiaoai' };
const OTHER = { ...AGENT, name: 'laoke' };
const ALL = { from: new Date(START), to: new Date(START + 1_000 * MINUTE) };

const atMinute = (minute: number) => new Date(START + minute * MINUTE);

function scaleEvent(
  minute: number,
  overrides: Partial<RecordedScaleEvent> = {},
): RecordedScaleEvent {
  return {
    agent: AGENT,
    uid: `event-${minute}`,
    version: '1',
    event: {
      at: atMinute(minute).toISOString(),
      kind: 'rescale',
      to: minute,
      reason: 'SuccessfulRescale',
      message: 'New size',
      source: 'Event',
    },
    ...overrides,
  };
}

function sample(minute: number, agent = AGENT): RecordedSample {
  return {
    agent,
    slot: START + minute * MINUTE,
    sample: {
      at: new Date(START + minute * MINUTE + 1_234).toISOString(),
      min: 2,
      current: minute,
      desired: minute,
      max: 10,
      ready: 1,
      metrics: { 'Resource:cpu': 35.5 },
      usage: { cpuCores: 0.125, memoryBytes: 34_359_738_368 },
    },
  };
}

describe.each(
  TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_15'],
  }).eachSupportedId(),
)('DatabaseHistoryStore on %s', databaseId => {
  const databases = TestDatabases.create({ ids: [databaseId] });

  async function createStore() {
    const knex = await databases.init(databaseId);
    const database = mockServices.database({ knex });
    const create = () => DatabaseHistoryStore.create({ database });
    return { knex, create, store: await create() };
  }

  it('gives back what it was given, oldest first', async () => {
    const { store } = await createStore();
    await store.addSamples([sample(2), sample(1)]);
    await store.addScaleEvents([scaleEvent(7), scaleEvent(3)]);
    await expect(store.listSamples(AGENT, ALL)).resolves.toEqual([
      sample(1).sample,
      sample(2).sample,
    ]);
    const { events, truncated } = await store.listScaleEvents(AGENT, {
      ...ALL,
      limit: 10,
    });
    expect(events).toEqual([
      { id: 'event-3:1', ...scaleEvent(3).event },
      { id: 'event-7:1', ...scaleEvent(7).event },
    ]);
    expect(truncated).toBe(false);
  });

  it('leaves out what was not known', async () => {
    const { store } = await createStore();
    await store.addSamples([
      {
        ...sample(1),
        sample: {
          at: atMinute(1).toISOString(),
          current: 0,
          desired: 1,
          ready: 0,
        },
      },
    ]);
    await store.addScaleEvents([
      scaleEvent(1, {
        event: {
          at: atMinute(1).toISOString(),
          kind: 'vpaEviction',
          source: 'Event',
        },
      }),
    ]);
    const [found] = await store.listSamples(AGENT, ALL);
    expect(found).toEqual({
      at: atMinute(1).toISOString(),
      current: 0,
      desired: 1,
      ready: 0,
    });
    const { events } = await store.listScaleEvents(AGENT, { ...ALL, limit: 1 });
    expect(events).toEqual([
      {
        id: 'event-1:1',
        at: atMinute(1).toISOString(),
        kind: 'vpaEviction',
        source: 'Event',
      },
    ]);
  });

  it('writes once what several backends write at once', async () => {
    const { store, create } = await createStore();
    const backends = [store, await create(), await create()];
    const events = Array.from({ length: 450 }, (_, index) => scaleEvent(index));
    const samples = Array.from({ length: 450 }, (_, index) => sample(index));
    await Promise.all(
      backends.flatMap(backend => [
        backend.addScaleEvents(events),
        backend.addSamples(samples),
      ]),
    );
    const listed = await store.listScaleEvents(AGENT, { ...ALL, limit: 1_000 });
    expect(listed.events).toHaveLength(450);
    await expect(store.listSamples(AGENT, ALL)).resolves.toHaveLength(450);
  });

  it('tells versions of one event apart', async () => {
    const { store } = await createStore();
    await store.addScaleEvents([
      scaleEvent(1),
      scaleEvent(1, { version: '2' }),
      scaleEvent(1, { agent: { ...AGENT, cluster: 'other' } }),
    ]);
    const { events } = await store.listScaleEvents(AGENT, { ...ALL, limit: 9 });
    expect(events.map(event => event.id)).toEqual(['event-1:1', 'event-1:2']);
  });

  it('lists one agent and one range, ends included', async () => {
    const { store } = await createStore();
    await store.addSamples([1, 2, 3, 4].map(minute => sample(minute)));
    await store.addSamples([sample(2, OTHER)]);
    const found = await store.listSamples(AGENT, {
      from: atMinute(2),
      to: atMinute(3),
    });
    expect(found.map(one => one.current)).toEqual([2, 3]);
  });

  it('keeps the newest events when there are too many, and says so', async () => {
    const { store } = await createStore();
    await store.addScaleEvents([1, 2, 3].map(minute => scaleEvent(minute)));
    const { events, truncated } = await store.listScaleEvents(AGENT, {
      ...ALL,
      limit: 2,
    });
    expect(events.map(event => event.to)).toEqual([2, 3]);
    expect(truncated).toBe(true);
  });

  it('finds the last few changes of every agent', async () => {
    const { store } = await createStore();
    await store.addScaleEvents([
      ...[1, 2, 3].map(minute => scaleEvent(minute)),
      scaleEvent(9, { agent: OTHER }),
      scaleEvent(8, {
        uid: 'eviction',
        event: { ...scaleEvent(8).event, kind: 'vpaEviction' },
      }),
    ]);
    const latest = await store.listLatestRescales({ perAgent: 2 });
    expect(latest.map(({ agent, event }) => [agent.name, event.to])).toEqual([
      ['xiaoai', 2],
      ['xiaoai', 3],
      ['laoke', 9],
    ]);
  });

  it('remembers agents that are gone', async () => {
    const { store } = await createStore();
    await expect(store.knows(AGENT)).resolves.toBe(false);
    await store.addScaleEvents([scaleEvent(1)]);
    await expect(store.knows(AGENT)).resolves.toBe(true);
    await expect(store.knows(OTHER)).resolves.toBe(false);
  });

  it('forgets what is older than it should keep', async () => {
    const { store } = await createStore();
    await store.addSamples([1, 2, 3].map(minute => sample(minute)));
    await store.addScaleEvents([1, 2, 3].map(minute => scaleEvent(minute)));
    await expect(
      store.deleteBefore({ samples: atMinute(2), scaleEvents: atMinute(3) }),
    ).resolves.toEqual({ samples: 1, scaleEvents: 2 });
    await expect(store.listSamples(AGENT, ALL)).resolves.toHaveLength(2);
  });

  it('thins out old samples to the first of each interval, whoever does it and how often', async () => {
    const { store, create } = await createStore();
    await store.addSamples(
      Array.from({ length: 30 }, (_, minute) => sample(minute)),
    );
    await store.addSamples([sample(3, OTHER)]);
    const options = { before: atMinute(22), stepMs: 5 * MINUTE };
    // Two backends at once.
    await Promise.all([
      store.thinSamples(options),
      (await create()).thinSamples(options),
    ]);
    const minutes = async (agent = AGENT) =>
      (await store.listSamples(agent, ALL)).map(one => one.current);
    const expected = [0, 5, 10, 15, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29];
    await expect(minutes()).resolves.toEqual(expected);
    await expect(minutes(OTHER)).resolves.toEqual([3]);
    await expect(store.thinSamples(options)).resolves.toBe(0);
  });

  it('goes up and down again, and up over what is there', async () => {
    const knex = await databases.init(databaseId);
    const directory = migrationsDirectory();
    const tables = async () => [
      await knex.schema.hasTable('scale_events'),
      await knex.schema.hasTable('replica_samples'),
    ];
    await knex.migrate.latest({ directory });
    await expect(tables()).resolves.toEqual([true, true]);
    await knex.migrate.rollback({ directory }, true);
    await expect(tables()).resolves.toEqual([false, false]);
    const store = await DatabaseHistoryStore.create({
      database: mockServices.database({ knex }),
    });
    await store.addScaleEvents([scaleEvent(1)]);
    await expect(store.knows(AGENT)).resolves.toBe(true);
  });

  it('leaves the schema alone when migrations are switched off', async () => {
    const knex = await databases.init(databaseId);
    await DatabaseHistoryStore.create({
      database: mockServices.database({ knex, migrations: { skip: true } }),
    });
    await expect(knex.schema.hasTable('scale_events')).resolves.toBe(false);
  });
});
