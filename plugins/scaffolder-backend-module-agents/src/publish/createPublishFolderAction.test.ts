import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { runAction } from '../__testUtils__/runAction';
import { createPublishFolderAction } from './createPublishFolderAction';

const workspace = createMockDirectory();
const root = createMockDirectory();

beforeEach(() => {
  workspace.setContent({
    'catalog-info.yaml': 'kind: Component',
    manifests: { 'agent.yaml': 'kind: Service' },
    '.git': { HEAD: 'ref' },
  });
  root.clear();
});

const success = jest.fn();
const fail = jest.fn();

function createAction(
  options: { allowed?: boolean; configured?: boolean } = {},
) {
  success.mockReset().mockResolvedValue(undefined);
  fail.mockReset().mockResolvedValue(undefined);
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({ success, fail }),
  });
  return createPublishFolderAction({
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
    auditor,
  });
}

const publish = (
  action: ReturnType<typeof createAction>,
  options: Omit<Parameters<typeof runAction>[1], 'workspacePath'>,
) => runAction(action, { ...options, workspacePath: workspace.path });

describe('agents:publish-folder', () => {
  it('writes the workspace below the root, without version control', async () => {
    const outputs = await publish(createAction(), {
      input: { folder: 'demo' },
    });
    expect(root.content()).toEqual({
      demo: {
        'catalog-info.yaml': 'kind: Component',
        manifests: { 'agent.yaml': 'kind: Service' },
      },
    });
    expect(outputs).toEqual({
      folder: 'demo',
      created: true,
      files: ['catalog-info.yaml', 'manifests/agent.yaml'],
    });
    expect(success).toHaveBeenCalledTimes(1);
  });

  it('refuses to overwrite, and leaves everything as it was', async () => {
    root.setContent({ demo: { 'mine.txt': 'kept' } });
    await expect(
      publish(createAction(), { input: { folder: 'demo' } }),
    ).rejects.toThrow(/'demo' exists already.*force/);
    expect(root.content()).toEqual({ demo: { 'mine.txt': 'kept' } });
    expect(fail).toHaveBeenCalledTimes(1);
  });

  it('replaces the whole folder with force', async () => {
    root.setContent({ demo: { 'old.txt': 'gone' } });
    const outputs = await publish(createAction(), {
      input: { folder: 'demo', force: true },
    });
    expect(outputs.created).toBe(false);
    expect(root.content()).toEqual({
      demo: {
        'catalog-info.yaml': 'kind: Component',
        manifests: { 'agent.yaml': 'kind: Service' },
      },
    });
  });

  it('accepts its own folder when the task is retried', async () => {
    const checkpoints = new Map();
    const action = createAction();
    await publish(action, { input: { folder: 'demo' }, checkpoints });
    const again = await publish(action, {
      input: { folder: 'demo' },
      checkpoints,
    });
    expect(again.created).toBe(true);
    expect(success).toHaveBeenCalledTimes(1);
  });

  it.each(['../demo', 'a/b', '.hidden', '', 'Demo', '.staging-x'])(
    'refuses the folder name %j',
    async folder => {
      await expect(
        publish(createAction(), { input: { folder } }),
      ).rejects.toThrow(/is not valid/);
      expect(root.content()).toEqual({});
    },
  );

  it('refuses a source outside of the workspace', async () => {
    await expect(
      publish(createAction(), { input: { folder: 'demo', sourcePath: '..' } }),
    ).rejects.toThrow(/not allowed|outside/i);
  });

  it('refuses symbolic links', async () => {
    symlinkSync('/etc/hostname', join(workspace.path, 'leak'));
    await expect(
      publish(createAction(), { input: { folder: 'demo' } }),
    ).rejects.toThrow(/leak is neither a file nor a directory/);
    expect(root.content()).toEqual({});
  });

  it('says what a dry run would do and writes nothing', async () => {
    const outputs = await publish(createAction(), {
      input: { folder: 'demo' },
      isDryRun: true,
    });
    expect(outputs).toMatchObject({ folder: 'demo', created: true });
    expect(root.content()).toEqual({});
  });

  it('leaves nothing behind when the task is cancelled', async () => {
    await expect(
      publish(createAction(), {
        input: { folder: 'demo' },
        signal: AbortSignal.abort(new Error('cancelled')),
      }),
    ).rejects.toThrow('cancelled');
    expect(root.content()).toEqual({});
  });

  it('needs the permission', async () => {
    await expect(
      publish(createAction({ allowed: false }), { input: { folder: 'demo' } }),
    ).rejects.toThrow(/agents.folder.publish/);
    expect(root.content()).toEqual({});
  });

  it('names the missing configuration', async () => {
    await expect(
      publish(createAction({ configured: false }), {
        input: { folder: 'demo' },
      }),
    ).rejects.toThrow(/agents.folder.root is not configured/);
  });
});
