import { aiModel, modelVersion } from '../__fixtures__/entities';
import { activateCommand, getCommand, kubernetesNamespace } from './kubectl';

const annotations = { 'backstage.io/kubernetes-namespace': 'suoke-agents' };

describe('kubernetesNamespace', () => {
  it.each([
    [
      'its own annotation',
      modelVersion('chat', 'v1', { annotations }),
      undefined,
      'suoke-agents',
    ],
    [
      'the annotation of its model',
      modelVersion('chat', 'v1'),
      aiModel('chat', { annotations }),
      'suoke-agents',
    ],
    ['nothing', modelVersion('chat', 'v1'), aiModel('chat'), undefined],
    [
      'its catalog namespace',
      { ...aiModel('chat'), metadata: { name: 'chat', namespace: 'team-a' } },
      undefined,
      'team-a',
    ],
  ])('is what %s says', (_, entity, related, namespace) => {
    expect(kubernetesNamespace(entity, related)).toBe(namespace);
  });
});

describe('commands', () => {
  it('name the namespace only when it is known', () => {
    expect(getCommand('aimodel', 'chat')).toBe(
      'kubectl get aimodel chat -o yaml',
    );
    expect(activateCommand('chat', 'chat-v1', 'a')).toBe(
      `kubectl patch aimodel chat -n a --type=merge -p '{"spec":{"activeVersion":"chat-v1"}}'`,
    );
  });
});
