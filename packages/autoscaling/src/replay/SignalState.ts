import type { ReplayPlan, SignalPlan } from './plan';
import { SeriesCursor } from './SeriesCursor';
import type { ServingHistory } from './ServingHistory';
import type { ReplaySeries } from './types';

type Clock = Pick<ReplayPlan, 'firstTick' | 'periodMs'>;

/** Later than every pass. */
export const NEVER = 2 ** 31 - 1;

/** One load at one pass: what it is, and what it was when the sample that the pass sees was taken. */
class LoadState {
  /** First pass that may see something else. */
  changesTick = -1;
  now = NaN;
  seen = NaN;
  readonly #lagMs: number;
  readonly #now: SeriesCursor;
  readonly #seen: SeriesCursor;
  readonly #firstTick: number;
  readonly #periodMs: number;

  constructor(load: ReplaySeries, lagMs: number, clock: Clock) {
    this.#lagMs = lagMs;
    this.#now = new SeriesCursor(load);
    this.#seen = new SeriesCursor(load);
    this.#firstTick = clock.firstTick;
    this.#periodMs = clock.periodMs;
  }

  advance(tick: number): void {
    if (tick < this.changesTick) return;
    const lagMs = this.#lagMs;
    const instant = this.#firstTick + tick * this.#periodMs;
    this.#now.advance(instant);
    this.#seen.advance(instant - lagMs);
    this.now = this.#now.value;
    this.seen = this.#seen.value;
    const changesAt = Math.min(
      this.#now.changesAt,
      this.#seen.changesAt + lagMs,
    );
    this.changesTick = Math.min(
      NEVER,
      Math.ceil((changesAt - this.#firstTick) / this.#periodMs),
    );
  }
}

/** One signal at one pass: what the load is, and what the sample that the pass sees says. */
export class SignalState {
  readonly plan: SignalPlan;
  /** Milli per serving pod, or of the whole target; whole, NaN without a sample. */
  seenUsage = NaN;
  readonly #load: LoadState;
  #servingPosition = 0;

  private constructor(signal: SignalPlan, load: LoadState) {
    this.plan = signal;
    this.#load = load;
  }

  /** States of signals; those that are models of one load share it. */
  static of(signals: readonly SignalPlan[], clock: Clock): SignalState[] {
    const loads: { load: ReplaySeries; lagMs: number; state: LoadState }[] = [];
    return signals.map(signal => {
      const { lagMs } = signal;
      const { load } = signal.signal;
      const shared = loads.find(
        each => each.load === load && each.lagMs === lagMs,
      );
      if (shared) return new SignalState(signal, shared.state);
      const state = new LoadState(load, lagMs, clock);
      loads.push({ load, lagMs, state });
      return new SignalState(signal, state);
    });
  }

  /** First pass that may see another load. */
  get changesTick(): number {
    return this.#load.changesTick;
  }

  /** The real load at the pass; NaN when it is not known. */
  get load(): number {
    return this.#load.now;
  }

  /** Whether a pass gets samples at all. */
  get isKnown(): boolean {
    return !Number.isNaN(this.#load.seen);
  }

  advance(tick: number, serving: ServingHistory): void {
    const { plan } = this;
    this.#load.advance(tick);
    const load = this.#load.seen;
    if (plan.isTotal) {
      this.seenUsage = Math.round(load);
      return;
    }
    const position = serving.seek(tick - plan.lagTicks, this.#servingPosition);
    this.#servingPosition = position;
    const pods = serving.countAt(position);
    this.seenUsage =
      pods === 0 ? NaN : Math.round(usagePerPod(plan, load, pods));
  }
}

/** What each of some serving pods uses under a load, cut at its capacity. */
export function usagePerPod(
  plan: SignalPlan,
  load: number,
  servingPods: number,
): number {
  return Math.min(
    plan.floor + (plan.share * load) / servingPods,
    plan.capacity,
  );
}
