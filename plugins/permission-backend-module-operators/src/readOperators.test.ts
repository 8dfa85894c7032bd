import { ConfigReader } from '@backstage/config';
import { readOperators } from './readOperators';

function config(members: string[]) {
  return new ConfigReader({ permission: { operators: { members } } });
}

describe('readOperators', () => {
  it('completes and lowers references', () => {
    expect(
      readOperators(config(['group:Platform-Team', 'User:default/root'])),
    ).toEqual(new Set(['group:default/platform-team', 'user:default/root']));
  });

  it('has no operators when nothing is configured', () => {
    expect(readOperators(new ConfigReader({})).size).toBe(0);
  });

  it.each(['component:default/chat', 'platform-team'])(
    'refuses %s and names the entry',
    ref => {
      expect(() => readOperators(config(['group:default/a', ref]))).toThrow(
        /permission\.operators\.members\[1\].*write it as/,
      );
    },
  );
});
