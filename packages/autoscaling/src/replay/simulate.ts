/**
 * The controller's passes over a history, on numbers: what `reconcileHpa` decides pass by pass, without its objects. Passes on
 * which nothing can differ from the one before are skipped.
 */
import type { LimitReason } from '../hpa/rate';
import { MetricProposals } from './MetricProposals';
import type { ReplayPlan } from './plan';
import { PodCohorts } from './PodCohorts';
import { ReplicaLimits } from './ReplicaLimits';
import { ServingHistory } from './ServingHistory';
import { SignalState } from './SignalState';
import { UsageAccount } from './UsageAccount';

/** Where a decision came from. */
export type SimulatedBranch = 'metrics' | 'aboveMax' | 'belowMin';

/** Positions in `REPLAY_RULES`. */
const RULE = {
  none: 0,
  stabilized: 1,
  rateLimited: 2,
  min: 3,
  max: 4,
  tolerance: 5,
} as const;
const RULE_COUNT = 6;

const RULE_OF_LIMIT: Readonly<Record<LimitReason, number>> = {
  DesiredWithinRange: RULE.none,
  ScaleUpLimit: RULE.rateLimited,
  ScaleDownLimit: RULE.rateLimited,
  TooFewReplicas: RULE.min,
  TooManyReplicas: RULE.max,
};

export interface SimulatedDecision {
  at: number;
  from: number;
  to: number;
  branch: SimulatedBranch;
  /** Position in `plan.metrics`; absent without a metric. */
  metric?: number;
  metricDesiredReplicas?: number;
  stabilizedReplicas?: number;
  rule: number;
}

export interface Simulation {
  ticks: number;
  decisions: SimulatedDecision[];
  /** Passes by rule. */
  ticksByRule: Float64Array;
  ticksBlocked: number;
  account: UsageAccount;
}

/** The number of replicas as it really was: changes ascending. */
export interface ActualReplicas {
  at: ArrayLike<number>;
  replicas: ArrayLike<number>;
}

/**
 * @param actual - when given, every pass starts from the number of replicas that there really was, and its own decisions
 * change nothing: what is left is whether it would have decided the same
 */
export function simulate(
  plan: ReplayPlan,
  actual?: ActualReplicas,
): Simulation {
  return new Simulator(plan, actual).run();
}

class Simulator {
  readonly #plan: ReplayPlan;
  readonly #actual: ActualReplicas | undefined;
  readonly #pods: PodCohorts;
  readonly #serving: ServingHistory;
  readonly #signals: readonly SignalState[];
  readonly #proposals: MetricProposals;
  readonly #limits: ReplicaLimits;
  readonly #account: UsageAccount;
  readonly #decisions: SimulatedDecision[] = [];
  readonly #ticksByRule = new Float64Array(RULE_COUNT);
  #ticksBlocked = 0;
  /** Pods this old behave like all older ones, also in the oldest sample that a pass sees. */
  readonly #settleMs: number;
  #current: number;
  #scaledToZero: boolean;
  #nextActual = 0;
  /** Until then pods may change from pass to pass. */
  #settledAt = -Infinity;
  #inputsChangeAt = -Infinity;
  /** The pass only repeated what was remembered: the following ones do too until an input changes. */
  #isResting = false;
  #restingRule: number = RULE.none;

