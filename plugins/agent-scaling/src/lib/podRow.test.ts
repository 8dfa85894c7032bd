import type { PodDetail } from '@suoke/plugin-agent-scaling-common';
import { pod } from '../__fixtures__/pod';
import { toPodRow, toPodRows } from './podRow';

describe('toPodRow', () => {
  it.each<[Partial<PodDetail>, string, string]>([
    [{}, 'ready', 'good'],
    [{ ready: false }, 'notReady', 'busy'],
    [{ ready: false, reason: 'CrashLoopBackOff' }, 'notReady', 'bad'],
    [{ phase: 'Pending', ready: false }, 'pending', 'busy'],
    [
      { phase: 'Pending', ready: false, reason: 'Unschedulable' },
      'pending',
      'bad',
    ],
    [{ phase: 'Failed', ready: false }, 'failed', 'bad'],
    [{ phase: 'Succeeded', ready: false }, 'finished', 'quiet'],
    [{ phase: 'Unknown', ready: false }, 'unknown', 'bad'],
    [
      { deletionAt: '2026-11-23T08:00:00Z', ready: true },
      'terminating',
      'quiet',
    ],
  ])('reads %j as %s, %s', (overrides, status, tone) => {
    expect(toPodRow(pod(overrides))).toMatchObject({ status, tone });
  });

  it('measures usage against request and limit', () => {
    const [cpu, memory] = toPodRow(pod()).usage;
    expect(cpu).toEqual({
      resource: 'cpu',
      used: 0.5,
      request: 1,
      limit: 2,
      usedPosition: 0.25,
      requestPosition: 0.5,
      ratio: 0.5,
    });
    expect(memory).toEqual({ resource: 'memory' });
  });

  it('has no usage without a sample, which is not zero usage', () => {
    const [cpu] = toPodRow(pod({ usage: undefined })).usage;
    expect(cpu.used).toBeUndefined();
    expect(cpu.ratio).toBeUndefined();
    expect(cpu.requestPosition).toBe(0.5);
  });
});

describe('toPodRows', () => {
  it('puts what is broken first', () => {
    const rows = toPodRows([
      pod({ uid: '1', name: 'x-10' }),
      pod({ uid: '2', name: 'x-9' }),
      pod({ uid: '3', name: 'x-11', ready: false, reason: 'OOMKilled' }),
      pod({ uid: '4', name: 'x-1', deletionAt: '2026-11-23T08:00:00Z' }),
    ]);
    expect(rows.map(row => row.name)).toEqual(['x-11', 'x-9', 'x-10', 'x-1']);
  });
});
