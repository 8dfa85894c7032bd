/** What the metrics ask for, on numbers: the rules of `hpa/metrics` for pods that are held as cohorts. */
import { ceilToReplicas, INT32_MAX } from '../hpa/arithmetic';
import { isWithinTolerance } from '../hpa/tolerance';
import type { MetricPlan, ReplayPlan } from './plan';
import type { PodCohorts } from './PodCohorts';
import { truncatedUsageQuotient } from './quotient';
import type { SignalState } from './SignalState';

/** No proposal: the metric failed. */
const FAILED = -1;

export class MetricProposals {
  /** Whether a decision can be made at all. */
  usable = false;
  /** What the metrics ask for together. */
  replicas = 0;
  /** Position of the metric that asked for most in the plan. */
  deciding = 0;
  /** The tolerance, and nothing else, made the deciding metric ask for the current number. */
  heldByTolerance = false;

  readonly #plan: ReplayPlan;
  readonly #signals: readonly SignalState[];
  readonly #pods: PodCohorts;
  #held = false;

  constructor(
    plan: ReplayPlan,
    signals: readonly SignalState[],
    pods: PodCohorts,
  ) {
    this.#plan = plan;
    this.#signals = signals;
    this.#pods = pods;
  }

  /** The highest proposal wins; a failed metric blocks scaling down. Mirrors `evaluateMetrics`. */
  evaluate(current: number, tick: number): void {
    const { metrics } = this.#plan;
    let failed = 0;
    this.replicas = 0;
    this.deciding = 0;
    this.heldByTolerance = false;
    for (let index = 0; index < metrics.length; index += 1) {
      this.#held = false;
      const proposal = this.#propose(metrics[index], current, tick);
      if (proposal === FAILED) {
        failed += 1;
      } else if (this.replicas === 0 || proposal > this.replicas) {
        this.replicas = proposal;
        this.deciding = index;
        this.heldByTolerance = this.#held;
      }
    }
    this.usable =
      failed < metrics.length && (failed === 0 || this.replicas >= current);
  }

