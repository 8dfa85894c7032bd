import { resolve } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleScaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import request from 'supertest';
import { eventually } from '../__testUtils__/eventually';

const ALL = resolve(__dirname, '../../../../catalog/all.yaml');

interface EntityAnswer {
  metadata: { name: string; title: string };
  relations: { type: string; targetRef: string }[];
}

describe('the catalog that the portal starts with', () => {
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    ({ server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleScaffolderEntityModel,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0' },
            catalog: {
              rules: [
                {
                  allow: [
                    'Component',
                    'Group',
                    'Location',
                    'System',
                    'Template',
                    'User',
                  ],
                },
              ],
              processingInterval: { seconds: 5 },
              locations: [{ type: 'file', target: ALL }],
            },
          },
        }),
      ],
    }));
    await eventually(async () => {
      const group = await entity('group/default/suoke-life-dev');
      // The four agents, the system and the template.
      return (
        (group?.relations ?? []).filter(({ type }) => type === 'ownerOf')
          .length >= 6
      );
    });
  }, 60_000);

  async function entity(path: string): Promise<EntityAnswer | undefined> {
    const { status, body } = await request(server).get(
      `/api/catalog/entities/by-name/${path}`,
    );
    return status === 200 ? body : undefined;
  }

  it.each([
    ['xiaoai', '小艾', 'xiaoai-conversation-llm'],
    ['xiaoke', '小克', 'xiaoke-health-classifier'],
    ['laoke', '老克', 'laoke-tcm-expert'],
    ['soer', '索儿', 'soer-wellness-engine'],
  ])('has %s with owner, system and model', async (name, title, model) => {
    const agent = await entity(`component/default/${name}`);
    expect(agent?.metadata.title).toBe(title);
    expect(
      agent?.relations.map(({ type, targetRef }) => `${type} ${targetRef}`),
    ).toEqual(
      expect.arrayContaining([
        'ownedBy group:default/suoke-life-dev',
        'partOf system:default/suoke-life',
        `dependsOn aimodel:default/${model}`,
      ]),
    );
  });

  it('has a guest, who signs in and belongs to the team', async () => {
    const guest = await entity('user/default/guest');
    expect(guest?.relations).toContainEqual({
      type: 'memberOf',
      targetRef: 'group:default/suoke-life-dev',
    });
  });

  it('has the template', async () => {
    expect(await entity('template/default/agent-service')).toBeDefined();
  });
});
