import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readAgentScalingConfig } from './readAgentScalingConfig';

const read = (agentScaling?: JsonObject) =>
  readAgentScalingConfig(
    new ConfigReader(agentScaling ? { agentScaling } : {}),
  );

describe('readAgentScalingConfig', () => {
  it('has defaults for everything', () => {
    expect(read()).toEqual({
      selector: {
        labels: [
          { key: 'ai.suoke.life/agent', operator: 'Exists', values: [] },
          {
            key: 'app.kubernetes.io/component',
            operator: 'In',
            values: ['agent'],
          },
        ],
        autoscaledEntities: true,
      },
      resyncMs: 600_000,
      samples: {
        intervalMs: 30_000,
        thinAfterMs: 7_200_000,
        thinToMs: 300_000,
      },
      usage: { timeoutMs: 10_000 },
      retention: { samplesMs: 86_400_000, scaleEventsMs: 2_592_000_000 },
    });
  });

  it('reads every key', () => {
    expect(
      read({
        selector: {
          labels: 'team in (ai,ml)',
          autoscaledEntities: false,
          namespaces: ['agents'],
        },
        resync: '2m',
        samples: {
          interval: { seconds: 15 },
          thinAfter: { hours: 1 },
          thinTo: { minutes: 1 },
          usage: { timeout: { seconds: 5 } },
        },
        retention: { samples: { days: 2 }, scaleEvents: { days: 90 } },
      }),
    ).toEqual({
      selector: {
        labels: [{ key: 'team', operator: 'In', values: ['ai', 'ml'] }],
        autoscaledEntities: false,
      },
      namespaces: ['agents'],
      resyncMs: 120_000,
      samples: { intervalMs: 15_000, thinAfterMs: 3_600_000, thinToMs: 60_000 },
      usage: { timeoutMs: 5_000 },
      retention: { samplesMs: 172_800_000, scaleEventsMs: 7_776_000_000 },
    });
  });

  it('turns usage off', () => {
    expect(read({ samples: { usage: { enabled: false } } }).usage).toBe(
      undefined,
    );
  });

  it('watches all namespaces when none is named', () => {
    expect(read({ selector: { namespaces: [] } }).namespaces).toBeUndefined();
  });

  it.each<[string, JsonObject]>([
    ['agentScaling.selector.labels', { selector: { labels: 'a=(b' } }],
    [
      "agentScaling.selector.namespaces: 'Agents'",
      { selector: { namespaces: ['Agents'] } },
    ],
    ['agentScaling.resync is 1 seconds', { resync: { seconds: 1 } }],
    ['agentScaling.resync is not a duration', { resync: 'often' }],
    [
      'agentScaling.samples.interval is 3600 seconds; it must be between 5 and 600',
      { samples: { interval: { hours: 1 } } },
    ],
    [
      'agentScaling.samples.thinTo (5000 ms) is shorter than agentScaling.samples.interval',
      { samples: { thinTo: { seconds: 5 } } },
    ],
    [
      'agentScaling.retention.scaleEvents',
      { retention: { scaleEvents: { minutes: 1 } } },
    ],
  ])('refuses what cannot work: %s', (message, config) => {
    expect(() => read(config)).toThrow(message);
  });
});
