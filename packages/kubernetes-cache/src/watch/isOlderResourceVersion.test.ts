import { isOlderResourceVersion } from './isOlderResourceVersion';

describe('isOlderResourceVersion', () => {
  it.each([
    ['7', '100', true],
    ['99', '100', true],
    ['100', '100', false],
    ['101', '100', false],
    ['18446744073709551614', '18446744073709551615', true],
    ['abc', '100', false],
    ['7', '', false],
  ])('%s against %s: %s', (version, reference, expected) => {
    expect(isOlderResourceVersion(version, reference)).toBe(expected);
  });
});
