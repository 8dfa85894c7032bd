/** `TestConvertDesiredReplicasWithRules`, `TestNormalizeDesiredReplicasWithBehavior…`, `TestScalingWithRules`. */
import { AutoscalingInputError } from '../../errors';
import { completeScaleDownRules, completeScaleUpRules } from '../defaults';
import { DEFAULT_HPA_OPTIONS } from '../options';
import {
  limitWithBehavior,
  limitWithoutBehavior,
  scaleDownLimit,
  scaleUpLimit,
} from '../rate';
import {
  compare,
  compareIfStated,
  eventsOf,
  policiesOf,
  VECTOR_NOW,
} from './convert';
import type { SectionRunner } from './types';

export const runConvertWithBehaviorRate: SectionRunner = (
  vector,
  constants,
) => {
  const scaleUp = {
    policies: policiesOf(vector, 'scaleUpPolicies'),
    selectPolicy: vector.optionalText('scaleUpSelectPolicy'),
  };
  const scaleDown = {
    policies: policiesOf(vector, 'scaleDownPolicies'),
    selectPolicy: vector.optionalText('scaleDownSelectPolicy'),
  };
  const { replicas, reason } = limitWithBehavior(
    {
      currentReplicas: vector.number('currentReplicas'),
      desiredReplicas: vector.number('desired'),
      minReplicas: vector.number('min'),
      maxReplicas: vector.number('max'),
      scaleUp: completeScaleUpRules(scaleUp),
      scaleDown: completeScaleDownRules(
        scaleDown,
        constants.downscaleStabilisationSeconds,
      ),
    },
    {
      scaleUpEvents: eventsOf(vector, 'scaleUpEvents'),
      scaleDownEvents: eventsOf(vector, 'scaleDownEvents'),
      now: VECTOR_NOW,
    },
  );
  const expectation = vector.object('expect');
  return [
    ...compareIfStated(expectation, 'replicas', replicas),
    ...compareIfStated(expectation, 'reason', reason),
  ];
};

export const runConvertWithRules: SectionRunner = (vector, constants) => {
  const { replicas, reason } = limitWithoutBehavior({
    currentReplicas: vector.number('cur'),
    desiredReplicas: vector.number('des'),
    minReplicas: vector.number('min'),
    maxReplicas: vector.number('max'),
    scaleUpLimitFactor:
      vector.optionalNumber('scaleUpLimitFactor') ??
      DEFAULT_HPA_OPTIONS.scaleUpLimitFactor,
    scaleUpLimitMinimum: constants.scaleUpLimitMinimum,
  });
  return compare('expect', vector.raw('expect'), [replicas, reason]);
};

export const runSelectPolicy: SectionRunner = vector => {
  const direction = vector.text('dir');
  if (direction !== 'up' && direction !== 'down') {
    throw new AutoscalingInputError({
      field: `${vector.path}.dir`,
      problem: `${JSON.stringify(direction)} is not a direction`,
      remedy: 'write up or down',
    });
  }
  const rules = {
    stabilizationWindowSeconds: 0,
    selectPolicy: vector.optionalText('select') ?? 'Max',
    policies: policiesOf(vector, 'policies') ?? [],
  };
  const history = {
    scaleUpEvents: eventsOf(vector, 'scaleUpEvents'),
    scaleDownEvents: eventsOf(vector, 'scaleDownEvents'),
    now: VECTOR_NOW,
  };
  const limit = direction === 'up' ? scaleUpLimit : scaleDownLimit;
  return compare(
    'expect',
    vector.number('expect'),
    limit(vector.number('cur'), rules, history),
  );
};
