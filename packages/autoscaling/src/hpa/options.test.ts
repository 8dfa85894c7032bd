import { defaultHpaSpec } from './defaults';
import { hpaFeaturesOfVersion, resolveHpaOptions } from './options';

it.each([
  [
    'v1.32.4',
    {
      toleranceTest: 'absolute',
      configurableTolerance: false,
      scaleToZero: 'off',
      podLevelResources: false,
    },
  ],
  [
    '1.33',
    {
      toleranceTest: 'isWithin',
      configurableTolerance: false,
      scaleToZero: 'off',
      podLevelResources: false,
    },
  ],
  [
    'v1.36.0-local.suoke',
    {
      toleranceTest: 'isWithin',
      configurableTolerance: true,
      scaleToZero: 'off',
      podLevelResources: true,
    },
  ],
  [
    'v1.37.1+k3s1',
    {
      toleranceTest: 'isWithin',
      configurableTolerance: true,
      scaleToZero: 'condition',
      podLevelResources: true,
    },
  ],
])('knows what %s has switched on', (version, features) => {
  expect(hpaFeaturesOfVersion(version)).toMatchObject(features);
});

it('refuses what is no version', () => {
  expect(() => hpaFeaturesOfVersion('latest')).toThrow(
    'version: "latest" is not a Kubernetes version',
  );
});

it('fills in what is not given', () => {
  expect(
    resolveHpaOptions({ tolerance: 0.2, features: { scaleToZero: 'off' } }),
  ).toMatchObject({
    tolerance: 0.2,
    downscaleStabilizationSeconds: 300,
    cpuInitializationPeriodSeconds: 300,
    initialReadinessDelaySeconds: 30,
    scaleUpLimitFactor: 2,
    features: { scaleToZero: 'off', toleranceTest: 'isWithin' },
  });
});

it('defaults a spec as the API server does', () => {
  const scaleTargetRef = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'x',
  };
  expect(defaultHpaSpec({ scaleTargetRef, maxReplicas: 3 })).toEqual({
    scaleTargetRef,
    minReplicas: 1,
    maxReplicas: 3,
    metrics: [
      {
        type: 'Resource',
        resource: {
          name: 'cpu',
          target: { type: 'Utilization', averageUtilization: 80 },
        },
      },
    ],
  });
  expect(
    defaultHpaSpec({
      scaleTargetRef,
      maxReplicas: 3,
      behavior: { scaleUp: { tolerance: '0.2' }, scaleDown: { policies: [] } },
    }).behavior,
  ).toEqual({
    scaleUp: {
      tolerance: '0.2',
      stabilizationWindowSeconds: 0,
      selectPolicy: 'Max',
      policies: [
        { type: 'Pods', value: 4, periodSeconds: 15 },
        { type: 'Percent', value: 100, periodSeconds: 15 },
      ],
    },
    // The window of scale-down is left to the controller's flag.
    scaleDown: { selectPolicy: 'Max', policies: [] },
  });
});
