import { deployment, hpa } from '../__fixtures__/builders';
import { toReplicas } from './toReplicas';

describe('toReplicas', () => {
  it.each([
    [
      'an HPA on its way',
      { deployment: deployment(), hpas: [hpa({ desired: 5 })] },
      { min: 2, current: 2, desired: 5, max: 10 },
    ],
    [
      'pods that the HPA does not know yet',
      {
        deployment: deployment({ replicas: 4 }),
        hpas: [hpa({ current: 2, desired: 4 })],
      },
      { min: 2, current: 4, desired: 4, max: 10 },
    ],
    [
      'an HPA that never had a metric',
      {
        deployment: deployment({ replicas: 3 }),
        hpas: [hpa({ current: 3, desired: 0 })],
      },
      { min: 2, current: 3, desired: 3, max: 10 },
    ],
    [
      'an HPA without any status',
      {
        deployment: deployment({ replicas: 3 }),
        hpas: [{ ...hpa(), status: undefined }],
      },
      { min: 2, current: 3, desired: 3, max: 10 },
    ],
    [
      'an HPA that wants zero and may',
      {
        deployment: deployment({ replicas: 1 }),
        hpas: [hpa({ min: 0, current: 1, desired: 0 })],
      },
      { min: 0, current: 1, desired: 0, max: 10 },
    ],
    [
      'a minimum that is not written',
      {
        deployment: deployment(),
        hpas: [hpa({ spec: { minReplicas: undefined } })],
      },
      { min: 1, current: 2, desired: 2, max: 10 },
    ],
    [
      'no autoscaler',
      { deployment: deployment({ replicas: 3 }), hpas: [] },
      { current: 3, desired: 3 },
    ],
    [
      'an HPA whose target is gone',
      { deployment: undefined, hpas: [hpa({ current: 2 })] },
      { min: 2, current: 2, desired: 2, max: 10 },
    ],
  ])('shows %s', (_, objects, expected) => {
    expect(toReplicas(objects)).toEqual(expected);
  });
});
