import { scaleAmount } from './amounts';
import {
  checkpointConfidence,
  confidenceFactor,
  confidenceOf,
  recommendationConfidence,
} from './confidence';
import { ContainerSamples } from './ContainerSamples';
import { ContainerUsage } from './ContainerUsage';
import { withMargin } from './estimate';
import { recommendResources } from './recommend';
import type { ContainerResourcePolicy } from './types';

const START = Date.UTC(2026, 0, 1);
const MI = 1024 * 1024;

/** A container that used the same for a number of days, sampled every minute. */
function constantLoad(
  cores: number,
  bytes: number,
  days: number = 7,
): ContainerUsage {
  const usage = new ContainerUsage();
  const samples = new ContainerSamples(usage);
  for (let minute = 0; minute < days * 1440; minute += 1) {
    samples.addCpuSample(cores, START + minute * 60_000);
    samples.addMemorySample(bytes, START + minute * 60_000);
  }
  return usage;
}

function recommend(
  usage: ContainerUsage,
  policy?: ContainerResourcePolicy,
  more: object = {},
) {
  const spec = policy
    ? { resourcePolicy: { containerPolicies: [policy] } }
    : {};
  return recommendResources({ spec, usage: { agent: usage }, ...more });
}

describe('worked values of a constant load', () => {
  it.each([
    [0.1, 512 * MI, '126m', '628694953'],
    [0.5, 1024 * MI, '587m', '1238659775'],
    [1, 1024 * MI, '1168m', '1238659775'],
    [2, 1024 * MI, '2406m', '1238659775'],
  ])('%d cores and %d bytes: %s and %s', (cores, bytes, cpu, memory) => {
    const [recommendation] = recommend(
      constantLoad(cores, bytes, 1),
    ).containerRecommendations;
    expect(recommendation).toMatchObject({
      target: { cpu, memory },
      uncappedTarget: { cpu, memory },
    });
  });
});

it('widens the bounds while history is short, and only them', () => {
  const [halfDay, week] = [0.5, 7].map(
    days =>
      recommend(constantLoad(1, 1024 * MI, days)).containerRecommendations[0],
  );
  expect(halfDay.target).toEqual(week.target);
  // Three times at 12 hours, 1.14 times after a week.
  expect(Number.parseInt(halfDay.upperBound.cpu, 10) / 1168).toBeCloseTo(3, 1);
  expect(Number.parseInt(week.upperBound.cpu, 10) / 1168).toBeCloseTo(1.14, 2);
  expect(week.lowerBound).toEqual({ cpu: '1167m', memory: '1238305912' });
});

it('gives the minimum, spread over the containers, where nothing was seen (TestMinResourcesSplitAcrossContainers)', () => {
  const empty = new ContainerUsage();
  expect(recommend(empty).containerRecommendations[0]).toMatchObject({
    target: { cpu: '25m', memory: '262144k' },
    lowerBound: { cpu: '25m', memory: '262144k' },
  });
  const two = recommendResources({ spec: {}, usage: { a: empty, b: empty } });
  expect(two.containerRecommendations.map(({ target }) => target)).toEqual([
    { cpu: '12m', memory: '131072k' },
    { cpu: '12m', memory: '131072k' },
  ]);
  expect(() => recommend(empty, undefined, { containersPerPod: 0 })).toThrow(
    'containersPerPod',
  );
});

