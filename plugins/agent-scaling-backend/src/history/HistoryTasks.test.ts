import { ConfigReader } from '@backstage/config';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { readAgentScalingConfig } from '../config/readAgentScalingConfig';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';
import { cleanUp } from './HistoryTasks';

const NOW = new Date('2026-11-23T08:00:00Z');
const AGENT = { cluster: 'c', namespace: 'n', name: 'a' };
const HOUR = 3_600_000;

describe('cleanUp', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('keeps recent samples whole, older ones thin, and nothing beyond the retention', async () => {
    const knex = await databases.init('SQLITE_3');
    const store = await DatabaseHistoryStore.create({
      database: mockServices.database({ knex }),
    });
    const everyHalfMinute = Array.from({ length: 30 * 120 }, (_, index) => {
      const slot = NOW.getTime() - index * 30_000;
      const at = new Date(slot).toISOString();
      return {
        agent: AGENT,
        slot,
        sample: { at, current: 1, desired: 1, ready: 1 },
      };
    });
    await store.addSamples(everyHalfMinute);
    await cleanUp({
      config: readAgentScalingConfig(new ConfigReader({})),
      store,
      logger: mockServices.logger.mock(),
      now: () => NOW,
    });
    const between = async (fromHours: number, toHours: number) =>
      (
        await store.listSamples(AGENT, {
          from: new Date(NOW.getTime() - fromHours * HOUR + 1),
          to: new Date(NOW.getTime() - toHours * HOUR),
        })
      ).length;
    await expect(between(2, 0)).resolves.toBe(240);
    await expect(between(24, 2)).resolves.toBe(22 * 12);
    await expect(between(30, 24)).resolves.toBeLessThanOrEqual(1);
  });
});
