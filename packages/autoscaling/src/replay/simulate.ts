/**
 * The controller's passes over a history, on numbers: what `reconcileHpa` decides pass by pass, without its objects. Passes on
 * which nothing can differ from the one before are skipped.
 */
import type { LimitReason } from '../hpa/rate';
import { MetricProposals } from './MetricProposals';
import { IDLE_PLAN } from './idlePlan';
import type { ReplayPlan } from './plan';
import { PodCohorts } from './PodCohorts';
import { ReplicaLimits } from './ReplicaLimits';
import { ServingHistory } from './ServingHistory';
import { NEVER, SignalState } from './SignalState';
import { REPLAY_RULES } from './types';
import { UsageAccount } from './UsageAccount';

/** Where a decision came from. */
export type SimulatedBranch = 'metrics' | 'aboveMax' | 'belowMin';

/** Positions in `REPLAY_RULES`; plain numbers, because every pass reads some. */
const NO_RULE = 0;
const STABILIZED = 1;
const RATE_LIMITED = 2;
const AT_MIN = 3;
const AT_MAX = 4;
const TOLERANCE = 5;

const RULE_OF_LIMIT: Readonly<Record<LimitReason, number>> = {
  DesiredWithinRange: NO_RULE,
  ScaleUpLimit: RATE_LIMITED,
  ScaleDownLimit: RATE_LIMITED,
  TooFewReplicas: AT_MIN,
  TooManyReplicas: AT_MAX,
};

/** Always of one shape; {@link NONE} stands for what there is not. */
export interface SimulatedDecision {
  at: number;
  from: number;
  to: number;
  branch: SimulatedBranch;
  rule: number;
  /** Position in `plan.metrics`. */
  metric: number;
  metricDesiredReplicas: number;
  stabilizedReplicas: number;
}

/** Of a decision that was made without looking at metrics. */
export const NONE = -1;

export interface Simulation {
  ticks: number;
  decisions: SimulatedDecision[];
  /** Passes by rule. */
  ticksByRule: Float64Array;
  ticksBlocked: number;
  account: UsageAccount;
}

/** The number of replicas as it really was, from each instant on; instants ascend. */
export interface ActualReplicas {
  at: ArrayLike<number>;
  replicas: ArrayLike<number>;
}

class Simulator {
  /**
   * Engines throw optimised code away when the last object of a shape that it was made for is collected; every replay after a
   * collection would start anew and stay several times slower. One small simulation that is never collected keeps the shapes.
   */
  static readonly idle = Simulator.#finished(IDLE_PLAN);

