import { agentObjects, syncedCluster } from '../__fixtures__/agents';
import { hpa, NOW } from '../__fixtures__/builders';
import { toAgentSummary } from '../agents/toAgentSummary';
import { toSamples } from './toSamples';

const options = { now: NOW, intervalMs: 30_000, usageOf: () => undefined };
const at = new Date(NOW.getTime() + 12_345);

describe('toSamples', () => {
  it('takes replicas, ready pods, metrics and usage', () => {
    const rows = [toAgentSummary(agentObjects(), NOW)];
    const usage = { cpuCores: 0.7, memoryBytes: 1_000 };
    expect(
      toSamples(rows, { ...options, now: at, usageOf: () => usage }),
    ).toEqual([
      {
        agent: { cluster: 'local', namespace: 'suoke-agents', name: 'xiaoai' },
        slot: NOW.getTime(),
        sample: {
          at: at.toISOString(),
          min: 2,
          current: 2,
          desired: 2,
          max: 10,
          ready: 2,
          metrics: { 'Resource:cpu': 35 },
          usage,
        },
      },
    ]);
  });

  it('has no value, rather than zero, for a metric without one', () => {
    const objects = agentObjects({
      hpas: [hpa({ status: { currentMetrics: null } })],
    });
    const [{ sample }] = toSamples([toAgentSummary(objects, NOW)], options);
    expect(sample.metrics).toEqual({});
    expect(sample).not.toHaveProperty('usage');
  });

  it('leaves a gap while the cluster is out of contact', () => {
    const objects = agentObjects({
      cluster: { ...syncedCluster(), problem: 'away' },
    });
    expect(toSamples([toAgentSummary(objects, NOW)], options)).toEqual([]);
  });
});
