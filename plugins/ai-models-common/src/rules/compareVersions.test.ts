import fc from 'fast-check';
import { compareVersions, newestFirst } from './compareVersions';

describe('compareVersions', () => {
  it.each([
    // From the precedence chapter of semver.org, oldest to newest.
    [
      [
        '1.0.0-alpha',
        '1.0.0-alpha.1',
        '1.0.0-alpha.beta',
        '1.0.0-beta',
        '1.0.0-beta.2',
        '1.0.0-beta.11',
        '1.0.0-rc.1',
        '1.0.0',
      ],
    ],
    [['1.0.0', '2.0.0', '2.1.0', '2.1.1']],
    [['v1.9.0', 'v1.10.0', 'v2.0.0']],
    [['7', '8', '10', '100']],
    [['latest', 'nightly', '0.0.1']],
    [['1.5', '1.5.2', '2']],
  ])('orders %j', ascending => {
    const shuffled = [...ascending].reverse();
    expect(shuffled.sort(compareVersions)).toEqual(ascending);
  });

  it.each([
    ['v2.1.0', '2.1.0'],
    ['2.1', '2.1.0'],
    ['2.1.0+build.1', '2.1.0+build.2'],
  ])('sees no order between %s and %s', (a, b) => {
    expect(compareVersions(a, b)).toBe(0);
  });

  const version = fc.oneof(
    fc.stringMatching(
      /^v?\d{1,2}(\.\d{1,2}){0,3}(-[a-z0-9]{1,3}(\.[a-z0-9]{1,3})?)?$/,
    ),
    fc.stringMatching(/^[a-z0-9.-]{1,8}$/),
  );

  it('is a total order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(compareVersions(a, a)).toBe(0);
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
        const [low, middle, high] = [a, b, c].sort(compareVersions);
        expect(compareVersions(low, middle)).toBeLessThanOrEqual(0);
        expect(compareVersions(middle, high)).toBeLessThanOrEqual(0);
        expect(compareVersions(low, high)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('newestFirst', () => {
  it('sorts a copy', () => {
    const versions = ['v1.10.0', 'v2.1.0', 'v1.9.0'];
    expect(newestFirst(versions, version => version)).toEqual([
      'v2.1.0',
      'v1.10.0',
      'v1.9.0',
    ]);
    expect(versions[0]).toBe('v1.10.0');
  });
});
