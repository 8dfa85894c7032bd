import {
  formatLabelSelector,
  labelSelectorPredicate,
  parseLabelSelector,
} from './labelSelector';

describe('parseLabelSelector', () => {
  const labels = { app: 'chat', tier: 'agent', 'suoke.life/size': '3' };

  it.each([
    ['', true],
    ['app=chat', true],
    ['app==chat,tier=agent', true],
    ['app=other', false],
    ['app!=other', true],
    ['missing!=other', true],
    ['app', true],
    ['!app', false],
    ['!missing', true],
    ['app in (chat, other)', true],
    ['app in (other)', false],
    ['app notin (other)', true],
    ['missing notin (other)', true],
    ['suoke.life/size>2', true],
    ['suoke.life/size<2', false],
    ['app in (chat),tier notin (x),!missing', true],
  ])('%s matches: %s', (selector, matches) => {
    expect(parseLabelSelector(selector)(labels)).toBe(matches);
  });

  it.each(['a=b=c', 'a in b', '=x', 'a in (b', 'a,,b'])(
    'refuses %s',
    selector => {
      expect(() => parseLabelSelector(selector)).toThrow(
        'unable to parse requirement',
      );
    },
  );
});

describe('labelSelectorPredicate', () => {
  it('matches nothing without a selector, and everything with an empty one', () => {
    expect(labelSelectorPredicate(undefined)({ a: 'b' })).toBe(false);
    expect(labelSelectorPredicate({})({ a: 'b' })).toBe(true);
  });

  it('wants labels and expressions', () => {
    const selector = {
      matchLabels: { app: 'chat' },
      matchExpressions: [
        { key: 'tier', operator: 'In' as const, values: ['b', 'a'] },
        { key: 'x', operator: 'DoesNotExist' as const },
      ],
    };
    expect(labelSelectorPredicate(selector)({ app: 'chat', tier: 'a' })).toBe(
      true,
    );
    expect(
      labelSelectorPredicate(selector)({ app: 'chat', tier: 'a', x: '' }),
    ).toBe(false);
    expect(formatLabelSelector(selector)).toBe('app=chat,tier in (a,b),!x');
  });
});
