import { mockServices } from '@backstage/backend-test-utils';
import { PodUsageSampler } from './PodUsageSampler';

const PLACES = [
  { cluster: 'a', namespace: 'one' },
  { cluster: 'a', namespace: 'one' },
  { cluster: 'a', namespace: 'two' },
  { cluster: 'b', namespace: 'one' },
];
const LIST = {
  items: [
    {
      metadata: { name: 'pod' },
      containers: [{ name: 'agent', usage: { cpu: '1' } }],
    },
  ],
};

function createSampler(
  request: (cluster: string, path: string) => Promise<unknown>,
) {
  const clock = { now: new Date('2026-11-23T08:00:00Z') };
  const logger = mockServices.logger.mock();
  const sampler = PodUsageSampler.create({
    clients: ['a', 'b'].map(cluster => ({
      cluster,
      request: <T>(path: string) => request(cluster, path) as Promise<T>,
    })),
    timeoutMs: 1_000,
    logger,
    now: () => clock.now,
  });
  return { sampler, clock, logger };
}

describe('PodUsageSampler', () => {
  it('asks once per namespace and remembers', async () => {
    const asked: string[] = [];
    const { sampler } = createSampler(async (cluster, path) => {
      asked.push(`${cluster} ${path}`);
      return LIST;
    });
    expect(sampler.health('a')).toEqual({ state: 'Pending' });
    await sampler.sample(PLACES);
    expect(asked.sort()).toEqual([
      'a /apis/metrics.k8s.io/v1beta1/namespaces/one/pods',
      'a /apis/metrics.k8s.io/v1beta1/namespaces/two/pods',
      'b /apis/metrics.k8s.io/v1beta1/namespaces/one/pods',
    ]);
    expect(sampler.usageOf(PLACES[0]).get('pod')?.containers).toEqual({
      agent: { cpu: { value: 1, quantity: '1' } },
    });
    expect(sampler.health('a')).toEqual({
      state: 'Available',
      lastSampleAt: '2026-11-23T08:00:00.000Z',
    });
  });

  it('keeps clusters apart, and complains once', async () => {
    const { sampler, logger } = createSampler(async cluster => {
      if (cluster === 'a') {
        throw new Error('404');
      }
      return LIST;
    });
    await sampler.sample(PLACES);
    await sampler.sample(PLACES);
    expect(sampler.health('a')).toMatchObject({
      state: 'Unavailable',
      message: expect.stringContaining('404'),
    });
    expect(sampler.health('b').state).toBe('Available');
    expect(sampler.usageOf(PLACES[3]).size).toBe(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('does not show usage that is no longer current', async () => {
    const { sampler, clock } = createSampler(async () => LIST);
    await sampler.sample(PLACES);
    clock.now = new Date('2026-11-23T08:03:01Z');
    expect(sampler.usageOf(PLACES[0]).size).toBe(0);
  });

  it('does not ask again while an answer is awaited', async () => {
    let answer = (_: unknown) => {};
    const request = jest.fn(
      () => new Promise<unknown>(resolve => (answer = resolve)),
    );
    const { sampler } = createSampler(request);
    const place = [PLACES[3]];
    const both = Promise.all([sampler.sample(place), sampler.sample(place)]);
    answer(LIST);
    await both;
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('forgets a namespace without agents', async () => {
    const { sampler } = createSampler(async () => LIST);
    await sampler.sample(PLACES);
    await sampler.sample([PLACES[0]]);
    expect(sampler.usageOf(PLACES[2]).size).toBe(0);
  });
});