  readonly #plan: ReplayPlan;
  readonly #actual: ActualReplicas | undefined;
  readonly #pods: PodCohorts;
  readonly #serving: ServingHistory;
  readonly #signals: readonly SignalState[];
  readonly #proposals: MetricProposals;
  readonly #limits: ReplicaLimits;
  readonly #account: UsageAccount;
  readonly #decisions: SimulatedDecision[] = [];
  readonly #ticksByRule = new Float64Array(REPLAY_RULES.length);
  #ticksBlocked = 0;
  /** Pods this old behave like all older ones, also in the oldest sample that a pass sees. */
  readonly #settleMs: number;
  #current: number;
  #scaledToZero: boolean;
  #nextActual = 0;
  /** Until that pass pods may change from pass to pass. */
  #settledTick = 0;
  #inputsChangeTick = -1;
  /** The pass only repeated what was remembered: the following ones do too until an input changes. */
  #isResting = false;
  #restingRule: number = NO_RULE;

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
    this.#signals = SignalState.of(plan.signals, plan);
    this.#proposals = new MetricProposals(plan, this.#signals, this.#pods);
    this.#limits = new ReplicaLimits(plan);
    this.#account = new UsageAccount(plan, this.#signals);
  }

  static #finished(plan: ReplayPlan): Simulator {
    const simulator = new Simulator(plan, undefined);
    simulator.run();
    return simulator;
  }

  run(): Simulation {
    const { firstTick, to, periodMs } = this.#plan;
    const ticks = Math.max(0, Math.ceil((to - firstTick) / periodMs));
    for (let tick = 0; tick < ticks; tick += 1) {
      this.#pass(tick);
      if (this.#isResting && tick >= this.#settledTick) {
        // The last pass before an input changes; what it remembers stands for all that are skipped.
        const last = Math.min(this.#inputsChangeTick, ticks) - 1;
        if (last > tick) {
          this.#ticksByRule[this.#restingRule] += last - tick;
          this.#limits.remember(this.#current, last);
          tick = last;
        }
      }
    }
    this.#account.close(Math.max(to, firstTick));
    return {
      ticks,
      decisions: this.#decisions,
      ticksByRule: this.#ticksByRule,
      ticksBlocked: this.#ticksBlocked,
      account: this.#account,
    };
  }

  #instantOf(tick: number): number {
    return this.#plan.firstTick + tick * this.#plan.periodMs;
  }

  #pass(tick: number): void {
    this.#isResting = false;
    const hasNewInputs = tick >= this.#inputsChangeTick;
    if (this.#actual && hasNewInputs) this.#followActual(this.#actual, tick);
    const isChanged = hasNewInputs || tick < this.#settledTick;
    if (isChanged) this.#observe(tick);
    if (tick === 0) this.#limits.remember(this.#current, tick);
    const before = this.#current;
    this.#decide(tick, isChanged);
    if (isChanged || this.#current !== before)
      this.#account.change(tick, this.#servingPods(tick));
  }

  #servingPods(tick: number): number {
    // Settled pods all serve.
    return tick >= this.#settledTick
      ? this.#current
      : this.#pods.countCreatedBy(this.#instantOf(tick) - this.#plan.readyMs);
  }

  #observe(tick: number): void {
    if (tick <= this.#settledTick)
      this.#pods.mergeCreatedBy(this.#instantOf(tick) - this.#settleMs);
    this.#serving.record(this.#servingPods(tick), tick);
    let changesTick = this.#actualChangesTick();
    for (let index = 0; index < this.#signals.length; index += 1) {
      const signal = this.#signals[index];
      signal.advance(tick, this.#serving);
      if (signal.changesTick < changesTick) changesTick = signal.changesTick;
    }
    this.#inputsChangeTick = changesTick;
  }

  #decide(tick: number, isChanged: boolean): void {
    const { minReplicas, maxReplicas } = this.#plan;
    const current = this.#current;
    if (current === 0 && !this.#wakesFromZero()) {
      this.#ticksBlocked += 1;
    } else if (current > maxReplicas) {
      this.#rescale(tick, maxReplicas, 'aboveMax', AT_MAX, NONE, NONE, NONE);
    } else if (current !== 0 && current < minReplicas) {
      this.#rescale(tick, minReplicas, 'belowMin', AT_MIN, NONE, NONE, NONE);
    } else {
      this.#decideByMetrics(tick, isChanged);
    }
  }

  #decideByMetrics(tick: number, isChanged: boolean): void {
    const proposals = this.#proposals;
    const current = this.#current;
    if (isChanged) proposals.evaluate(current, tick);
    if (!proposals.usable) {
      this.#ticksBlocked += 1;
      return;
    }
    const desired = proposals.replicas;
    const stabilized = this.#limits.stabilize(desired, current, tick);
    this.#limits.remember(desired, tick);
    let to = stabilized;
    let rule: number = NO_RULE;
    if (this.#needsLimit(stabilized, current)) {
      const limited = this.#limits.limit(stabilized, current, tick);
      to = limited.replicas;
      rule = RULE_OF_LIMIT[limited.reason];
    }
    if (rule === NO_RULE && stabilized !== desired) rule = STABILIZED;
    if (rule === NO_RULE && desired === current && proposals.heldByTolerance)
      rule = TOLERANCE;
    to = this.#wakeToMinimum(to);
    if (to === current) {
      this.#ticksByRule[rule] += 1;
      // What is remembered is what is there: nothing but an input can change the next pass.
      this.#isResting = stabilized === current && desired === current;
      this.#restingRule = rule;
      return;
    }
    const metric = desired > 0 ? proposals.deciding : NONE;
    this.#rescale(tick, to, 'metrics', rule, metric, desired, stabilized);
  }

  /** A number that stays is within every rate and the range; but a flag may make the rate smaller than 1, and 0 may be below the range. */
  #needsLimit(stabilized: number, current: number): boolean {
    if (stabilized !== current) return true;
    const { behavior, controller, minReplicas } = this.#plan;
    return (
      !behavior && (controller.scaleUpLimitFactor < 1 || current < minReplicas)
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

  // Positions instead of an object: decisions are rare, and an engine forgets the shape of what is rare.
  #rescale(
    tick: number,
    to: number,
    branch: SimulatedBranch,
    rule: number,
    metric: number,
    metricDesiredReplicas: number,
    stabilizedReplicas: number,
  ): void {
    const at = this.#instantOf(tick);
    this.#ticksByRule[rule] += 1;
    this.#decisions.push({
      at,
      from: this.#current,
      to,
      branch,
      rule,
      metric,
      metricDesiredReplicas,
      stabilizedReplicas,
    });
    if (!this.#actual) this.#apply(to, at);
  }

  /** The scale changes. */
  #apply(replicas: number, at: number): void {
    const change = replicas - this.#current;
    this.#limits.recordChange(change, at);
    if (change > 0) this.#pods.add(change, at);
    else this.#pods.removeYoungest(-change);
    const { minReplicas, hasObjectOrExternal, firstTick, periodMs } =
      this.#plan;
    this.#scaledToZero =
      replicas === 0 && minReplicas === 0 && hasObjectOrExternal;
    this.#current = replicas;
    this.#settledTick = Math.ceil((at + this.#settleMs - firstTick) / periodMs);
  }

  #followActual(actual: ActualReplicas, tick: number): void {
    const now = this.#instantOf(tick);
    while (
      this.#nextActual < actual.at.length &&
      // A pass comes before the change that it makes, also when that is stamped with the time of the pass.
      actual.at[this.#nextActual] < now
    ) {
      const replicas = actual.replicas[this.#nextActual];
      if (replicas !== this.#current)
        this.#apply(replicas, actual.at[this.#nextActual]);
      this.#nextActual += 1;
    }
  }

  #actualChangesTick(): number {
    const actual = this.#actual;
    if (!actual || this.#nextActual >= actual.at.length) return NEVER;
    const { firstTick, periodMs } = this.#plan;
    return Math.min(
      NEVER,
      Math.floor((actual.at[this.#nextActual] - firstTick) / periodMs) + 1,
    );
  }
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
