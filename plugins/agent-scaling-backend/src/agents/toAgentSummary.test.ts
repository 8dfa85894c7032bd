import { agentObjects } from '../__fixtures__/agents';
import {
  agentContainer,
  deployment,
  hpa,
  kedaHpa,
  modelServerLabels,
  NOW,
  scaledObject,
} from '../__fixtures__/builders';
import type { AgentObjects } from './AgentObjects';
import { toAgentSummary, toModelRef } from './toAgentSummary';

const summary = (overrides: Partial<AgentObjects>) =>
  toAgentSummary(agentObjects(overrides), NOW);

function modelServer(options: {
  image: string;
  labels?: Record<string, string>;
}) {
  return {
    deployment: deployment({
      name: 'xiaoai-model-server',
      labels: { ...modelServerLabels('xiaoai'), ...options.labels },
      containers: [
        { ...agentContainer, name: 'model-server', image: options.image },
      ],
    }),
    pods: [],
  };
}

describe('toAgentSummary', () => {
  it('shows an HPA that KEDA owns as KEDA', () => {
    const owner = scaledObject();
    expect(
      summary({ hpas: [kedaHpa(owner)], scaledObject: owner }).autoscaler,
    ).toEqual({ kind: 'ScaledObject', name: 'xiaoai' });
  });

  it('has no range without an autoscaler', () => {
    const row = summary({ hpas: [] });
    expect(row.replicas).toEqual({ current: 2, desired: 2 });
    expect(row).not.toHaveProperty('autoscaler');
    expect(row.metrics).toEqual([]);
  });

  it('shows an agent whose workload is gone', () => {
    expect(
      summary({ deployment: undefined, pods: [], replicaSets: [] }),
    ).toMatchObject({
      workload: { kind: 'Deployment', name: 'xiaoai' },
      pods: { ready: 0, total: 0 },
      attention: { state: 'failing', reasons: [{ code: 'targetMissing' }] },
    });
  });

  it.each([
    ['history alone', undefined, 1, { at: '2026-11-23T07:00:01Z', to: 5 }],
    ['the same change', '2026-11-23T07:00:00Z', 1, { to: 5 }],
    ['a later one', '2026-11-23T07:30:00Z', 1, { at: '2026-11-23T07:30:00Z' }],
    [
      'the HPA alone',
      '2026-11-23T07:30:00Z',
      0,
      { at: '2026-11-23T07:30:00Z' },
    ],
  ])('takes the last scale from %s', (_, lastScaleTime, known, expected) => {
    const row = summary({
      hpas: [hpa({ status: { lastScaleTime } })],
      lastScale: known
        ? { at: '2026-11-23T07:00:01Z', from: 2, to: 5, reason: 'cpu' }
        : undefined,
    });
    expect(row.lastScale).toMatchObject(expected);
    expect(Object.hasOwn(row.lastScale!, 'to')).toBe('to' in expected);
  });
});

describe('toModelRef', () => {
  const entity = {
    entityRef: 'component:default/xiaoai',
    model: 'aimodel:default/xiaoai-conversation-llm',
  };

  it.each([
    [
      'labels before the tag',
      {
        entity,
        modelServer: modelServer({
          image: 'suoke/xiaoai-model-server:v2.1.0',
          labels: {
            'ai.suoke.life/model-version': 'v2.2.0',
            'ai.suoke.life/framework': 'huggingface',
          },
        }),
      },
      {
        entityRef: entity.model,
        name: 'xiaoai-conversation-llm',
        version: 'v2.2.0',
        framework: 'huggingface',
        server: 'xiaoai-model-server',
      },
    ],
    [
      'the tag of the image',
      { modelServer: modelServer({ image: 'registry:5000/a/b:v2@sha256:00' }) },
      { version: 'v2', server: 'xiaoai-model-server' },
    ],
    [
      'no version where the image has no tag',
      { modelServer: modelServer({ image: 'registry:5000/a/b' }) },
      { server: 'xiaoai-model-server' },
    ],
    [
      'the catalog alone',
      { entity },
      { entityRef: entity.model, name: 'xiaoai-conversation-llm' },
    ],
    ['nothing', {}, undefined],
  ])('reads %s', (_, overrides, expected) => {
    expect(toModelRef(agentObjects(overrides))).toEqual(expected);
  });
});
