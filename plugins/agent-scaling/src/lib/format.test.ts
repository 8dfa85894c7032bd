import { createFormatters, unitOfResource } from './format';

const en = createFormatters('en');
const zh = createFormatters('zh-CN');
const NOW = Date.parse('2026-11-23T08:00:00Z');

describe('value', () => {
  it.each([
    [62, 'percent', '62%'],
    [0.25, 'cores', '250m'],
    [0, 'cores', '0'],
    [1.5, 'cores', '1.5'],
    [8 * 1024 ** 3, 'bytes', '8 GiB'],
    [512 * 1024 ** 2, 'bytes', '512 MiB'],
    [900, 'bytes', '900 B'],
    [28.44, 'perSecond', '28.4/s'],
    [0.35, 'seconds', '0.35 s'],
    [1234.5, 'none', '1,235'],
    [7, 'none', '7'],
  ] as const)('writes %d %s as %s', (value, unit, text) => {
    expect(en.value(value, unit)).toBe(text);
  });
});

describe('relative', () => {
  // Patterns, because browsers abbreviate differently.
  it.each([
    [0, /^now$/, '现在'],
    [12, /^12 ?s(ec\.)? ago$/, '12秒前'],
    [90, /^1 ?m(in)?\.? ago$/, '1分钟前'],
    [7_200, /^2 ?h(r)?\.? ago$/, '2小时前'],
    [432_000, /^5 ?d(ays)? ago$/, '5天前'],
    [-30, /^now$/, '现在'],
  ])('writes %d seconds as %s and %s', (seconds, english, chinese) => {
    expect(en.relative(NOW - seconds * 1000, NOW)).toMatch(english);
    expect(zh.relative(NOW - seconds * 1000, NOW)).toBe(chinese);
  });
});

describe('duration', () => {
  it.each([
    [0, '0 sec'],
    [45, '45 sec'],
    [300, '5 min'],
    [330, '5 min 30 sec'],
    [7_500, '2 hr 5 min'],
    [100_000, '1 day 3 hr'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(en.duration(seconds)).toBe(text);
  });

  it('follows the language', () => {
    expect(zh.duration(7_500)).toBe('2小时 5分钟');
  });
});

describe('resource', () => {
  it.each([
    ['cpu', 'cores'],
    ['memory', 'bytes'],
    ['ephemeral-storage', 'bytes'],
    ['nvidia.com/gpu', 'none'],
  ])('measures %s in %s', (resource, unit) => {
    expect(unitOfResource(resource)).toBe(unit);
  });

  it('writes a quantity', () => {
    expect(en.resource(2, 'nvidia.com/gpu')).toBe('2');
    expect(en.resource(0.5, 'cpu')).toBe('500m');
  });
});
