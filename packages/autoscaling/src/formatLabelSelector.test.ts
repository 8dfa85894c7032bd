import { formatLabelSelector, parseLabelSelector } from './labelSelector';

const selector = {
  matchLabels: { app: 'web' },
  matchExpressions: [
    { key: 'tier', operator: 'In', values: ['a', 'b'] },
    { key: 'track', operator: 'NotIn', values: ['canary'] },
    { key: 'old', operator: 'DoesNotExist' },
    { key: 'new', operator: 'Exists' },
  ],
};

it('writes the notation of kubectl', () => {
  const text = formatLabelSelector(selector);
  expect(text).toBe('app=web,tier in (a,b),track notin (canary),!old,new');
  expect(parseLabelSelector(text)).toHaveLength(5);
});

it('writes nothing for an empty selector', () => {
  expect(formatLabelSelector({})).toBe('');
});
