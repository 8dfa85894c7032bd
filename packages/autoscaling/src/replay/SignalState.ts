import type { ReplayPlan, SignalPlan } from './plan';
import { SeriesCursor } from './SeriesCursor';
import type { ServingHistory } from './ServingHistory';

/** Later than every pass. */
export const NEVER = 2 ** 31 - 1;

/** One signal at one pass: what the load is, and what the sample that the pass sees says. */
export class SignalState {
  readonly plan: SignalPlan;
  /** First pass that may see something else. */
  changesTick = -1;
  /** The real load at the pass; NaN when it is not known. */
  load = NaN;
  /** Whether a pass gets samples at all. */
  isKnown = false;
  /** Milli per serving pod, or of the whole target; whole, NaN without a sample. */
  seenUsage = NaN;

  readonly #now: SeriesCursor;
  readonly #seen: SeriesCursor;
  readonly #firstTick: number;
  readonly #periodMs: number;
  #servingPosition = 0;

  constructor(
    signal: SignalPlan,
    clock: Pick<ReplayPlan, 'firstTick' | 'periodMs'>,
  ) {
    this.plan = signal;
    this.#firstTick = clock.firstTick;
    this.#periodMs = clock.periodMs;
    this.#now = new SeriesCursor(signal.signal.load);
    this.#seen = new SeriesCursor(signal.signal.load);
  }

  advance(tick: number, serving: ServingHistory): void {
    const { plan } = this;
    if (tick >= this.changesTick) this.#advanceSeries(tick);
    const load = this.#seen.value;
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

  #advanceSeries(tick: number): void {
    const { lagMs } = this.plan;
    const now = this.#firstTick + tick * this.#periodMs;
    this.#now.advance(now);
    this.#seen.advance(now - lagMs);
    this.load = this.#now.value;
    this.isKnown = !Number.isNaN(this.#seen.value);
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
