/** Returns the next number in [0, 1). */
export type Random = () => number;

/** A small seeded generator (mulberry32): the same seed gives the same cluster. */
export function createRandom(seed: number): Random {
  let state = Math.floor(seed) % 2 ** 32;
  return () => {
    state = (state + 0x6d2b79f5) % 2 ** 32;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a, 32 bit. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A number in [0, 1) that belongs to a text: stable noise without state. */
export function fractionOf(text: string): number {
  // One round of mulberry32, because FNV alone leaves neighbours such as `pod-1` and `pod-2` close together.
  return createRandom(hash32(text))();
}

// Kubernetes leaves vowels and look-alikes out of generated names, so that no words appear.
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** A random suffix as in generated object names. */
export function randomSuffix(random: Random, length = 5): string {
  let suffix = '';
  for (let index = 0; index < length; index++) {
    suffix += ALPHABET[Math.floor(random() * ALPHABET.length)];
  }
  return suffix;
}

/** A hash in the alphabet of generated names. */
export function encodeHash(hash: number): string {
  return [...String(hash)]
    .map(digit => ALPHABET[digit.charCodeAt(0) % ALPHABET.length])
    .join('');
}
