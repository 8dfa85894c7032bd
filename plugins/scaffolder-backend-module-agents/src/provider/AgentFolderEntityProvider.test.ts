import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { EventParams } from '@backstage/plugin-events-node';
import { AgentFolderEntityProvider } from './AgentFolderEntityProvider';
import { AGENT_FOLDER_TOPIC } from './folderTopic';

const root = createMockDirectory();

function component(name: string) {
  return `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\n`;
}

async function connect() {
  const logger = mockServices.logger.mock();
  const mutations: EntityProviderMutation[] = [];
  let publish: (event: EventParams) => Promise<void> = async () => {};
  let runTask: () => Promise<void> = async () => {};
  const provider = AgentFolderEntityProvider.create({
    folder: {
      root: root.path,
      allowedKinds: ['Component'],
      schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
    },
    logger,
    events: mockServices.events.mock({
      subscribe: async ({ topics, onEvent }) => {
        expect(topics).toEqual([AGENT_FOLDER_TOPIC]);
        publish = onEvent;
      },
    }),
    taskRunner: {
      run: async ({ fn }) => {
        runTask = fn as () => Promise<void>;
      },
    },
  });
  await provider.connect({
    applyMutation: async mutation => {
      mutations.push(mutation);
    },
    refresh: async () => {},
  });
  const names = () => {
    const last = mutations.at(-1);
    return last?.type === 'full'
      ? last.entities.map(({ entity }) => entity.metadata.name)
      : undefined;
  };
  return {
    logger,
    names,
    runTask: () => runTask(),
    publish: () => publish({ topic: AGENT_FOLDER_TOPIC, eventPayload: {} }),
  };
}

describe('AgentFolderEntityProvider', () => {
  it('reads on its schedule, and at once when a folder was published', async () => {
    root.setContent({ a: { 'catalog-info.yaml': component('a') } });
    const { names, runTask, publish } = await connect();
    await runTask();
    expect(names()).toEqual(['a']);
    root.addContent({ b: { 'catalog-info.yaml': component('b') } });
    await publish();
    expect(names()).toEqual(['a', 'b']);
  });

  it('keeps what it had of a folder whose file broke, and forgets a removed folder', async () => {
    root.setContent({
      a: { 'catalog-info.yaml': component('a') },
      b: { 'catalog-info.yaml': component('b') },
    });
    const { names, runTask, logger } = await connect();
    await runTask();
    root.setContent({ a: { 'catalog-info.yaml': 'a: [' } });
    await runTask();
    expect(names()).toEqual(['a']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Agent folder a is not read'),
    );
  });
});
