import { capForPod, cappingAnnotation, capToLimitRange } from './capping';
import {
  applyRecommendation,
  boundaryRequest,
  proportionalLimit,
} from './limits';

describe('proportionalLimit (TestGetProportionalResourceLimit)', () => {
  it.each([
    ['scale proportionally', 2000, 1000, 10_000, undefined, { limit: 20_000 }],
    [
      'scale proportionally with default',
      undefined,
      1000,
      10_000,
      2000,
      { limit: 20_000 },
    ],
    [
      'no original limit',
      undefined,
      1000,
      10_000,
      undefined,
      { reason: 'noOriginalLimit' },
    ],
    [
      'no original request',
      2000,
      undefined,
      10_000,
      undefined,
      { limit: 10_000 },
    ],
    [
      'no recommendation',
      undefined,
      1000,
      0,
      2000,
      { reason: 'noRecommendation' },
    ],
    [
      'limit equal to request',
      1000,
      1000,
      10_000,
      undefined,
      { limit: 10_000 },
    ],
    ['non-integer ratios', 2000, 1500, 1000, undefined, { limit: 1333 }],
    [
      'beyond int64',
      1e13,
      1,
      1e13,
      undefined,
      { limit: 9223372036854775807, reason: 'ratioNotKept' },
    ],
  ])('%s', (_, limit, request, recommended, defaultLimit, expected) => {
    expect(
      proportionalLimit(limit, request, recommended, defaultLimit),
    ).toEqual(expected);
  });
});

it.each([
  [1000, 2000, 4000, 2000],
  [undefined, 2000, 4000, 4000],
  [1000, undefined, 4000, 0],
])(
  'request %j of limit %j at a boundary of %d: %d',
  (request, limit, boundary, expected) => {
    expect(boundaryRequest(request, limit, boundary)).toBe(expected);
  },
);

describe('applyRecommendation', () => {
  const container = {
    requests: { cpu: '1', memory: '4Gi', 'nvidia.com/gpu': 1 },
    limits: { cpu: '4', memory: '8Gi', 'nvidia.com/gpu': 1 },
  };

  it('scales limits along', () => {
    expect(
      applyRecommendation(
        container,
        { cpu: 1168, memory: 6 * 1024 ** 3 },
        undefined,
      ),
    ).toEqual({
      requests: { cpu: '1168m', memory: '6442450944', 'nvidia.com/gpu': '1' },
      limits: { cpu: '4672m', memory: '12884901888', 'nvidia.com/gpu': '1' },
    });
  });

  it('leaves limits with RequestsOnly', () => {
    expect(
      applyRecommendation(
        container,
        { cpu: 1168 },
        { controlledValues: 'RequestsOnly' },
      ),
    ).toEqual({
      requests: { cpu: '1168m', memory: '4Gi', 'nvidia.com/gpu': '1' },
      limits: { cpu: '4', memory: '8Gi', 'nvidia.com/gpu': '1' },
    });
  });

  it('takes the default limit of the namespace', () => {
    expect(
      applyRecommendation(
        { requests: { cpu: '1' } },
        { cpu: 2000 },
        undefined,
        { cpu: '3' },
      ).limits,
    ).toEqual({ cpu: '6' });
  });
});

describe('capping for a pod', () => {
  it('stops at the limit that stays', () => {
    const container = { requests: { cpu: '1' }, limits: { cpu: '2' } };
    const capped = capForPod({ cpu: 3000 }, container, {
      controlledValues: 'RequestsOnly',
      maxAllowed: { cpu: '2500m' },
    });
    expect(capped.amounts).toEqual({ cpu: 2000 });
    expect(capped.cappings.map(cappingAnnotation)).toEqual([
      'cpu capped to maxAllowed',
      'cpu capped to container limit',
    ]);
    expect(capForPod({ cpu: 3000 }, container, undefined)).toEqual({
      amounts: { cpu: 3000 },
      cappings: [],
    });
  });

  it('fits the LimitRange with the limit that goes along', () => {
    const container = {
      requests: { cpu: '1', memory: '1Gi' },
      limits: { cpu: '2', memory: '1Gi' },
    };
    const capped = capToLimitRange({ cpu: 3000, memory: 100 }, container, {
      max: { cpu: '4' },
      min: { memory: '512Mi' },
    });
    // A limit of 4 cores is a request of 2 at this ratio.
    expect(capped.amounts).toEqual({ cpu: 2000, memory: 512 * 1024 ** 2 });
    expect(capped.cappings.map(cappingAnnotation)).toEqual([
      'cpu capped to fit Max in container LimitRange',
      'memory capped to fit Min in container LimitRange',
    ]);
    expect(capToLimitRange({ cpu: 1 }, container, undefined).amounts).toEqual({
      cpu: 1,
    });
  });

  it('ignores bounds of 0', () => {
    expect(
      capForPod(
        { cpu: 3000 },
        {},
        { minAllowed: { cpu: 0 }, maxAllowed: { cpu: '0' } },
      ).amounts,
    ).toEqual({ cpu: 3000 });
  });
});
