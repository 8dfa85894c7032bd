import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { AgentKey } from '@suoke/plugin-agent-scaling-common';
import {
  deployment,
  event,
  hpa,
  NOW,
  rescaleEvent,
} from '../__fixtures__/builders';
import { InMemoryKubernetesCache } from '../__testing__/InMemoryKubernetesCache';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';
import { LastScales } from './LastScales';
import { ScaleEventRecorder } from './ScaleEventRecorder';

const XIAOAI = { cluster: 'local', namespace: 'suoke-agents', name: 'xiaoai' };
const DAY = {
  from: new Date(NOW.getTime() - 86_400_000),
  to: NOW,
  limit: 100,
};

describe('ScaleEventRecorder', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function setup() {
    const knex = await databases.init('SQLITE_3');
    const store = await DatabaseHistoryStore.create({
      database: mockServices.database({ knex }),
    });
    const cache = new InMemoryKubernetesCache().addCluster('local');
    const logger = mockServices.logger.mock();
    const createRecorder = () => {
      const lastScales = new LastScales();
      const recorded: AgentKey[] = [];
      const recorder = ScaleEventRecorder.create({
        cache,
        store,
        lastScales,
        isAgent: agent => agent.name === 'xiaoai',
        onRecorded: agents => recorded.push(...agents),
        logger,
        now: () => NOW,
      });
      recorder.start();
      cache.subscribe(change => recorder.apply(change));
      return { recorder, recorded, lastScales };
    };
    const events = async () =>
      (await store.listScaleEvents(XIAOAI, DAY)).events;
    return { cache, createRecorder, events, logger, store };
  }

  it('records what an autoscaler says about its target', async () => {
    const { cache, createRecorder, events } = await setup();
    const { recorder, recorded, lastScales } = createRecorder();
    cache.put('local', deployment(), hpa(), rescaleEvent(5));
    await recorder.record();
    await expect(events()).resolves.toMatchObject([{ kind: 'rescale', to: 5 }]);
    expect(recorded).toEqual([XIAOAI]);
    expect(lastScales.find(XIAOAI)).toMatchObject({ to: 5 });
    await recorder.stop();
  });

  it('writes each event once, however often it comes and whoever sees it', async () => {
    const { cache, createRecorder, events } = await setup();
    const [first, second] = [createRecorder(), createRecorder()];
    const workload = deployment();
    cache.put('local', workload, hpa());
    cache.put('local', {
      ...deployment({ replicas: 5 }),
      metadata: { ...workload.metadata, generation: 2 },
    });
    const told = rescaleEvent(5);
    cache.put('local', told, told);
    await Promise.all([first.recorder.record(), second.recorder.record()]);
    await first.recorder.record();
    const found = await events();
    expect(found.map(({ source, from, to }) => [source, from, to])).toEqual([
      ['Event', undefined, 5],
      ['Observed', 2, 5],
    ]);
    expect(second.lastScales.find(XIAOAI)?.to).toBe(5);
    await Promise.all([first.recorder.stop(), second.recorder.stop()]);
  });

  it('records an event that came before its autoscaler', async () => {
    const { cache, createRecorder, events } = await setup();
    const { recorder } = createRecorder();
    cache.put('local', rescaleEvent(5));
    await recorder.record();
    await expect(events()).resolves.toEqual([]);
    cache.put('local', hpa());
    await recorder.record();
    await expect(events()).resolves.toHaveLength(1);
    await recorder.stop();
  });

  it('records an event again when the cluster repeats it later', async () => {
    const { cache, createRecorder, events } = await setup();
    const { recorder } = createRecorder();
    const told = rescaleEvent(5);
    cache.put('local', hpa(), told);
    await recorder.record();
    cache.put('local', {
      ...told,
      metadata: { ...told.metadata, resourceVersion: '9999' },
      count: 2,
      lastTimestamp: '2026-11-23T07:59:00Z',
    });
    await recorder.record();
    await expect(events()).resolves.toHaveLength(2);
    await recorder.stop();
  });

  it('keeps what it could not write for the next pass', async () => {
    const { cache, createRecorder, events, logger, store } = await setup();
    const { recorder } = createRecorder();
    const workload = deployment();
    cache.put('local', workload, hpa(), rescaleEvent(5));
    cache.put('local', {
      ...deployment({ replicas: 5 }),
      metadata: { ...workload.metadata, generation: 2 },
    });
    jest
      .spyOn(store, 'addScaleEvents')
      .mockRejectedValueOnce(new Error('connection lost'));
    await recorder.record();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('connection lost'),
    );
    await expect(events()).resolves.toEqual([]);
    await recorder.record();
    await expect(events()).resolves.toHaveLength(2);
    await recorder.stop();
  });

  it('leaves other workloads and other events alone', async () => {
    const { cache, createRecorder, events, store } = await setup();
    const { recorder } = createRecorder();
    cache.put(
      'local',
      hpa({ name: 'web' }),
      event(
        { kind: 'HorizontalPodAutoscaler', name: 'web' },
        { reason: 'SuccessfulRescale' },
      ),
      event({ kind: 'Deployment', name: 'xiaoai' }),
    );
    await recorder.record();
    await expect(events()).resolves.toEqual([]);
    await expect(store.knows({ ...XIAOAI, name: 'web' })).resolves.toBe(false);
    await recorder.stop();
  });

  it('records an eviction by the VPA', async () => {
    const { cache, createRecorder, events } = await setup();
    const { recorder } = createRecorder();
    cache.put(
      'local',
      deployment(),
      event(
        { kind: 'Pod', name: 'xiaoai-6d4cf56db6-x7k2p' },
        { reason: 'EvictedByVPA', message: 'Pod was evicted by VPA Updater' },
      ),
    );
    await recorder.record();
    await expect(events()).resolves.toMatchObject([{ kind: 'vpaEviction' }]);
    await recorder.stop();
  });
});
