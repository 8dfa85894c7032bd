interface ParsedVersion {
  numbers: number[];
  prerelease: string[];
}

const VERSION =
  /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

function parse(version: string): ParsedVersion | undefined {
  const match = VERSION.exec(version);
  return (
    (match && {
      numbers: match[1].split('.').map(Number),
      prerelease: match[2] ? match[2].split('.') : [],
    }) ??
    undefined
  );
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function compareIdentifiers(a: string, b: string): number {
  const [aIsNumber, bIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (aIsNumber && bIsNumber) {
    return Math.sign(Number(a) - Number(b));
  }
  if (aIsNumber !== bIsNumber) {
    return aIsNumber ? -1 : 1;
  }
  return compareText(a, b);
}

function comparePrerelease(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) {
    // A release comes after its own release candidates.
    return Math.sign(b.length - a.length);
  }
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const order = compareIdentifiers(a[i], b[i]);
    if (order !== 0) {
      return order;
    }
  }
  return Math.sign(a.length - b.length);
}

function compareNumbers(a: number[], b: number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const order = Math.sign((a[i] ?? 0) - (b[i] ?? 0));
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}

/**
 * Orders version numbers: semantic versions by the rules of semver.org, plain numbers as MLflow counts them, and before
 * all of them whatever is no version number, by its text.
 *
 * @remarks
 * `v2.1.0` and `2.1.0` are equal, missing parts count as 0, build metadata is ignored. The order is total, so it may sort.
 *
 * @returns negative when `a` is older, positive when it is newer, 0 when neither
 * @public
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  if (!left || !right) {
    if (!left && !right) {
      return compareText(a, b);
    }
    return left ? 1 : -1;
  }
  return (
    compareNumbers(left.numbers, right.numbers) ||
    comparePrerelease(left.prerelease, right.prerelease)
  );
}

/**
 * A copy of `items` with the newest version first.
 *
 * @public
 */
export function newestFirst<T>(
  items: readonly T[],
  versionOf: (item: T) => string,
): T[] {
  return [...items].sort((a, b) => compareVersions(versionOf(b), versionOf(a)));
}
