import type { AIModel } from '@suoke/plugin-ai-models-common';
import { modelVersion } from '../__fixtures__/entities';
import { roleOf, toVersionRows } from './versionRow';

function model(status?: AIModel['status']): Pick<AIModel, 'spec' | 'status'> {
  return {
    spec: {
      framework: 'onnx',
      activeVersion: 'chat-v2',
      aliases: [
        { name: 'champion', version: 'chat-v1' },
        { name: 'latest-good', version: 'chat-v1' },
      ],
    },
    status,
  };
}

describe('roleOf', () => {
  it.each([
    ['chat-v2', undefined, 'active'],
    ['chat-v1', undefined, 'other'],
    [
      'chat-v2',
      { stableVersion: 'chat-v1', targetVersion: 'chat-v2' },
      'target',
    ],
    [
      'chat-v1',
      { stableVersion: 'chat-v1', targetVersion: 'chat-v2' },
      'stable',
    ],
    [
      'chat-v0',
      { stableVersion: 'chat-v1', targetVersion: 'chat-v2' },
      'other',
    ],
    [
      'chat-v2',
      { stableVersion: 'chat-v2', targetVersion: 'chat-v2' },
      'active',
    ],
    ['chat-v2', { stableVersion: 'chat-v2' }, 'active'],
  ] as const)('%s with %j is %s', (name, status, role) => {
    expect(roleOf(model(status), name)).toBe(role);
  });

  it('is other while the model is not known', () => {
    expect(roleOf(undefined, 'chat-v2')).toBe('other');
  });
});

describe('toVersionRows', () => {
  it('puts the newest first, with the aliases of each', () => {
    const rows = toVersionRows(
      ['v1', 'v10', 'v2'].map(number => modelVersion('chat', number)),
      model(),
    );
    expect(rows.map(({ number, aliases }) => [number, aliases])).toEqual([
      ['v10', []],
      ['v2', []],
      ['v1', ['champion', 'latest-good']],
    ]);
  });
});
