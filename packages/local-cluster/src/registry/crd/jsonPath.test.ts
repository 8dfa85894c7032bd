import { evaluateJsonPath } from './jsonPath';

describe('evaluateJsonPath', () => {
  const object = {
    metadata: { annotations: { 'suoke.life/owner': 'team' } },
    spec: {
      replicas: 0,
      list: [{ name: 'a' }, { name: 'b' }],
      'with-dash': 1,
      nothing: null,
    },
    status: {
      conditions: [
        { type: 'Ready', status: 'True' },
        { type: 'Other', status: 'False' },
      ],
    },
  };

  it.each([
    ['.spec.replicas', [0]],
    ['.spec.list[*].name', ['a', 'b']],
    ['.spec.list[1].name', ['b']],
    ['.spec.list[-1].name', ['b']],
    ['.spec.with-dash', [1]],
    ["['spec']['with-dash']", [1]],
    ['.metadata.annotations.suoke\\.life/owner', ['team']],
    ['.status.conditions[?(@.type=="Ready")].status', ['True']],
    [".status.conditions[?(@.type=='Other')].status", ['False']],
    ['.status.conditions[?(@.type!="Ready")].status', ['False']],
    ['.spec.nothing', []],
    ['.spec.absent.deeper', []],
    ['.spec.[broken', []],
  ])('%s', (path, values) => {
    expect(evaluateJsonPath(object, path)).toEqual(values);
  });
});