describe('policies', () => {
  const usage = constantLoad(1, 1024 * MI, 1);

  it('cap the target, say so and keep the uncapped one', () => {
    const { containerRecommendations, cappings } = recommend(usage, {
      containerName: 'agent',
      minAllowed: { cpu: '250m', memory: '4Gi', 'nvidia.com/gpu': '1' },
      maxAllowed: { cpu: '1', memory: '32Gi', 'nvidia.com/gpu': '4' },
    });
    expect(containerRecommendations[0]).toMatchObject({
      target: { cpu: '1', memory: '4294967296' },
      upperBound: { cpu: '1', memory: '4294967296' },
      uncappedTarget: { cpu: '1168m', memory: '1238659775' },
    });
    expect(cappings.agent).toEqual([
      { resource: 'cpu', action: 'capped to maxAllowed', from: 1168, to: 1000 },
      {
        resource: 'memory',
        action: 'capped to minAllowed',
        from: 1238659775,
        to: 4294967296,
      },
    ]);
  });

  it('take precedence over the global maximum', () => {
    const options = { globalMaxAllowed: { cpu: '500m', memory: '1Gi' } };
    const capped = (policy?: ContainerResourcePolicy) =>
      recommendResources(
        {
          spec: {
            resourcePolicy: { containerPolicies: policy ? [policy] : [] },
          },
          usage: { agent: usage },
        },
        options,
      ).containerRecommendations[0].target;
    expect(capped()).toEqual({ cpu: '500m', memory: '1073741824' });
    expect(capped({ containerName: '*', maxAllowed: { cpu: '800m' } })).toEqual(
      { cpu: '800m', memory: '1073741824' },
    );
  });

  it('choose resources and containers (TestControlledResourcesFiltered)', () => {
    const [memoryOnly] = recommend(usage, {
      containerName: '*',
      controlledResources: ['memory', 'nvidia.com/gpu'],
    }).containerRecommendations;
    expect(Object.keys(memoryOnly.target)).toEqual(['memory']);
    expect(
      recommend(usage, { containerName: 'agent', mode: 'Off' })
        .containerRecommendations,
    ).toEqual([]);
    expect(
      recommendResources({
        spec: {
          resourcePolicy: {
            containerPolicies: [
              { containerName: '*', mode: 'Off' },
              { containerName: 'agent', mode: 'Auto' },
            ],
          },
        },
        usage: { agent: usage, proxy: usage },
      }).containerRecommendations.map(({ containerName }) => containerName),
    ).toEqual(['agent']);
  });

  it('round cpu where it is asked for', () => {
    expect(
      recommend(usage, undefined, { integerCpuContainers: ['agent'] })
        .containerRecommendations[0],
    ).toMatchObject({
      target: { cpu: '2' },
      uncappedTarget: { cpu: '2' },
    });
    const rounded = recommendResources(
      { spec: {}, usage: { agent: usage } },
      { roundCpuMillicores: 50 },
    );
    expect(rounded.containerRecommendations[0].target.cpu).toBe('1200m');
  });
});

describe('confidence (TestConfidenceMultiplier)', () => {
  const nineSamples = (): ContainerUsage => {
    const usage = new ContainerUsage();
    for (let index = 0; index < 9; index += 1)
      usage.addCpuSample(1, START + index * 120_000);
    return usage;
  };

  it('is the smaller of time and samples', () => {
    expect(confidenceOf(nineSamples())).toBe(0.00625);
    expect(confidenceOf(nineSamples(), 18 * 60_000)).toBe(0.5);
    expect(confidenceOf(new ContainerUsage())).toBe(0);
  });

  it('multiplies whole amounts: 907.46 and 4.521 cores', () => {
    expect(scaleAmount(3140, confidenceFactor(0.00625, 0.1, 2))).toBe(907_460);
    expect(scaleAmount(3140, confidenceFactor(0.5, 0.1, 2))).toBe(4521);
    expect(withMargin(3140, 0.1)).toBe(3454);
  });

  it('is without end, or nothing, without history', () => {
    expect(scaleAmount(3140, confidenceFactor(0, 1, 1))).toBe(1e14);
    expect(scaleAmount(3140, confidenceFactor(0, 1, -1))).toBe(0);
  });

  it.each([
    [1 / 48, 49, 0.91],
    [0.5, 3, 0.996],
    [1, 2, 0.998],
    [7, 1.143, 1],
    [5 / 1440, 289, 0.6],
  ])(
    'after %d days multiplies the bounds by %d and %d',
    (days, upper, lower) => {
      const confidence = recommendationConfidence({
        firstSampleStart: START,
        lastSampleStart: START + days * 86_400_000,
        totalSamplesCount: Math.ceil(days * 1440),
      });
      expect(confidence.upperMultiplier).toBeCloseTo(upper, 2);
      expect(confidence.lowerMultiplier).toBeCloseTo(lower, 2);
      expect(confidence.low).toBe(days < 1);
    },
  );

  it('is read from a checkpoint', () => {
    expect(
      checkpointConfidence({
        version: 'v3',
        firstSampleStart: '2026-01-01T00:00:00Z',
        lastSampleStart: '2026-01-03T00:00:00Z',
        totalSamplesCount: 720,
      }),
    ).toMatchObject({ days: 0.5, upperMultiplier: 3, low: true });
    expect(checkpointConfidence({})).toMatchObject({
      days: 0,
      upperMultiplier: Infinity,
      lowerMultiplier: 0,
      low: true,
    });
  });
});
