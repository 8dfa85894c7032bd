import { humanizeRef, toEntityRouteParams } from './entityPath';

describe('entityPath', () => {
  it.each([
    ['component:default/xiaoai', 'xiaoai'],
    ['group:default/suoke-life-dev', 'suoke-life-dev'],
    ['aimodel:models/tcm', 'models/tcm'],
    ['xiaoai', 'xiaoai'],
    ['component:', 'component:'],
  ])('reads %s as %s', (ref, text) => {
    expect(humanizeRef(ref)).toBe(text);
  });

  it('gives the route parameters of an entity page', () => {
    expect(toEntityRouteParams('AIModel:default/Chat')).toEqual({
      kind: 'aimodel',
      namespace: 'default',
      name: 'Chat',
    });
  });
});
