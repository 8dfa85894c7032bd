import { fractionOf } from '../../controllers/runtime/names';
import { LoadProfile } from './loadProfile';

/** Load that a workload is born with, as a share of the full load. */
const BIRTH_SHARE = 0.15;
/** Bursts rise and fall over this long. */
const BURST_EDGE_MS = 20_000;
const NOISE_PERIOD_MS = 15_000;

/** The daily wave and the quieter sixth and seventh day; 1 on average over a working day. */
export function season(profile: LoadProfile, ageMs: number): number {
  const days = ageMs / profile.dayMs;
  const wave =
    1 + profile.dayAmplitude * Math.cos(2 * Math.PI * (days - profile.phase));
  const isWeekend = ((Math.floor(days) % 7) + 7) % 7 >= 5;
  return wave * (isWeekend ? profile.weekendFactor : 1);
}

/**
 * What a burst adds, as a share of the load. There is one burst per `burstEvery` slot, at a moment and of a height
 * that depend on the seed and the slot only; so any moment can be computed without the ones before.
 */
export function burst(
  profile: LoadProfile,
  ageMs: number,
  seed: string,
): number {
  const { burstEveryMs, burstForMs, burstFactor } = profile;
  if (burstFactor === 0 || burstEveryMs <= 0) return 0;
  const slot = Math.floor(ageMs / burstEveryMs);
  let height = 0;
  // A burst that began late in the slot before may still go on.
  for (const index of [slot - 1, slot]) {
    const key = `${seed}/burst/${index}`;
    const begin = (index + fractionOf(`${key}/at`)) * burstEveryMs;
    const into = ageMs - begin;
    if (into < 0 || into > burstForMs) continue;
    const edge = Math.min(
      1,
      into / BURST_EDGE_MS,
      (burstForMs - into) / BURST_EDGE_MS,
    );
    height += burstFactor * (0.5 + fractionOf(`${key}/height`)) * edge;
  }
  return height;
}

/** Noise of a few percent that moves smoothly, so that samples look measured. */
export function noise(ageMs: number, seed: string): number {
  const position = ageMs / NOISE_PERIOD_MS;
  const index = Math.floor(position);
  const at = (step: number) => fractionOf(`${seed}/noise/${step}`) - 0.5;
  const mixed = at(index) + (at(index + 1) - at(index)) * (position - index);
  return 1 + 0.08 * mixed;
}

/**
 * Requests per second that clients send to a workload.
 *
 * @param ageMs - milliseconds since the workload was created
 * @param seed - of the cluster and the workload together
 */
export function offeredRps(
  profile: LoadProfile,
  ageMs: number,
  seed: string,
): number {
  const ramp = Math.min(
    1,
    BIRTH_SHARE + (1 - BIRTH_SHARE) * (ageMs / profile.rampMs),
  );
  const wave = season(profile, ageMs) + burst(profile, ageMs, seed);
  return Math.max(0, profile.meanRps * wave * noise(ageMs, seed) * ramp);
}
