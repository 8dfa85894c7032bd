import { ClusterObject } from '../../store/types';
import { shortDuration } from '../shortDuration';
import { formatTargets } from './hpaColumns';
import { podColumns, podStatusText } from './podColumns';

const pod = (status: object, more: object = {}): ClusterObject =>
  ({
    metadata: { name: 'p', creationTimestamp: '2026-01-01T00:00:00Z' },
    spec: { containers: [{ name: 'a' }] },
    status,
    ...more,
  } as ClusterObject);

describe('the STATUS column of pods', () => {
  const waiting = (reason: string) => ({
    name: 'a',
    state: { waiting: { reason } },
  });
  it.each([
    [pod({ phase: 'Pending' }), 'Pending'],
    [
      pod({
        phase: 'Running',
        containerStatuses: [{ name: 'a', ready: true, state: { running: {} } }],
      }),
      'Running',
    ],
    [
      pod({
        phase: 'Running',
        containerStatuses: [waiting('CrashLoopBackOff')],
      }),
      'CrashLoopBackOff',
    ],
    [
      pod({
        phase: 'Pending',
        containerStatuses: [waiting('ContainerCreating')],
      }),
      'ContainerCreating',
    ],
    [pod({ phase: 'Failed', reason: 'Evicted' }), 'Evicted'],
    [
      pod({
        phase: 'Failed',
        containerStatuses: [
          { name: 'a', state: { terminated: { exitCode: 3 } } },
        ],
      }),
      'ExitCode:3',
    ],
    [
      pod({
        phase: 'Succeeded',
        containerStatuses: [
          {
            name: 'a',
            state: { terminated: { reason: 'Completed', exitCode: 0 } },
          },
        ],
      }),
      'Completed',
    ],
    [
      pod(
        {
          phase: 'Pending',
          initContainerStatuses: [{ name: 'i', state: { running: {} } }],
        },
        {
          spec: {
            containers: [{ name: 'a' }],
            initContainers: [{ name: 'i' }],
          },
        },
      ),
      'Init:0/1',
    ],
    [
      pod({
        phase: 'Pending',
        conditions: [{ type: 'PodScheduled', reason: 'SchedulingGated' }],
      }),
      'SchedulingGated',
    ],
    [
      pod(
        { phase: 'Running' },
        { metadata: { name: 'p', deletionTimestamp: '2026-01-01T00:00:00Z' } },
      ),
      'Terminating',
    ],
  ])('%j is %s', (object, text) => {
    expect(podStatusText(object)).toBe(text);
  });

  it('stands beside the restarts and when the last one was', () => {
    const restarted = pod({
      phase: 'Running',
      containerStatuses: [
        {
          name: 'a',
          ready: true,
          restartCount: 2,
          state: { running: {} },
          lastState: { terminated: { finishedAt: '2026-01-01T00:05:00Z' } },
        },
      ],
    });
    const cells = podColumns.map(column =>
      column.cell(restarted, Date.parse('2026-01-01T00:10:00Z')),
    );
    expect(cells.slice(0, 5)).toEqual([
      'p',
      '1/1',
      'Running',
      '2 (5m ago)',
      '10m',
    ]);
  });
});

describe('the TARGETS column of HPAs', () => {
  const resource = (name: string, averageUtilization: number) => ({
    type: 'Resource',
    resource: { name, target: { type: 'Utilization', averageUtilization } },
  });
  const now = (name: string, averageUtilization: number) => ({
    type: 'Resource',
    resource: { name, current: { averageUtilization } },
  });
  const pods = { type: 'Pods', pods: { target: { averageValue: '30' } } };

  it.each([
    [[], [], '<none>'],
    [[resource('cpu', 70)], [], 'cpu: <unknown>/70%'],
    [[resource('cpu', 70)], [now('cpu', 45)], 'cpu: 45%/70%'],
    [
      [resource('cpu', 70), pods],
      [now('cpu', 45), { pods: { current: { averageValue: '12' } } }],
      'cpu: 45%/70%, 12/30',
    ],
    [
      [resource('cpu', 70), resource('memory', 80), pods],
      [now('cpu', 45)],
      'cpu: 45%/70%, memory: <unknown>/80% + 1 more...',
    ],
    [
      [{ type: 'External', external: { target: { averageValue: '5' } } }],
      [{ external: { current: { averageValue: '2500m' } } }],
      '2500m/5 (avg)',
    ],
    [
      [{ type: 'Object', object: { target: { value: '5' } } }],
      [{ object: { current: { value: '7' } } }],
      '7/5',
    ],
  ])('%#: %j', (specs, statuses, text) => {
    expect(formatTargets(specs, statuses)).toBe(text);
  });
});

describe('shortDuration', () => {
  const s = 1000;
  const m = 60 * s;
  const h = 60 * m;
  const d = 24 * h;
  it.each([
    [0, '0s'],
    [119 * s, '119s'],
    [2 * m, '2m'],
    [9 * m + 5 * s, '9m5s'],
    [10 * m + 5 * s, '10m'],
    [179 * m, '179m'],
    [3 * h + 5 * m, '3h5m'],
    [8 * h, '8h'],
    [47 * h, '47h'],
    [2 * d + 3 * h, '2d3h'],
    [8 * d + 5 * h, '8d'],
    [729 * d, '729d'],
    [2 * 365 * d + 40 * d, '2y40d'],
    [9 * 365 * d, '9y'],
    [-1 * s, '0s'],
    [-5 * s, '<invalid>'],
  ])('%d ms is %s', (ms, text) => {
    expect(shortDuration(ms)).toBe(text);
  });
});
