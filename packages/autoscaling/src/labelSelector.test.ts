import {
  labelSelectorRequirements,
  matchesLabels,
  parseLabelSelector,
  printLabelSelector,
} from './labelSelector';

const labels = {
  app: 'xiaoai',
  tier: 'a',
  'app.kubernetes.io/name': 'xiaoai',
  weight: '5',
  empty: '',
};

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['app=xiaoai', true],
    ['app==xiaoai,tier!=b', true],
    ['app.kubernetes.io/name=xiaoai', true],
    ['tier in (a, b)', true],
    ['tier notin (a,b)', false],
    ['track notin (x)', true],
    ['app, !track', true],
    ['!app', false],
    ['missing', false],
    ['empty=', true],
    ['weight>4', true],
    ['weight < 5', false],
    ['app>4', false],
    ['app=laoke', false],
  ])('%j selects: %s', (text, selected) => {
    expect(matchesLabels(parseLabelSelector(text), labels)).toBe(selected);
  });

  it.each([
    'app=a=b',
    'in (a)',
    'a in b',
    '=x',
    'app=b c',
    'weight>x',
    ',',
    'a in (b c)',
  ])('refuses %j', text => {
    expect(() => parseLabelSelector(text)).toThrow(
      'unable to parse requirement',
    );
  });
});

describe('structured selectors', () => {
  it('combine labels and expressions', () => {
    const requirements = labelSelectorRequirements({
      matchLabels: { app: 'xiaoai' },
      matchExpressions: [
        { key: 'tier', operator: 'In', values: ['a'] },
        { key: 'track', operator: 'DoesNotExist' },
      ],
    });
    expect(matchesLabels(requirements, labels)).toBe(true);
    expect(matchesLabels(requirements, { ...labels, track: 'x' })).toBe(false);
  });

  it.each([
    [
      { key: 'a', operator: 'Is', values: ['b'] },
      '"Is" is not a valid label selector operator',
    ],
    [{ key: 'a', operator: 'In', values: [] }, "values set can't be empty"],
    [
      { key: 'a', operator: 'Exists', values: ['b'] },
      'values set must be empty',
    ],
  ])('refuse %j', (expression, message) => {
    expect(() =>
      labelSelectorRequirements({ matchExpressions: [expression] }),
    ).toThrow(message);
  });

  it('are printed as the controller prints them', () => {
    expect(printLabelSelector(undefined)).toBe('nil');
    expect(
      printLabelSelector({
        matchLabels: { z: '1', a: '2' },
        matchExpressions: [{ key: 'k', operator: 'In', values: ['x', 'y'] }],
      }),
    ).toBe(
      '&LabelSelector{MatchLabels:map[string]string{a: 2,z: 1,},MatchExpressions:[]LabelSelectorRequirement{LabelSelectorRequirement{Key:k,Operator:In,Values:[x y],},},}',
    );
  });
});
