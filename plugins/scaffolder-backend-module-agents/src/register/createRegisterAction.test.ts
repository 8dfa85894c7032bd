import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EventParams } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { runAction } from '../__testUtils__/runAction';
import { folderLocation } from '../provider/readAgentFolders';
import { createRegisterAction } from './createRegisterAction';

const root = createMockDirectory();
let published: EventParams[];

beforeEach(() => {
  published = [];
  root.setContent({ demo: { 'catalog-info.yaml': '' } });
});

/** The agent `demo` as the provider emits it, or from elsewhere. */
function demoEntity(location = folderLocation(root.path, 'demo')): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'demo',
      annotations: { 'backstage.io/managed-by-location': location },
    },
  };
}

function register(
  options: {
    /** What the catalog answers, one question after the other; the last stays. */
    answers?: (Entity | undefined)[];
    allowed?: boolean;
    configured?: boolean;
    isDryRun?: boolean;
    signal?: AbortSignal;
    folder?: string;
  } = {},
) {
  const answers = options.answers ?? [demoEntity()];
  const action = createRegisterAction({
    folder:
      options.configured === false
        ? undefined
        : {
            root: root.path,
            allowedKinds: [],
            schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
          },
    permissions: mockServices.permissions({
      result:
        options.allowed === false
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }),
    events: mockServices.events.mock({
      publish: async event => {
        published.push(event);
      },
    }),
    catalog: catalogServiceMock.mock({
      getEntityByRef: async () =>
        answers.length > 1 ? answers.shift() : answers[0],
    }),
  });
  return runAction(action, {
    input: { folder: options.folder ?? 'demo', timeoutSeconds: 1 },
    isDryRun: options.isDryRun,
    signal: options.signal,
  });
}

describe('agents:register', () => {
  it('wakes the catalog and waits for the entity of the folder', async () => {
    const outputs = await register({ answers: [undefined, demoEntity()] });
    expect(outputs).toEqual({ entityRef: 'component:default/demo' });
    expect(published).toEqual([
      { topic: 'agents.folder.changed', eventPayload: { folder: 'demo' } },
    ]);
  });

  it('says what may be missing when nothing comes', async () => {
    await expect(register({ answers: [undefined] })).rejects.toThrow(
      /did not appear within 1 seconds: check that the catalog module/,
    );
  });

  it('refuses a name that is taken from elsewhere', async () => {
    await expect(
      register({ answers: [demoEntity('url:https://example.com/x')] }),
    ).rejects.toThrow(
      /already in the catalog from url:https:\/\/example.com\/x: choose another name/,
    );
  });

  it('refuses a folder that was not published', async () => {
    await expect(register({ folder: 'other' })).rejects.toThrow(
      /no folder 'other': publish it first/,
    );
    expect(published).toEqual([]);
  });

  it('does nothing in a dry run', async () => {
    expect(await register({ isDryRun: true, answers: [undefined] })).toEqual({
      entityRef: 'component:default/demo',
    });
    expect(published).toEqual([]);
  });

  it('needs the permission to create locations', async () => {
    await expect(register({ allowed: false })).rejects.toThrow(
      /catalog.location.create/,
    );
    expect(published).toEqual([]);
  });

  it('names the missing configuration', async () => {
    await expect(register({ configured: false })).rejects.toThrow(
      /agents.folder.root is not configured/,
    );
  });

  it('stops waiting when the task is cancelled', async () => {
    await expect(
      register({
        answers: [undefined],
        signal: AbortSignal.abort(new Error('cancelled')),
      }),
    ).rejects.toThrow('cancelled');
  });
});
