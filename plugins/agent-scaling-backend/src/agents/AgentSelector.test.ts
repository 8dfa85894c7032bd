import { parseLabelSelector } from '@suoke/autoscaling';
import {
  agentLabels,
  deployment,
  hpa,
  modelServerLabels,
} from '../__fixtures__/builders';
import {
  agentOfModelServer,
  isAgent,
  kubernetesId,
  targetedDeployment,
} from './AgentSelector';

const selector = {
  labels: parseLabelSelector(
    'ai.suoke.life/agent,app.kubernetes.io/component=agent',
  ),
  autoscaledEntities: true,
};
const ID = { 'backstage.io/kubernetes-id': 'chat' };

describe('isAgent', () => {
  it.each([
    ['the labels of an agent', { labels: agentLabels('a') }, false, true],
    ['an autoscaler and an id label', { labels: ID }, true, true],
    [
      'an autoscaler and an id annotation',
      { labels: {}, metadata: { annotations: ID } },
      true,
      true,
    ],
    ['an id and no autoscaler', { labels: ID }, false, false],
    ['an autoscaler and no id', { labels: {} }, true, false],
    ['a model server', { labels: modelServerLabels('a') }, true, false],
  ])('with %s', (_, options, isAutoscaled, expected) => {
    expect(isAgent(deployment(options), { selector, isAutoscaled })).toBe(
      expected,
    );
  });

  it('leaves autoscaled entities out when told so', () => {
    expect(
      isAgent(deployment({ labels: ID }), {
        selector: { ...selector, autoscaledEntities: false },
        isAutoscaled: true,
      }),
    ).toBe(false);
  });
});

it.each([
  [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' }, 'a'],
  [{ apiVersion: 'extensions/v1beta1', kind: 'Deployment', name: 'a' }, 'a'],
  [{ kind: 'Deployment', name: 'a' }, 'a'],
  [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'a' }, undefined],
  [{ apiVersion: 'x.io/v1', kind: 'Deployment', name: 'a' }, undefined],
])('an autoscaler of %j acts on the Deployment %s', (ref, expected) => {
  expect(targetedDeployment(hpa({ spec: { scaleTargetRef: ref } }))).toBe(
    expected,
  );
});

it('finds ids and agents of model servers', () => {
  const server = deployment({
    name: 'a-model-server',
    labels: modelServerLabels('a'),
  });
  expect(agentOfModelServer(server)).toBe('a');
  expect(agentOfModelServer(deployment())).toBeUndefined();
  expect(kubernetesId(server)).toBe('a');
});
