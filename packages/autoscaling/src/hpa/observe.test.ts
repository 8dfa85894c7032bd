import {
  GO_ZERO_TIME,
  observePod,
  observePodMetrics,
  parseGoDuration,
} from './observe';

it('reads what counts of a pod', () => {
  expect(
    observePod({
      metadata: { name: 'xiaoai-1', deletionTimestamp: '2026-11-23T12:00:00Z' },
      spec: {
        containers: [
          {
            name: 'agent',
            resources: { requests: { cpu: '500m', memory: '1Gi' } },
          },
          { name: 'bare' },
        ],
        initContainers: [
          { name: 'migrate', resources: { requests: { cpu: '4' } } },
          {
            name: 'proxy',
            restartPolicy: 'Always',
            resources: { requests: { cpu: 1 } },
          },
        ],
        resources: { requests: { cpu: '2' } },
      },
      status: {
        phase: 'Running',
        startTime: '2026-11-23T11:00:00Z',
        conditions: [
          {
            type: 'Ready',
            status: 'True',
            lastTransitionTime: '2026-11-23T11:00:30Z',
          },
        ],
      },
    }),
  ).toEqual({
    name: 'xiaoai-1',
    phase: 'Running',
    deletionTimestamp: Date.UTC(2026, 10, 23, 12),
    startTime: Date.UTC(2026, 10, 23, 11),
    ready: {
      status: 'True',
      lastTransitionTime: Date.UTC(2026, 10, 23, 11, 0, 30),
    },
    containers: [
      { name: 'agent', requests: { cpu: 500, memory: 1024 ** 3 * 1000 } },
      { name: 'bare', requests: {} },
      { name: 'proxy', requests: { cpu: 1000 }, restartableInit: true },
    ],
    podRequests: { cpu: 2000 },
  });
});

it('reads a pod that has only been created', () => {
  expect(observePod({ metadata: { name: 'new' } })).toEqual({
    name: 'new',
    phase: 'Pending',
    containers: [],
  });
  expect(
    observePod({
      metadata: { name: 'new' },
      status: { conditions: [{ type: 'Ready', status: 'False' }] },
    }).ready,
  ).toEqual({ status: 'False', lastTransitionTime: GO_ZERO_TIME });
  expect(new Date(GO_ZERO_TIME).toISOString()).toBe('0001-01-01T00:00:00.000Z');
});

it('reads pod metrics', () => {
  expect(
    observePodMetrics({
      metadata: { name: 'xiaoai-1' },
      timestamp: '2026-11-23T12:00:00Z',
      window: '1m0.5s',
      containers: [
        { name: 'agent', usage: { cpu: '123456789n', memory: '1Ki' } },
      ],
    }),
  ).toEqual({
    pod: 'xiaoai-1',
    timestamp: Date.UTC(2026, 10, 23, 12),
    windowMs: 60_500,
    containers: [{ name: 'agent', usage: { cpu: 124, memory: 1_024_000 } }],
  });
});

it.each([
  ['15s', 15_000],
  ['1h2m3s', 3_723_000],
  ['250ms', 250],
  ['0', 0],
])('reads the duration %s', (text, milliseconds) => {
  expect(parseGoDuration(text)).toBe(milliseconds);
});

it.each(['', '15', 's', '1 m', '1d'])('refuses the duration %j', text => {
  expect(() => parseGoDuration(text, 'window')).toThrow('window: ');
});

it('names the field of a time or quantity it cannot read', () => {
  expect(() =>
    observePod({ metadata: { name: 'a' }, status: { startTime: 'yesterday' } }),
  ).toThrow('pods[a].status.startTime: "yesterday" is not a time');
  const containers = [{ name: 'c', resources: { requests: { cpu: 'lots' } } }];
  expect(() =>
    observePod({ metadata: { name: 'a' }, spec: { containers } }),
  ).toThrow('pods[a].containers[c].requests.cpu: "lots" is not a quantity');
});
