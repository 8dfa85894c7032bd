/** `TestNormalizeDesiredReplicas`, `TestStabilizeRecommendationWithBehaviors`, `TestStoreScaleEvents`. */
import { AutoscalingInputError } from '../../errors';
import { replicasChangedInPeriod, storeScaleEvent } from '../scaleEvents';
import { stabilizeWithBehavior, stabilizeWithWindow } from '../stabilize';
import {
  compare,
  eventsOf,
  policiesOf,
  recommendationsOf,
  VECTOR_NOW,
} from './convert';
import type { SectionRunner } from './types';

export const runStabilize: SectionRunner = (vector, constants) => {
  const mode = vector.text('mode');
  const recommendations = recommendationsOf(vector, 'recs');
  const desiredReplicas = vector.number('des');
  if (mode === 'plain') {
    const windowSeconds =
      vector.optionalNumber('downWindow') ??
      constants.downscaleStabilisationSeconds;
    const stabilized = stabilizeWithWindow(
      recommendations,
      desiredReplicas,
      windowSeconds,
      VECTOR_NOW,
    );
    const kept = vector.optionalNumber('log');
    return [
      ...compare('expect', vector.number('expect'), stabilized.replicas),
      ...(kept === undefined
        ? []
        : compare('log', kept, stabilized.recommendations.length)),
    ];
  }
  if (mode !== 'behavior') {
    throw new AutoscalingInputError({
      field: `${vector.path}.mode`,
      problem: `${JSON.stringify(mode)} is not known`,
      remedy: 'write plain or behavior',
    });
  }
  const stabilized = stabilizeWithBehavior(recommendations, {
    currentReplicas: vector.number('current'),
    desiredReplicas,
    upWindowSeconds: vector.number('upWindow'),
    downWindowSeconds: vector.number('downWindow'),
    now: VECTOR_NOW,
  });
  return [
    ...compare('expect', vector.number('expect'), stabilized.replicas),
    ...(vector.has('recsAfter')
      ? compare(
          'recsAfter',
          vector.raw('recsAfter'),
          stabilized.recommendations.map(({ replicas }) => replicas),
        )
      : []),
  ];
};

export const runStoreScaleEvent: SectionRunner = vector => {
  const before = eventsOf(vector, 'prev');
  const after = storeScaleEvent(
    before,
    policiesOf(vector, 'policies') ?? [],
    vector.number('change'),
    VECTOR_NOW,
  );
  const changes60 = vector.optionalNumber('changes60');
  return [
    ...compare(
      'after',
      vector.raw('after'),
      after.map(({ replicaChange, outdated }) => [replicaChange, outdated]),
    ),
    ...(changes60 === undefined
      ? []
      : compare(
          'changes60',
          changes60,
          replicasChangedInPeriod(before, 60, VECTOR_NOW),
        )),
  ];
};
