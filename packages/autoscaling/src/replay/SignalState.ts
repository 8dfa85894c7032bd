import type { SignalPlan } from './plan';
import { SeriesCursor } from './SeriesCursor';
import type { ServingHistory } from './ServingHistory';

/** One signal at one pass: what the load is, and what the sample that the pass sees says. */
export class SignalState {
  readonly plan: SignalPlan;
  readonly #now: SeriesCursor;
  readonly #seen: SeriesCursor;
  #servingPosition = 0;
  /** Milli per serving pod, or of the whole target; whole, NaN without a sample. */
  seenUsage = NaN;

  constructor(plan: SignalPlan) {
    this.plan = plan;
    this.#now = new SeriesCursor(plan.signal.load);
    this.#seen = new SeriesCursor(plan.signal.load);
  }

  /** The real load at the pass; NaN when it is not known. */
  get load(): number {
    return this.#now.value;
  }

  /** Whether a pass gets samples at all. */
  get isKnown(): boolean {
    return !Number.isNaN(this.#seen.value);
  }

  /** When a pass may see something else than this one. */
  get changesAt(): number {
    return Math.min(
      this.#now.changesAt,
      this.#seen.changesAt + this.plan.lagMs,
    );
  }

  advance(now: number, serving: ServingHistory): void {
    const { plan } = this;
    const sampledAt = now - plan.lagMs;
    this.#now.advance(now);
    this.#seen.advance(sampledAt);
    const load = this.#seen.value;
    if (plan.isTotal) {
      this.seenUsage = Math.round(load);
      return;
    }
    this.#servingPosition = serving.seek(sampledAt, this.#servingPosition);
    const pods = serving.countAt(this.#servingPosition);
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
