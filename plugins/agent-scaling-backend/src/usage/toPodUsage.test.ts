import { NOW } from '../__fixtures__/builders';
import { sumUsage, toPodUsage } from './toPodUsage';

const usage = toPodUsage(
  {
    items: [
      {
        metadata: { name: 'a' },
        timestamp: '2026-11-23T07:59:45Z',
        containers: [
          { name: 'agent', usage: { cpu: '250m', memory: '1Gi' } },
          { name: 'proxy', usage: { cpu: '12345678n', memory: '10Mi' } },
        ],
      },
      { metadata: { name: 'b' }, containers: [] },
      { metadata: {} },
    ],
  },
  NOW,
);

describe('toPodUsage', () => {
  it('reads usage by pod and container', () => {
    expect([...usage.keys()]).toEqual(['a', 'b']);
    expect(usage.get('a')).toMatchObject({
      at: '2026-11-23T07:59:45Z',
      containers: { proxy: { cpu: { value: 0.012345678 } } },
    });
  });

  it('survives an empty answer', () => {
    expect(toPodUsage({}, NOW).size).toBe(0);
  });
});

describe('sumUsage', () => {
  it('adds up the pods that have a sample', () => {
    expect(sumUsage(['a', 'missing'], usage)).toEqual({
      cpuCores: 0.262345678,
      memoryBytes: 1024 ** 3 + 10 * 1024 ** 2,
    });
  });

  it('is unknown, not zero, without any sample', () => {
    expect(sumUsage(['missing'], usage)).toBeUndefined();
    expect(sumUsage([], usage)).toBeUndefined();
  });
});
