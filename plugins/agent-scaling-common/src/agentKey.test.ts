import { parseAgentKey, stringifyAgentKey } from './agentKey';

describe('agentKey', () => {
  it.each([
    { cluster: 'local', namespace: 'suoke-agents', name: 'xiaoai' },
    { cluster: 'arn:aws:eks/prod', namespace: 'a', name: 'b' },
  ])('reads back what it wrote for $cluster', key => {
    expect(parseAgentKey(stringifyAgentKey(key))).toEqual(key);
  });

  it.each(['', 'xiaoai', 'local/xiaoai', 'local/ns/'])('refuses %j', text => {
    expect(parseAgentKey(text)).toBeUndefined();
  });
});
