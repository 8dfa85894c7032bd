/** Memory of the controller over a replay: recent recommendations and scale events, and what they allow. */
import {
  limitWithBehavior,
  limitWithoutBehavior,
  type Limited,
  type LimitReason,
} from '../hpa/rate';
import { storeScaleEvent } from '../hpa/scaleEvents';
import type { TimestampedScaleEvent } from '../hpa/types';
import type { ReplayPlan } from './plan';
import { SlidingExtreme } from './SlidingExtreme';

/** Results at the ends of the range, where no policy matters: at rest there, they are asked for on every pass. */
const atEnd = (replicas: number, reason: LimitReason): Limited => ({
  replicas,
  reason,
});

export class ReplicaLimits {
  readonly #plan: ReplayPlan;
  readonly #atMax: Limited;
  readonly #atMin: Limited;
  /** Lowest of the up window; only `behavior` has one. */
  readonly #up: SlidingExtreme | undefined;
  readonly #down: SlidingExtreme;
  #scaleUpEvents: readonly TimestampedScaleEvent[] = [];
  #scaleDownEvents: readonly TimestampedScaleEvent[] = [];

  constructor(plan: ReplayPlan) {
    this.#plan = plan;
    this.#atMax = atEnd(plan.maxReplicas, 'TooManyReplicas');
    this.#atMin = atEnd(plan.minReplicas, 'TooFewReplicas');
    const { behavior, controller } = plan;
    const ticksOf = (seconds: number) => (seconds * 1000) / plan.periodMs;
    const downSeconds =
      behavior?.scaleDown.stabilizationWindowSeconds ??
      controller.downscaleStabilizationSeconds;
    this.#down = new SlidingExtreme({
      of: 'max',
      windowTicks: ticksOf(downSeconds),
      // The two paths of the controller differ at the very edge of the window.
      includesCutoff: !behavior,
    });
    this.#up =
      behavior &&
      new SlidingExtreme({
        of: 'min',
        windowTicks: ticksOf(behavior.scaleUp.stabilizationWindowSeconds),
        includesCutoff: false,
      });
  }

  remember(replicas: number, tick: number): void {
    this.#down.add(replicas, tick);
    this.#up?.add(replicas, tick);
  }

  /** What recent recommendations allow. Mirrors `stabilizeWithWindow` and `stabilizeWithBehavior`. */
  stabilize(desired: number, current: number, tick: number): number {
    const down = this.#down.with(desired, tick);
    if (!this.#up) return down;
    const up = this.#up.with(desired, tick);
    return Math.min(Math.max(current, up), down);
  }

  /** What rate and range allow. */
  limit(stabilized: number, current: number, tick: number): Limited {
    const { behavior, minReplicas, maxReplicas, controller } = this.#plan;
    const input = {
      currentReplicas: current,
      desiredReplicas: stabilized,
      minReplicas,
      maxReplicas,
    };
    if (!behavior) {
      const { scaleUpLimitFactor, scaleUpLimitMinimum } = controller;
      return limitWithoutBehavior({
        ...input,
        scaleUpLimitFactor,
        scaleUpLimitMinimum,
      });
    }
    if (stabilized > current && current === maxReplicas) return this.#atMax;
    if (stabilized < current && current === minReplicas) return this.#atMin;
    return limitWithBehavior(
      { ...input, ...behavior },
      {
        scaleUpEvents: this.#scaleUpEvents,
        scaleDownEvents: this.#scaleDownEvents,
        now: this.#plan.firstTick + tick * this.#plan.periodMs,
      },
    );
  }

  /** A change of the scale counts against the rates that follow. */
  recordChange(change: number, now: number): void {
    const { behavior } = this.#plan;
    if (!behavior) return;
    if (change > 0) {
      this.#scaleUpEvents = storeScaleEvent(
        this.#scaleUpEvents,
        behavior.scaleUp.policies,
        change,
        now,
      );
    } else {
      this.#scaleDownEvents = storeScaleEvent(
        this.#scaleDownEvents,
        behavior.scaleDown.policies,
        -change,
        now,
      );
    }
  }
}
