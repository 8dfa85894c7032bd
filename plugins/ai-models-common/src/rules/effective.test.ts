import {
  effectiveDelivery,
  effectiveServing,
  effectiveSync,
} from './effective';

describe('effectiveDelivery', () => {
  it('has a safe default for everything', () => {
    expect(effectiveDelivery({})).toEqual({
      engine: 'Auto',
      strategy: { type: 'RollingUpdate' },
      analysis: {
        interval: '1m',
        minSamples: 100,
        onFailure: 'Abort',
        onNoData: 'Pause',
        onError: 'Pause',
        errorLimit: 4,
        checks: [],
        templates: [],
      },
      promotion: { mode: 'Automatic' },
      rollback: { mode: 'Automatic', window: 3 },
      keepStableScaled: true,
      scaleDownDelaySeconds: 300,
      abortScaleDownDelaySeconds: 300,
      historyLimit: 10,
    });
  });

  it('takes from the version first, then from the model', () => {
    const delivery = effectiveDelivery(
      {
        delivery: {
          engine: 'KServe',
          strategy: { type: 'BlueGreen', blueGreen: { previewReplicas: 2 } },
          analysis: { minSamples: 200, onNoData: 'Abort' },
          promotion: { mode: 'Manual' },
          historyLimit: 5,
        },
      },
      {
        delivery: {
          strategy: { type: 'RollingUpdate' },
          analysis: { minSamples: 50 },
          rollback: { mode: 'Manual' },
        },
      },
    );
    expect(delivery).toMatchObject({
      engine: 'KServe',
      strategy: { type: 'RollingUpdate' },
      analysis: { minSamples: 50, onNoData: 'Abort', onFailure: 'Abort' },
      promotion: { mode: 'Manual' },
      rollback: { mode: 'Manual', window: 3 },
      historyLimit: 5,
    });
    expect(delivery.strategy.blueGreen).toBeUndefined();
  });

  it('does not take over an operator command', () => {
    expect(
      effectiveDelivery({
        delivery: {
          request: { id: '1', verb: 'abort', by: 'me', reason: 'why' },
        },
      }),
    ).not.toHaveProperty('request');
  });
});

describe('effectiveServing', () => {
  const model = {
    name: 'chat',
    spec: {
      serving: {
        serverName: 'xiaoai-model-server',
        image: 'suoke/xiaoai-model-server:v2.1.0',
        resources: { limits: { cpu: 4 } },
      },
    },
  };

  it('is that of the model when the version says nothing', () => {
    expect(effectiveServing(model, {})).toEqual({
      serverName: 'xiaoai-model-server',
      image: 'suoke/xiaoai-model-server:v2.1.0',
      resources: { limits: { cpu: 4 } },
      port: 8080,
      loadTimeoutSeconds: 1800,
    });
  });

  it('is that of the version where it says something', () => {
    expect(
      effectiveServing(model, {
        runtimeOverrides: { image: 'suoke/xiaoai-model-server:v2.0.0' },
      }),
    ).toMatchObject({
      image: 'suoke/xiaoai-model-server:v2.0.0',
      resources: { limits: { cpu: 4 } },
    });
  });

  it('is a runtime, and the server has the name of the model, unless stated', () => {
    expect(
      effectiveServing({
        name: 'chat',
        spec: { serving: { runtime: { name: 'vllm' } } },
      }),
    ).toMatchObject({ serverName: 'chat', runtime: 'vllm', resources: {} });
  });

  it('is nothing for a model that is not served', () => {
    expect(effectiveServing({ name: 'chat', spec: {} }, {})).toBeUndefined();
  });
});

describe('effectiveSync', () => {
  it('fills in what is not said, also within retries', () => {
    expect(
      effectiveSync({ sync: { interval: '1h', retries: { limit: 0 } } }),
    ).toEqual({
      mode: 'Pull',
      interval: '1h',
      timeout: '1m',
      include: ['*'],
      exclude: [],
      prune: false,
      retries: { limit: 0, backoff: '10s', maxBackoff: '5m' },
    });
  });
});
