import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import { aiModel } from '../../__fixtures__/entities';
import { suokeEntities } from '../../__fixtures__/suoke';
import { renderPortal } from '../../__testUtils__/renderPortal';

const path = '/ai-models';

async function row(name: string | RegExp) {
  return screen.findByRole('row', { name }, { timeout: 5000 });
}

function modelTitles() {
  return screen
    .getAllByRole('rowheader')
    .map(header => within(header).getByRole('link').textContent);
}

describe('ModelsPage', () => {
  it('shows each model with its active version, agents, registry and owner', async () => {
    await renderPortal({ path, entities: suokeEntities });
    const xiaoai = await row(/小艾对话大模型/);
    expect(xiaoai).toHaveTextContent('xiaoai-conversation-llm');
    expect(xiaoai).toHaveTextContent('huggingface');
    expect(xiaoai).toHaveTextContent('text-generation');
    expect(xiaoai).toHaveTextContent('production');
    expect(within(xiaoai).getByRole('gridcell', { name: '3' })).toBeVisible();
    await waitFor(() =>
      expect(
        within(xiaoai)
          .getAllByRole('link')
          .map(link => [link.textContent, link.getAttribute('href')]),
      ).toEqual([
        ['小艾对话大模型', '/catalog/default/aimodel/xiaoai-conversation-llm'],
        [
          'v2.1.0',
          '/catalog/default/modelversion/xiaoai-conversation-llm-v2.1.0',
        ],
        ['小艾', '/catalog/default/component/xiaoai'],
        ['索克模型注册表', '/catalog/default/modelregistry/suoke-models'],
        ['suoke-life-dev', '/catalog/default/group/suoke-life-dev'],
      ]),
    );
    expect(screen.getByText('2 models')).toBeVisible();
  });

  it('reads in Chinese', async () => {
    await renderPortal({ path, entities: suokeEntities, language: 'zh' });
    expect(await screen.findByText('2 个模型')).toBeVisible();
    expect(
      screen.getByRole('columnheader', { name: '当前版本' }),
    ).toBeVisible();
    expect(screen.getByText('AI 模型')).toBeVisible();
  });

  it('finds a model by its agent, by its framework, and says when nothing matches', async () => {
    const user = userEvent.setup();
    await renderPortal({ path, entities: suokeEntities });
    await row(/小艾/);
    const search = screen.getByRole('searchbox', { name: 'Find a model' });
    await user.type(search, 'soer onnx');
    expect(await screen.findByText('1 of 2 models')).toBeVisible();
    expect(modelTitles()).toEqual(['索儿养生推荐引擎']);
    await user.type(search, ' nothing');
    expect(await screen.findByText('No model matches')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    expect(await screen.findByText('2 models')).toBeVisible();
  });

  it('sorts by the column that is pressed', async () => {
    const user = userEvent.setup();
    await renderPortal({ path, entities: suokeEntities });
    await row(/小艾/);
    const versions = screen.getByRole('columnheader', { name: /Versions/ });
    await user.click(versions);
    expect(modelTitles()).toEqual(['索儿养生推荐引擎', '小艾对话大模型']);
    await user.click(versions);
    expect(modelTitles()).toEqual(['小艾对话大模型', '索儿养生推荐引擎']);
  });

  it('says when the active version is not in the catalog', async () => {
    await renderPortal({
      path,
      entities: [aiModel('chat', { spec: { activeVersion: 'chat-v9' } })],
    });
    expect(await row(/chat/)).toHaveTextContent(
      'chat-v9 is not in the catalog',
    );
  });

  it('tells an empty catalog what to do, with an example', async () => {
    await renderPortal({ path });
    const empty = await screen.findByRole('region', { name: 'No models yet' });
    expect(empty).toHaveTextContent('allow the kinds AIModel');
    // The highlighter arrives later than the words around it.
    await waitFor(() =>
      expect(empty).toHaveTextContent('apiVersion: ai.suoke.life/v1alpha1'),
    );
  });

  it('says what failed and tries again', async () => {
    const user = userEvent.setup();
    let broken = true;
    await renderPortal({
      path,
      catalog: {
        getEntities: async () => {
          if (broken) {
            throw Object.assign(new Error('signed out'), { statusCode: 401 });
          }
          return { items: suokeEntities };
        },
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You are signed out');
    broken = false;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await row(/小艾/)).toBeVisible();
  });

  it('says which permission is missing', async () => {
    await renderPortal({
      path,
      catalog: {
        getEntities: async () => {
          throw new NotAllowedError('no');
        },
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You may not read this');
    expect(alert).toHaveTextContent('catalog.entity.read');
    expect(within(alert).queryByRole('button')).not.toBeInTheDocument();
  });

  it('says that it is loading', async () => {
    await renderPortal({
      path,
      catalog: { getEntities: () => new Promise(() => {}) },
    });
    expect(await screen.findByText('Loading')).toBeInTheDocument();
  });
});
