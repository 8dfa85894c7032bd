import {
  toHpaConditions,
  toKedaConditions,
  toVpaConditions,
  toWorkloadConditions,
} from './toCondition';

describe('toHpaConditions', () => {
  it.each([
    ['AbleToScale', 'True', 'ReadyForNewScale', 'readyForNewScale', 'none'],
    // True, and still something is held back.
    [
      'AbleToScale',
      'True',
      'ScaleDownStabilized',
      'scaleDownStabilized',
      'info',
    ],
    ['AbleToScale', 'False', 'FailedGetScale', 'cannotReadScale', 'error'],
    ['AbleToScale', 'False', 'FailedUpdateScale', 'cannotUpdateScale', 'error'],
    ['ScalingActive', 'True', 'ValidMetricFound', 'metricsWork', 'none'],
    ['ScalingActive', 'False', 'ScalingDisabled', 'scalingDisabled', 'warning'],
    [
      'ScalingActive',
      'False',
      'FailedGetPodsMetric',
      'podsMetricMissing',
      'error',
    ],
    [
      'ScalingActive',
      'False',
      'AmbiguousSelector',
      'selectorAmbiguous',
      'error',
    ],
    ['ScalingLimited', 'True', 'TooManyReplicas', 'heldAtMax', 'warning'],
    ['ScalingLimited', 'True', 'TooFewReplicas', 'heldAtMin', 'info'],
    ['ScalingLimited', 'False', 'DesiredWithinRange', 'withinRange', 'none'],
    ['ScaledToZero', 'True', 'ScaledToZero', 'scaledToZero', 'info'],
  ])('reads %s=%s/%s as %s (%s)', (type, status, reason, meaning, level) => {
    expect(toHpaConditions([{ type, status, reason }])).toEqual([
      { type, status, reason, meaning, level },
    ]);
  });

  it('shows what it does not know as it is', () => {
    expect(
      toHpaConditions([{ type: 'Future', status: 'True', message: 'words' }]),
    ).toEqual([
      { type: 'Future', status: 'True', message: 'words', level: 'none' },
    ]);
  });

  it.each([undefined, null])('has none for %s', conditions => {
    expect(toHpaConditions(conditions)).toEqual([]);
  });
});

it.each([
  [toVpaConditions, 'NoPodsMatched', 'True', 'noPodsMatched', 'error'],
  [
    toVpaConditions,
    'RecommendationProvided',
    'False',
    'recommendationPending',
    'warning',
  ],
  [toKedaConditions, 'Fallback', 'True', 'kedaFallback', 'error'],
  [toKedaConditions, 'Active', 'False', 'kedaInactive', 'none'],
] as const)(
  '%p reads %s=%s as %s (%s)',
  (convert, type, status, meaning, level) => {
    expect(convert([{ type, status }])).toEqual([
      { type, status, meaning, level },
    ]);
  },
);

describe('toWorkloadConditions', () => {
  it.each([
    ['Available', 'True', 'none'],
    ['Available', 'False', 'error'],
    ['ReplicaFailure', 'True', 'error'],
    ['ReplicaFailure', 'False', 'none'],
  ])('%s=%s needs attention of level %s', (type, status, level) => {
    expect(toWorkloadConditions([{ type, status }])).toEqual([
      { type, status, level },
    ]);
  });
});
