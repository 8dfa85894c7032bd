import fc from 'fast-check';
import type { CanaryStep } from '@suoke/plugin-ai-models-common';
import { toRolloutPicture } from './rolloutPicture';

describe('toRolloutPicture', () => {
  it('carries the weight of a canary through the steps that do not change it', () => {
    expect(
      toRolloutPicture(
        {
          type: 'Canary',
          canary: {
            steps: [
              { setScale: { replicas: 2 } },
              { setWeight: 5 },
              { pause: { duration: '10m' } },
              { analysis: {} },
              { setWeight: 0 },
            ],
          },
        },
        'Automatic',
      ),
    ).toEqual([
      { kind: 'scale', weight: 0, replicas: 2 },
      { kind: 'weight', weight: 5 },
      { kind: 'pause', weight: 5, duration: '10m' },
      { kind: 'analysis', weight: 5 },
      { kind: 'weight', weight: 0 },
      { kind: 'done', weight: 100 },
    ]);
  });

  it.each([
    ['Automatic', 0, ['preview', 'done']],
    ['Automatic', 300, ['preview', 'pause', 'done']],
    ['Manual', 300, ['preview', 'pause', 'done']],
  ] as const)(
    'a blue-green switch with %s promotion after %d s is %j',
    (promotion, autoPromotionSeconds, kinds) => {
      const stages = toRolloutPicture(
        { type: 'BlueGreen', blueGreen: { autoPromotionSeconds } },
        promotion,
      );
      expect(stages.map(({ kind }) => kind)).toEqual(kinds);
    },
  );

  it('waits for a person, not for a time, when a blue-green switch is manual', () => {
    expect(
      toRolloutPicture(
        { type: 'BlueGreen', blueGreen: { autoPromotionSeconds: 300 } },
        'Manual',
      )[1],
    ).toEqual({ kind: 'pause', weight: 0 });
  });

  it('says how many pods a rolling update may add and take away', () => {
    expect(
      toRolloutPicture(
        {
          type: 'RollingUpdate',
          rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' },
        },
        'Automatic',
      )[0],
    ).toMatchObject({ kind: 'replace', maxSurge: '1', maxUnavailable: '25%' });
  });

  it('has one stage per canary step and ends with all requests', () => {
    const step: fc.Arbitrary<CanaryStep> = fc.oneof(
      fc.record({ setWeight: fc.integer({ min: 0, max: 100 }) }),
      fc.constant({ pause: {} }),
      fc.constant({ analysis: {} }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 32 }), steps => {
        const stages = toRolloutPicture(
          { type: 'Canary', canary: { steps } },
          'Automatic',
        );
        expect(stages).toHaveLength(steps.length + 1);
        expect(stages.at(-1)).toEqual({ kind: 'done', weight: 100 });
      }),
    );
  });
});
