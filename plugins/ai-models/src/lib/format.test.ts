import { createFormatters, durationSeconds } from './format';

const en = createFormatters('en');
const zh = createFormatters('zh');

describe('durationSeconds', () => {
  it.each([
    ['30s', 30],
    ['5m', 300],
    ['1h30m', 5400],
    ['1500ms', 1.5],
    ['soon', undefined],
    ['', undefined],
  ])('%j is %j', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });
});

describe('createFormatters', () => {
  it.each([
    [en.duration('10m'), '10 min'],
    [en.duration('5400s'), '1 hr 30 min'],
    [en.duration('0s'), '0 sec'],
    [en.duration('whenever'), 'whenever'],
    [zh.duration('10m'), '10分钟'],
    [en.bytes(0), '0 byte'],
    [en.bytes(999), '999 byte'],
    [en.bytes(4_830_000_000), '4.8 GB'],
    [en.percent(0.5), '0.5%'],
    [en.percent(25), '25%'],
    [en.time('not a time'), 'not a time'],
  ])('writes %j', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
