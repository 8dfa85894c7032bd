import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aiModel, modelVersion } from '../../__fixtures__/entities';
import { suokeEntities } from '../../__fixtures__/suoke';
import { withRelations } from '../../__fixtures__/withRelations';
import { renderPortal } from '../../__testUtils__/renderPortal';

const path = '/catalog/default/modelversion/xiaoai-conversation-llm-v1.10.0';

const region = (name: string) =>
  screen.findByRole('region', { name }, { timeout: 5000 });

function factsOf(element: HTMLElement): Record<string, string> {
  return Object.fromEntries(
    within(element)
      .getAllByRole('term')
      .map(term => [
        term.textContent ?? '',
        term.nextElementSibling?.textContent ?? '',
      ]),
  );
}

describe('the page of a version', () => {
  it('says what it is made of, where it is kept and what serves it', async () => {
    await renderPortal({ path, entities: suokeEntities });
    const version = await region('Version');
    expect(
      await within(version).findByRole('link', { name: '小艾对话大模型' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/aimodel/xiaoai-conversation-llm',
    );
    expect(
      await within(version).findByRole('link', { name: '索克模型注册表' }),
    ).toHaveAttribute('href', '/catalog/default/modelregistry/suoke-models');
    expect(factsOf(version)).toMatchObject({
      Version: 'v1.10.0',
      State: 'Not serving',
      Artifact: 'registry://suoke-models/xiaoai-conversation-llm/v1.10.0',
      Digest: 'Not recorded',
      'Approved by': 'Nobody yet',
      'Model server': 'xiaoai-model-server',
      Image: 'suoke/xiaoai-model-server:v1.10.0',
    });
    expect(within(version).getByRole('row', { name: 'cpu 2 4' })).toBeVisible();
  });

  it('shows the changelog as text with its markup', async () => {
    await renderPortal({ path, entities: suokeEntities });
    expect(
      within(await region('Changelog')).getByRole('listitem'),
    ).toHaveTextContent('Image suoke/xiaoai-model-server:v1.10.0');
  });

  it('takes the delivery of its model over', async () => {
    await renderPortal({ path, entities: suokeEntities });
    const delivery = await region('Delivery');
    expect(delivery).toHaveTextContent('as the model says');
    expect(await within(delivery).findByText('Canary')).toBeVisible();
  });

  it('shows its own delivery and sizes where it has them', async () => {
    await renderPortal({
      path: '/catalog/default/modelversion/chat-v1',
      entities: withRelations([
        aiModel('chat', {
          spec: {
            activeVersion: 'chat-v1',
            delivery: { promotion: { mode: 'Manual' } },
          },
        }),
        modelVersion('chat', 'v1', {
          spec: {
            artifact: { uri: 's3://models/chat/v1', sizeBytes: 4_830_000_000 },
            delivery: {
              strategy: {
                type: 'BlueGreen',
                blueGreen: { previewReplicas: 1 },
              },
            },
            approvals: [
              { by: 'user:default/guest', at: '2026-01-02T03:04:00Z' },
            ],
          },
        }),
      ]),
    });
    const delivery = await region('Delivery');
    expect(delivery).toHaveTextContent('this version overrides its model');
    await within(delivery).findByText('Blue-green');
    expect(
      within(delivery)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Preview1 replica',
      'Pauseuntil a person resumes',
      '100%All requests',
    ]);
    expect(factsOf(await region('Version'))).toMatchObject({
      State: 'Active',
      Size: '4.8 GB',
      'Approved by': expect.stringContaining('user:default/guest (Jan 2, 2026'),
    });
  });

  it('gives commands in the namespace of the model, and copies them', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    await renderPortal({ path, entities: suokeEntities });
    const commands = await region('Commands');
    const get =
      'kubectl get modelversion xiaoai-conversation-llm-v1.10.0 -n suoke-agents -o yaml';
    expect(await within(commands).findByText(get)).toBeVisible();
    expect(
      within(commands).getByText(
        `kubectl patch aimodel xiaoai-conversation-llm -n suoke-agents --type=merge -p '{"spec":{"activeVersion":"xiaoai-conversation-llm-v1.10.0"}}'`,
      ),
    ).toBeVisible();
    await user.click(
      within(commands).getByRole('button', { name: `Copy: ${get}` }),
    );
    expect(await within(commands).findByText('Copied')).toBeInTheDocument();
    expect(writeText).toHaveBeenCalledWith(get);
  });

  it('does not offer to activate the active version', async () => {
    await renderPortal({
      path: '/catalog/default/modelversion/xiaoai-conversation-llm-v2.1.0',
      entities: suokeEntities,
    });
    const version = await region('Version');
    await within(version).findByText('Active');
    const commands = await region('Commands');
    expect(
      within(commands).queryByText('Make it the active version'),
    ).not.toBeInTheDocument();
  });

  it('says when its model is not in the catalog', async () => {
    await renderPortal({
      path: '/catalog/default/modelversion/chat-v1',
      entities: withRelations([modelVersion('chat', 'v1')]),
    });
    expect(
      await within(await region('Version')).findByText(/not in the catalog/),
    ).toBeVisible();
  });

  it('reads in Chinese', async () => {
    await renderPortal({ path, entities: suokeEntities, language: 'zh' });
    const version = await region('版本');
    expect(await within(version).findByText('未提供服务')).toBeVisible();
    expect(await region('变更日志')).toBeVisible();
    expect(await region('命令')).toBeVisible();
  });
});
