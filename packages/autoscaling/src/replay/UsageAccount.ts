/** Adds up how the load was met. Conditions hold until something changes, so time is added per change, not per pass. */
import type { MetricPlan, ReplayPlan } from './plan';
import { usagePerPod, type SignalState } from './SignalState';

/** Usage in milli that a metric's target stands for; a broken metric is never above it. */
function targetUsage({ kind, target, request }: MetricPlan): number {
  if (kind === 'broken') return Infinity;
  return kind === 'utilization' ? (target * request) / 100 : target;
}

export class UsageAccount {
  /** Milliseconds, by position in the plan. */
  readonly aboveTargetMs: Float64Array;
  readonly aboveToleranceMs: Float64Array;
  readonly aboveGoalMs: Float64Array;
  readonly withoutDataMs: Float64Array;
  /** Load times milliseconds. */
  readonly load: Float64Array;
  readonly unmetLoad: Float64Array;
  unmetMs = 0;

  readonly #plan: ReplayPlan;
  readonly #signals: readonly SignalState[];
  #since: number;
  readonly #aboveTarget: Uint8Array;
  readonly #aboveTolerance: Uint8Array;
  readonly #aboveGoal: Uint8Array;
  readonly #loadNow: Float64Array;
  readonly #unmetNow: Float64Array;
  /** Per serving pod; NaN without data. */
  readonly #usageNow: Float64Array;
  /** Targets of metrics in milli. */
  readonly #targetUsage: Float64Array;
  /** Metrics whose target is an amount for all pods together. */
  readonly #isOfTotal: Uint8Array;
  #isUnmet = false;

  constructor(plan: ReplayPlan, signals: readonly SignalState[]) {
    this.#plan = plan;
    this.#signals = signals;
    this.#since = plan.firstTick;
    this.aboveTargetMs = new Float64Array(plan.metrics.length);
    this.aboveToleranceMs = new Float64Array(plan.metrics.length);
    this.#aboveTarget = new Uint8Array(plan.metrics.length);
    this.#aboveTolerance = new Uint8Array(plan.metrics.length);
    this.aboveGoalMs = new Float64Array(signals.length);
    this.withoutDataMs = new Float64Array(signals.length);
    this.load = new Float64Array(signals.length);
    this.unmetLoad = new Float64Array(signals.length);
    this.#aboveGoal = new Uint8Array(signals.length);
    this.#loadNow = new Float64Array(signals.length);
    this.#unmetNow = new Float64Array(signals.length);
    this.#usageNow = new Float64Array(signals.length);
    this.#targetUsage = Float64Array.from(plan.metrics, targetUsage);
    this.#isOfTotal = Uint8Array.from(plan.metrics, ({ kind, signal }) =>
      kind === 'value' && plan.signals[signal].isTotal ? 1 : 0,
    );
  }

  /** Closes what held until now and looks again. */
  change(tick: number, servingPods: number): void {
    this.close(this.#plan.firstTick + tick * this.#plan.periodMs);
    const { metrics } = this.#plan;
    this.#isUnmet = false;
    for (let index = 0; index < this.#signals.length; index += 1)
      this.#lookAtSignal(index, servingPods);
    for (let index = 0; index < metrics.length; index += 1)
      this.#lookAtMetric(index, metrics[index]);
  }

  close(now: number): void {
    const elapsed = now - this.#since;
    if (elapsed === 0) return;
    this.#since = now;
    if (this.#isUnmet) this.unmetMs += elapsed;
    for (let index = 0; index < this.#aboveTarget.length; index += 1) {
      this.aboveTargetMs[index] += this.#aboveTarget[index] * elapsed;
      this.aboveToleranceMs[index] += this.#aboveTolerance[index] * elapsed;
    }
    for (let index = 0; index < this.#loadNow.length; index += 1) {
      const load = this.#loadNow[index];
      if (Number.isNaN(load)) {
        this.withoutDataMs[index] += elapsed;
      } else {
        this.load[index] += load * elapsed;
        this.unmetLoad[index] += this.#unmetNow[index] * elapsed;
        this.aboveGoalMs[index] += this.#aboveGoal[index] * elapsed;
      }
    }
  }

  #lookAtSignal(index: number, servingPods: number): void {
    const { plan, load } = this.#signals[index];
    this.#loadNow[index] = load;
    this.#unmetNow[index] = 0;
    this.#aboveGoal[index] = 0;
    // Load that meets no pod is above whatever there is.
    const usage =
      servingPods > 0 ? usagePerPod(plan, load, servingPods) : load * Infinity;
    this.#usageNow[index] = usage;
    if (!(load > 0)) return;
    const servable =
      servingPods === 0
        ? 0
        : (servingPods * (plan.capacity - plan.floor)) / plan.share;
    if (load > servable) {
      this.#unmetNow[index] = load - servable;
      this.#isUnmet = true;
    }
    if (usage > plan.goal || servingPods === 0) this.#aboveGoal[index] = 1;
  }

  #lookAtMetric(index: number, { signal }: MetricPlan): void {
    const usage = this.#isOfTotal[index]
      ? this.#loadNow[signal]
      : this.#usageNow[signal];
    const target = this.#targetUsage[index];
    this.#aboveTarget[index] = usage > target ? 1 : 0;
    this.#aboveTolerance[index] =
      usage > target * (1 + this.#plan.tolerances.up) ? 1 : 0;
  }
}
