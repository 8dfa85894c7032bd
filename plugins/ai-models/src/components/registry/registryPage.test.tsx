import { screen, within } from '@testing-library/react';
import { modelRegistry } from '../../__fixtures__/entities';
import { suokeEntities } from '../../__fixtures__/suoke';
import { renderPortal } from '../../__testUtils__/renderPortal';

const path = '/catalog/default/modelregistry/suoke-models';

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

describe('the page of a registry', () => {
  it('says how it is read, and that nothing has reported yet', async () => {
    await renderPortal({ path, entities: suokeEntities });
    expect(factsOf(await region('Registry'))).toEqual({
      Connection: 'Unknown: nothing has reported yet',
      Type: 'Folder',
      Storage: 'Folder models',
      'Sign-in': 'None',
      Sync: 'Every 5 min',
      Retries: '5 retries, first after 10 sec, at most 5 min apart',
      'Models read': 'All',
      'Versions gone from it': 'Kept',
      'Formats that run code': 'Refused',
    });
  });

  it('lists what it keeps, with the model of each version', async () => {
    await renderPortal({ path, entities: suokeEntities });
    const versions = await region('Versions stored');
    expect(versions).toHaveTextContent('4 versions');
    const soer = within(versions).getByRole('row', { name: /v1\.3\.0/ });
    expect(
      await within(soer).findByRole('link', { name: '索儿养生推荐引擎' }),
    ).toHaveAttribute('href', '/catalog/default/aimodel/soer-wellness-engine');
  });

  it('says what is wrong with the connection, and never a secret', async () => {
    await renderPortal({
      path: '/catalog/default/modelregistry/mlflow',
      entities: [
        modelRegistry('mlflow', {
          spec: {
            type: 'MLflow',
            endpoint: 'https://mlflow.example.com',
            auth: { kind: 'Bearer', secretRef: { name: 'mlflow-token' } },
            sync: { mode: 'Webhook', interval: '1h30m', include: ['team-a/*'] },
          },
          status: {
            conditions: [
              {
                type: 'Reachable',
                status: 'False',
                reason: 'ConnectionRefused',
                message: 'connect ECONNREFUSED',
              },
            ],
          },
        }),
      ],
    });
    expect(factsOf(await region('Registry'))).toMatchObject({
      Connection: 'Unreachable',
      'Sign-in': 'Bearer, with the secret mlflow-token',
      Sync: 'On events, and every 1 hr 30 min',
      'Models read': 'team-a/*',
    });
    expect(await region('Conditions')).toHaveTextContent(
      'connect ECONNREFUSED',
    );
  });

  it('reads in Chinese', async () => {
    await renderPortal({ path, entities: suokeEntities, language: 'zh' });
    expect(factsOf(await region('注册表'))).toMatchObject({
      连接: '未知：尚无状态上报',
      同步: '每 5分钟',
    });
  });
});
