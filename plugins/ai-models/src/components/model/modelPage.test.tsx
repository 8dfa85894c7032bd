import { screen, within } from '@testing-library/react';
import { agent, aiModel, modelVersion } from '../../__fixtures__/entities';
import { suokeEntities } from '../../__fixtures__/suoke';
import { withRelations } from '../../__fixtures__/withRelations';
import {
  agentScalingStandIn,
  renderPortal,
} from '../../__testUtils__/renderPortal';

const path = '/catalog/default/aimodel/xiaoai-conversation-llm';

const region = (name: string) =>
  screen.findByRole('region', { name }, { timeout: 5000 });

/** Label and value of each fact. */
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

describe('the page of a model', () => {
  it('says what the model is and what serves it', async () => {
    await renderPortal({ path, entities: suokeEntities });
    const model = await region('Model');
    expect(
      await within(model).findByRole('link', { name: 'v2.1.0' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/modelversion/xiaoai-conversation-llm-v2.1.0',
    );
    expect(factsOf(model)).toMatchObject({
      'Active version': 'v2.1.0',
      Framework: 'huggingface',
      Task: 'text-generation',
      Protocol: 'OpenAI',
      'New versions': 'Rolled out by hand',
      Cache: 'Shared volume',
      Objectives: 'p95 below 2000 ms · errors below 1%',
      'Model server': 'xiaoai-model-server',
      Image: 'suoke/xiaoai-model-server:v2.1.0',
    });
    expect(
      within(model).getByRole('row', { name: 'memory 8Gi 16Gi' }),
    ).toBeVisible();
  });

  it('lists the versions newest first and marks the active one', async () => {
    await renderPortal({ path, entities: suokeEntities });
    const versions = await region('Versions');
    await within(versions).findByRole('link', { name: 'v2.1.0' });
    expect(
      within(versions)
        .getAllByRole('rowheader')
        .map(header => within(header).getByRole('link').textContent),
    ).toEqual(['v2.1.0', 'v1.10.0', 'v1.9.0']);
    expect(
      within(versions).getByRole('row', { name: /v2\.1\.0/ }),
    ).toHaveTextContent(/champion.*Active/);
    expect(
      within(versions).getByRole('row', { name: /v1\.10\.0/ }),
    ).toHaveTextContent('Not serving');
    expect(versions).toHaveTextContent('3 versions, newest first');
  });

  it('draws the canary and says its policies', async () => {
    await renderPortal({ path, entities: suokeEntities });
    const delivery = await region('Delivery');
    expect(
      within(
        within(delivery).getByRole('list', {
          name: 'What happens during a rollout',
        }),
      )
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      '5%5% of requests',
      'Pause10 min',
      'Analysisgoes on when it passes',
      '25%25% of requests',
      'Pauseuntil a person resumes',
      '50%50% of requests',
      'Analysis5 min',
      '100%All requests',
    ]);
    expect(factsOf(delivery)).toEqual({
      Strategy: 'Canary',
      Engine: 'Chosen by what the cluster has',
      Promotion: 'Automatic when the verdict is pass',
      Rollback: 'Automatic when a check fails',
      'No data': 'Pauses for a person',
      'Metrics unreachable': 'Pauses for a person',
      Checks: 'error-rate',
    });
  });

  it('reads in Chinese', async () => {
    await renderPortal({ path, entities: suokeEntities, language: 'zh' });
    expect(factsOf(await region('发布'))).toMatchObject({
      策略: '金丝雀发布',
      提升: '判定通过时自动提升',
    });
    expect(await region('版本')).toBeVisible();
  });

  it('leads to the agent, and to its scaling where the app has that', async () => {
    await renderPortal({
      path,
      entities: suokeEntities,
      features: [agentScalingStandIn()],
    });
    const agents = await region('Agents that use it');
    expect(
      await within(agents).findByRole('link', { name: '小艾' }),
    ).toHaveAttribute('href', '/catalog/default/component/xiaoai');
    expect(
      within(agents).getByRole('link', { name: 'Scaling of 小艾' }),
    ).toHaveAttribute('href', '/catalog/default/component/xiaoai/scaling');
  });

  it('offers no scaling in an app without it', async () => {
    await renderPortal({ path, entities: suokeEntities });
    const agents = await region('Agents that use it');
    await within(agents).findByRole('link', { name: '小艾' });
    expect(within(agents).queryByText('Scaling')).not.toBeInTheDocument();
  });

  it('tells how an agent comes to use a model that nobody uses', async () => {
    await renderPortal({
      path: '/catalog/default/aimodel/chat',
      entities: [aiModel('chat')],
    });
    expect(await region('Agents that use it')).toHaveTextContent(
      'dependsOn: [aimodel:default/chat]',
    );
    expect(await region('Versions')).toHaveTextContent(
      'No version is registered.',
    );
    expect(await region('Model server')).toHaveTextContent('Not served');
  });

  it('warns about an active version that does not exist', async () => {
    await renderPortal({
      path: '/catalog/default/aimodel/chat',
      entities: [aiModel('chat', { spec: { activeVersion: 'chat-v9' } })],
    });
    expect(await screen.findByText(/activeVersion is chat-v9/)).toBeVisible();
  });

  it('tells stable and target apart during a rollout, and shows what the cluster says', async () => {
    await renderPortal({
      path: '/catalog/default/aimodel/chat',
      entities: withRelations([
        aiModel('chat', {
          spec: { activeVersion: 'chat-v2' },
          status: {
            phase: 'Progressing',
            stableVersion: 'chat-v1',
            targetVersion: 'chat-v2',
            conditions: [
              { type: 'Available', status: 'True', reason: 'StableServes' },
              { type: 'Stalled', status: 'False' },
              {
                type: 'AnalysisPassing',
                status: 'Unknown',
                message: 'No request yet',
              },
            ],
          },
        }),
        modelVersion('chat', 'v1'),
        modelVersion('chat', 'v2'),
        agent('bot', 'Bot', 'chat'),
      ]),
    });
    const versions = await region('Versions');
    expect(
      await within(versions).findByRole('row', { name: /v2/ }),
    ).toHaveTextContent('Rolling out');
    expect(within(versions).getByRole('row', { name: /v1/ })).toHaveTextContent(
      'Stable',
    );
    const conditions = await region('Conditions');
    expect(
      within(conditions).getByRole('row', { name: /AnalysisPassing/ }),
    ).toHaveTextContent('UnknownNo request yet');
  });

  it('says why it cannot read an entity', async () => {
    const future = aiModel('chat', {});
    await renderPortal({
      path: '/catalog/default/aimodel/chat',
      entities: [{ ...future, spec: { framework: 'from-the-future' } }],
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This page cannot read the entity');
    expect(alert).toHaveTextContent('spec.framework');
  });
});