  constructor(plan: ReplayPlan, actual: ActualReplicas | undefined) {
    this.#plan = plan;
    this.#actual = actual;
    const oldest = (pick: (signal: (typeof plan.signals)[number]) => number) =>
      plan.signals.reduce((most, signal) => Math.max(most, pick(signal)), 0);
    this.#settleMs =
      plan.readyMs +
      oldest(({ windowMs }) => windowMs) +
      oldest(({ lagMs }) => lagMs) +
      2 * plan.periodMs;
    this.#current = plan.initialReplicas;
    this.#scaledToZero = plan.scaledToZero;
    this.#pods = new PodCohorts(
      plan.initialReplicas,
      plan.firstTick -
        this.#settleMs -
        plan.controller.cpuInitializationPeriodSeconds * 1000 -
        plan.periodMs,
    );
    this.#serving = new ServingHistory(plan.initialReplicas);
    this.#signals = plan.signals.map(signal => new SignalState(signal));
    this.#proposals = new MetricProposals(plan, this.#signals, this.#pods);
    this.#limits = new ReplicaLimits(plan);
    this.#account = new UsageAccount(plan, this.#signals);
  }

  run(): Simulation {
    const { firstTick, to, periodMs } = this.#plan;
    const ticks = Math.max(0, Math.ceil((to - firstTick) / periodMs));
    for (let tick = 0; tick < ticks; tick += 1) {
      const now = firstTick + tick * periodMs;
      this.#pass(now, tick === 0);
      const quietUntil = Math.min(this.#inputsChangeAt, to);
      if (this.#isResting && now >= this.#settledAt) {
        // The last pass before an input changes; what it remembers stands for all that are skipped.
        const last = Math.ceil((quietUntil - firstTick) / periodMs) - 1;
        if (last > tick) {
          this.#ticksByRule[this.#restingRule] += last - tick;
          this.#limits.remember(this.#current, firstTick + last * periodMs);
          tick = last;
        }
      }
    }
    this.#account.close(to);
    return {
      ticks,
      decisions: this.#decisions,
      ticksByRule: this.#ticksByRule,
      ticksBlocked: this.#ticksBlocked,
      account: this.#account,
    };
  }

  #pass(now: number, isFirst: boolean): void {
    this.#isResting = false;
    const hasNewInputs = now >= this.#inputsChangeAt;
    if (this.#actual && hasNewInputs) this.#followActual(this.#actual, now);
    const isChanged = hasNewInputs || now < this.#settledAt || isFirst;
    if (isChanged) this.#observe(now);
    if (isFirst) this.#limits.remember(this.#current, now);
    const before = this.#current;
    this.#decide(now, isChanged);
    if (isChanged || this.#current !== before)
      this.#account.change(now, this.#servingPods(now));
  }

  #servingPods(now: number): number {
    return this.#pods.countCreatedBy(now - this.#plan.readyMs);
  }

  #observe(now: number): void {
    this.#pods.mergeCreatedBy(now - this.#settleMs);
    this.#serving.record(this.#servingPods(now), now);
    let changesAt = this.#actualChangesAt();
    for (const signal of this.#signals) {
      signal.advance(now, this.#serving);
      if (signal.changesAt < changesAt) changesAt = signal.changesAt;
    }
    this.#inputsChangeAt = changesAt;
  }

  #decide(now: number, isChanged: boolean): void {
    const { minReplicas, maxReplicas } = this.#plan;
    const current = this.#current;
    if (current === 0 && !this.#wakesFromZero()) {
      this.#ticksBlocked += 1;
      return;
    }
    if (current > maxReplicas) {
      this.#rescale(now, {
        to: maxReplicas,
        branch: 'aboveMax',
        rule: RULE.max,
      });
      return;
    }
    if (current !== 0 && current < minReplicas) {
      this.#rescale(now, {
        to: minReplicas,
        branch: 'belowMin',
        rule: RULE.min,
      });
      return;
    }
    this.#decideByMetrics(now, isChanged);
  }

  #decideByMetrics(now: number, isChanged: boolean): void {
    const proposals = this.#proposals;
    const current = this.#current;
    if (isChanged) proposals.evaluate(current, now);
    if (!proposals.usable) {
      this.#ticksBlocked += 1;
      return;
    }
    const desired = proposals.replicas;
    const stabilized = this.#limits.stabilize(desired, current, now);
    this.#limits.remember(desired, now);
    let to = stabilized;
    let rule: number = RULE.none;
    if (this.#needsLimit(stabilized, current)) {
      const limited = this.#limits.limit(stabilized, current, now);
      to = limited.replicas;
      rule = RULE_OF_LIMIT[limited.reason];
    }
    if (rule === RULE.none && stabilized !== desired) rule = RULE.stabilized;
    if (rule === RULE.none && desired === current && proposals.heldByTolerance)
      rule = RULE.tolerance;
    to = this.#wakeToMinimum(to);
    if (to === current) {
      this.#ticksByRule[rule] += 1;
      // What is remembered is what is there: nothing but an input can change the next pass.
      this.#isResting = stabilized === current && desired === current;
      this.#restingRule = rule;
      return;
    }
    this.#rescale(now, {
      to,
      branch: 'metrics',
      ...(desired > 0 && { metric: proposals.deciding }),
      metricDesiredReplicas: desired,
      stabilizedReplicas: stabilized,
      rule,
    });
  }

  /** A number that stays is within every rate and the range; but a flag may make the rate smaller than 1, and 0 may be below the range. */
  #needsLimit(stabilized: number, current: number): boolean {
    const { behavior, controller, minReplicas } = this.#plan;
    return (
      stabilized !== current ||
      (!behavior &&
        (controller.scaleUpLimitFactor < 1 || current < minReplicas))
    );
  }

  #wakeToMinimum(replicas: number): number {
    const { minReplicas, controller } = this.#plan;
    return this.#current === 0 &&
      minReplicas !== 0 &&
      this.#scaledToZero &&
      controller.features.scaleToZero === 'condition'
      ? Math.max(replicas, minReplicas)
      : replicas;
  }

  /** Mirrors `wakesFromZero`. */
  #wakesFromZero(): boolean {
    const { minReplicas, controller, hasObjectOrExternal } = this.#plan;
    switch (controller.features.scaleToZero) {
      case 'off':
        return false;
      case 'replicas':
        return minReplicas === 0;
      default:
        return this.#scaledToZero && (minReplicas !== 0 || hasObjectOrExternal);
    }
  }

  #rescale(
    now: number,
    decision: Omit<SimulatedDecision, 'at' | 'from'>,
  ): void {
    this.#ticksByRule[decision.rule] += 1;
    this.#decisions.push({ at: now, from: this.#current, ...decision });
    if (!this.#actual) this.#apply(decision.to, now);
  }

  /** The scale changes. */
  #apply(replicas: number, now: number): void {
    const change = replicas - this.#current;
    this.#limits.recordChange(change, now);
    if (change > 0) this.#pods.add(change, now);
    else this.#pods.removeYoungest(-change);
    const { minReplicas, hasObjectOrExternal } = this.#plan;
    this.#scaledToZero =
      replicas === 0 && minReplicas === 0 && hasObjectOrExternal;
    this.#current = replicas;
    this.#settledAt = now + this.#settleMs;
  }

  #followActual(actual: ActualReplicas, now: number): void {
    while (
      this.#nextActual < actual.at.length &&
      actual.at[this.#nextActual] <= now
    ) {
      const replicas = actual.replicas[this.#nextActual];
      if (replicas !== this.#current)
        this.#apply(replicas, actual.at[this.#nextActual]);
      this.#nextActual += 1;
    }
  }

  #actualChangesAt(): number {
    const { at } = this.#actual ?? { at: [] };
    return this.#nextActual < at.length ? at[this.#nextActual] : Infinity;
  }
}
