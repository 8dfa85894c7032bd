import { createRandom, hash32 } from '../controllers/runtime/names';

/** Uids that depend on the seed, and on the version so that a restart does not repeat any. */
export function seededUuid(seed: number, version: () => number): () => string {
  let random: (() => number) | undefined;
  return () => {
    random ??= createRandom(hash32(`${seed}/uid/${version()}`));
    const digits = Array.from({ length: 32 }, () =>
      Math.floor(random!() * 16).toString(16),
    );
    digits[12] = '4';
    digits[16] = '89ab'[Math.floor(random!() * 4)];
    const text = digits.join('');
    return [
      text.slice(0, 8),
      text.slice(8, 12),
      text.slice(12, 16),
      text.slice(16, 20),
      text.slice(20),
    ].join('-');
  };
}
