import type { ContainerRecommendation } from '../types';
import { compareUpdatePriority, updatePriority } from './priority';
import type { UpdaterContainer } from './types';

type Amounts = Record<string, string>;

function recommendation(
  target: Amounts,
  bounds: { lower?: Amounts; upper?: Amounts } = {},
  containerName: string = 'a',
): ContainerRecommendation {
  return {
    containerName,
    target,
    lowerBound: bounds.lower ?? {},
    upperBound: bounds.upper ?? {},
    uncappedTarget: target,
  };
}

function priority(
  containers: Amounts[],
  recommendations: ContainerRecommendation[],
  observedContainers?: string[],
) {
  const named: UpdaterContainer[] = containers.map((requests, index) => ({
    name: 'ab'[index],
    requests,
  }));
  return updatePriority(
    { name: 'pod', phase: 'Running', containers: named, observedContainers },
    recommendations,
  );
}

describe('TestGetUpdatePriority', () => {
  it.each([
    [
      'simple scale up',
      [{ cpu: '2' }],
      [recommendation({ cpu: '10' })],
      false,
      4,
      true,
    ],
    [
      'simple scale down',
      [{ cpu: '4' }],
      [recommendation({ cpu: '2' })],
      false,
      0.5,
      false,
    ],
    [
      'no resource diff',
      [{ cpu: '2' }],
      [recommendation({ cpu: '2' })],
      false,
      0,
      false,
    ],
    [
      'scale up on milliquantities',
      [{ cpu: '10m' }],
      [recommendation({ cpu: '900m' })],
      false,
      89,
      true,
    ],
    [
      'scale up outside recommended range',
      [{ cpu: '4' }],
      [
        recommendation(
          { cpu: '10' },
          { lower: { cpu: '6' }, upper: { cpu: '14' } },
        ),
      ],
      true,
      1.5,
      true,
    ],
    [
      'scale down outside recommended range',
      [{ cpu: '8' }],
      [
        recommendation(
          { cpu: '2' },
          { lower: { cpu: '1' }, upper: { cpu: '3' } },
        ),
      ],
      true,
      0.75,
      false,
    ],
    [
      'both scale up',
      [{ cpu: '3', memory: '10M' }],
      [recommendation({ cpu: '6', memory: '20M' })],
      false,
      2,
      true,
    ],
    [
      'only one scale up',
      [{ cpu: '4', memory: '10M' }],
      [recommendation({ cpu: '2', memory: '20M' })],
      false,
      1.5,
      true,
    ],
    [
      'both scale down',
      [{ cpu: '4', memory: '20M' }],
      [recommendation({ cpu: '2', memory: '10M' })],
      false,
      1,
      false,
    ],
    [
      'one outside recommended range',
      [{ cpu: '4', memory: '20M' }],
      [
        recommendation(
          { cpu: '2', memory: '10M' },
          {
            lower: { cpu: '1', memory: '5M' },
            upper: { cpu: '3', memory: '30M' },
          },
        ),
      ],
      true,
      1,
      false,
    ],
    [
      'multiple containers, both scale up',
      [{ cpu: '1' }, { cpu: '2' }],
      [recommendation({ cpu: '4' }), recommendation({ cpu: '8' }, {}, 'b')],
      false,
      3,
      true,
    ],
    [
      'multiple containers, both scale down',
      [{ cpu: '3' }, { cpu: '7' }],
      [recommendation({ cpu: '1' }), recommendation({ cpu: '2' }, {}, 'b')],
      false,
      0.7,
      false,
    ],
    [
      'both scale up, one outside range',
      [{ cpu: '1' }, { cpu: '2' }],
      [
        recommendation({ cpu: '4' }, { lower: { cpu: '1' } }),
        recommendation(
          { cpu: '8' },
          { lower: { cpu: '3' }, upper: { cpu: '10' } },
          'b',
        ),
      ],
      true,
      3,
      true,
    ],
    [
      'multiple containers, multiple resources',
      [
        { cpu: '6', memory: '10M' },
        { cpu: '4', memory: '30M' },
      ],
      [
        recommendation({ cpu: '8', memory: '20M' }),
        recommendation({ cpu: '7', memory: '30M' }, {}, 'b'),
      ],
      false,
      0.75,
      true,
    ],
    ['no request', [{}], [recommendation({ cpu: '1' })], true, 999, true],
    ['no recommendation', [{ cpu: '5' }], [], false, 0, false],
  ] as [string, Amounts[], ContainerRecommendation[], boolean, number, boolean][])(
    '%s',
    (
      _,
      containers,
      recommendations,
      outsideRecommendedRange,
      resourceDiff,
      scaleUp,
    ) => {
      expect(priority(containers, recommendations)).toEqual({
        outsideRecommendedRange,
        resourceDiff,
        scaleUp,
      });
    },
  );

  it('looks only at containers that admission has observed (TestGetUpdatePriority_VpaObservedContainers)', () => {
    expect(
      priority([{ cpu: '1' }], [recommendation({ cpu: '10' })], ['a'])
        .resourceDiff,
    ).toBe(9);
    expect(
      priority([{ cpu: '1' }], [recommendation({ cpu: '10' })], [])
        .resourceDiff,
    ).toBe(0);
  });
});

it('puts growth first, then the larger difference (TestSortPriorityResourcesDecrease)', () => {
  const outsideRecommendedRange = false;
  const [grow, reclaimLittle, reclaimMuch] = [
    { scaleUp: true, resourceDiff: 0.25, outsideRecommendedRange },
    { scaleUp: false, resourceDiff: 0.25, outsideRecommendedRange },
    { scaleUp: false, resourceDiff: 0.5, outsideRecommendedRange },
  ];
  expect(
    [reclaimLittle, grow, reclaimMuch].sort(compareUpdatePriority),
  ).toEqual([grow, reclaimMuch, reclaimLittle]);
});