  #propose(metric: MetricPlan, current: number, tick: number): number {
    const usage = this.#signals[metric.signal].seenUsage;
    switch (metric.kind) {
      case 'utilization':
      case 'average':
        return this.#proposePerPodUsage(metric, current, tick);
      case 'value':
        return Number.isNaN(usage)
          ? FAILED
          : this.#proposeForValue(usage / metric.target, current, tick);
      case 'perPod':
        return Number.isNaN(usage)
          ? FAILED
          : this.#proposePerPod(usage, metric.target, current);
      default:
        return FAILED;
    }
  }

  #isWithin(ratio: number): boolean {
    const { tolerances, controller } = this.#plan;
    return isWithinTolerance(
      ratio,
      tolerances,
      controller.features.toleranceTest,
    );
  }

  #hold(current: number, without: number): number {
    this.#held = without !== current;
    return current;
  }

  /** Mirrors `replicasForValue`. */
  #proposeForValue(ratio: number, current: number, tick: number): number {
    if (current === 0) return ceilToReplicas(ratio);
    if (this.#isWithin(ratio))
      return this.#hold(current, ceilToReplicas(ratio * current));
    const ready = this.#pods.countCreatedBy(
      this.#plan.firstTick + tick * this.#plan.periodMs - this.#plan.readyMs,
    );
    return ceilToReplicas(ratio * ready);
  }

  /** Mirrors `replicasPerPod`; a Deployment's status counts as many replicas as its spec. */
  #proposePerPod(usage: number, target: number, current: number): number {
    const without = ceilToReplicas(usage / target);
    return this.#isWithin(usage / (target * current))
      ? this.#hold(current, without)
      : without;
  }

  /** Mirrors `groupPods` and `replicasForPerPodUsage`. */
  #proposePerPodUsage(
    metric: MetricPlan,
    current: number,
    tick: number,
  ): number {
    const signal = this.#signals[metric.signal];
    const { lagMs, windowMs, startingUsage } = signal.plan;
    const { seenUsage } = signal;
    const { runningMs, readyMs, controller } = this.#plan;
    const hasValue = signal.isKnown;
    const now = this.#plan.firstTick + tick * this.#plan.periodMs;
    const sampledAt = now - lagMs;
    const pods = this.#pods;
    let serving = 0;
    let starting = 0;
    let unready = 0;
    let missing = 0;
    for (let index = 0; index < pods.length; index += 1) {
      const createdAt = pods.createdAt[index];
      const count = pods.counts[index];
      const readyAt = createdAt + readyMs;
      if (now < createdAt + runningMs) {
        unready += count;
      } else if (
        !hasValue ||
        // What a pass creates was not there when that pass was sampled.
        sampledAt <= createdAt ||
        sampledAt < createdAt + runningMs + windowMs
      ) {
        missing += count;
      } else if (
        metric.isCpu &&
        (createdAt + controller.cpuInitializationPeriodSeconds * 1000 > now
          ? now < readyAt || sampledAt < readyAt + windowMs
          : now < readyAt && controller.initialReadinessDelaySeconds > 0)
      ) {
        unready += count;
      } else if (sampledAt >= readyAt) {
        serving += count;
      } else {
        starting += count;
      }
    }
    const counted = serving + starting;
    if (counted === 0) return FAILED;
    const busy = serving > 0 ? seenUsage : 0;
    const ratio = ratioOf(
      metric,
      busy,
      serving,
      startingUsage,
      starting,
      counted,
    );
    if (Number.isNaN(ratio)) return FAILED;
    const growsPastUnready = unready > 0 && ratio > 1;
    if (!growsPastUnready && missing === 0) {
      const without = ceilToReplicas(ratio * counted);
      return this.#isWithin(ratio) ? this.#hold(current, without) : without;
    }
    return this.#proposeFilledIn(metric, current, {
      ratio,
      busy,
      serving,
      startingUsage,
      starting,
      missing,
      idle: growsPastUnready ? unready : 0,
    });
  }

  /** Pods without a usable sample damp the answer and never turn it around. */
  #proposeFilledIn(
    metric: MetricPlan,
    current: number,
    groups: {
      ratio: number;
      busy: number;
      serving: number;
      startingUsage: number;
      starting: number;
      missing: number;
      idle: number;
    },
  ): number {
    const { ratio, serving, starting, missing } = groups;
    const filled = ratio === 1 ? 0 : missing;
    const counted = serving + starting + filled + groups.idle;
    const newRatio =
      ratio < 1
        ? ratioOfFilled(metric, groups, filled, counted)
        : ratioOf(
            metric,
            groups.busy,
            serving,
            groups.startingUsage,
            starting,
            counted,
          );
    if (Number.isNaN(newRatio)) return FAILED;
    const replicas = ceilToReplicas(newRatio * counted);
    if (this.#isWithin(newRatio)) return this.#hold(current, replicas);
    if ((ratio < 1 && newRatio > 1) || (ratio > 1 && newRatio < 1))
      return current;
    if (
      (newRatio < 1 && replicas > current) ||
      (newRatio > 1 && replicas < current)
    )
      return current;
    return replicas;
  }
}

/** NaN when the utilisation does not fit, which fails the metric. */
function ratioOf(
  metric: MetricPlan,
  usage: number,
  count: number,
  otherUsage: number,
  otherCount: number,
  counted: number,
): number {
  if (metric.kind === 'average') {
    return (
      truncatedUsageQuotient(usage, count, otherUsage, otherCount, counted, 1) /
      metric.target
    );
  }
  const utilization = truncatedUsageQuotient(
    usage,
    count,
    otherUsage,
    otherCount,
    counted * metric.request,
    100,
  );
  return utilization > INT32_MAX ? NaN : utilization / metric.target;
}

/** With pods without a sample assumed to be busy. Three kinds of pods; two that use the same are one. */
function ratioOfFilled(
  metric: MetricPlan,
  groups: {
    busy: number;
    serving: number;
    startingUsage: number;
    starting: number;
  },
  filled: number,
  counted: number,
): number {
  const assumed =
    metric.kind === 'average'
      ? metric.target
      : Math.trunc((metric.request * Math.max(100, metric.target)) / 100);
  const { busy, serving, startingUsage, starting } = groups;
  return starting === 0
    ? ratioOf(metric, busy, serving, assumed, filled, counted)
    : ratioOf(
        metric,
        busy * serving + startingUsage * starting,
        1,
        assumed,
        filled,
        counted,
      );
}
