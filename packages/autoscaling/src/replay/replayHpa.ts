import { costOf, replicaHours, type ReplicaPeriod } from '../cost';
import type { HpaSpec } from '../hpa/types';
import { assertReplayHistory } from './assertHistory';
import { planReplay, type ReplayPlan } from './plan';
import { requestedBy } from './requestedBy';
import {
  NONE,
  simulate,
  type SimulatedDecision,
  type Simulation,
} from './simulate';
import {
  REPLAY_RULES,
  type ReplayDecision,
  type ReplayHistory,
  type ReplayMetricResult,
  type ReplayOptions,
  type ReplayResult,
  type ReplayRule,
  type ReplaySignalResult,
} from './types';

const MINUTE_MS = 60_000;

/**
 * What an HPA with this spec would have done over a history, decision by decision as `reconcileHpa` makes them.
 *
 * The load is given and what the pods do with it is the model of each signal: it is shared evenly by the Ready pods, nothing
 * queues up, and rollouts, node shortages and restarts of the controller are not part of it.
 *
 * @throws {@link AutoscalingInputError} naming the field that cannot be computed with
 */
export function replayHpa(
  spec: HpaSpec,
  history: ReplayHistory,
  options: ReplayOptions = {},
): ReplayResult {
  assertReplayHistory(history, options);
  const plan = planReplay(spec, history, options);
  return resultOf(plan, simulate(plan), history, options);
}

function resultOf(
  plan: ReplayPlan,
  simulation: Simulation,
  history: ReplayHistory,
  options: ReplayOptions,
): ReplayResult {
  const decisions = simulation.decisions.map(decision =>
    toDecision(plan, decision),
  );
  const timeline = timelineOf(plan, decisions);
  const hours = replicaHours(timeline);
  const ups = decisions.filter(({ from, to }) => to > from);
  const { pricing } = options;
  return {
    ticks: simulation.ticks,
    decisions,
    timeline,
    replicaHours: hours,
    maxReplicas: timeline.reduce(
      (most, { replicas }) => Math.max(most, replicas),
      0,
    ),
    scaleUps: ups.length,
    scaleDowns: decisions.length - ups.length,
    churn: decisions.reduce(
      (sum, { from, to }) => sum + Math.abs(to - from),
      0,
    ),
    directionChanges: decisions.filter(
      ({ from, to }, index) =>
        index > 0 &&
        to > from !== decisions[index - 1].to > decisions[index - 1].from,
    ).length,
    metrics: plan.metrics.map((metric, position): ReplayMetricResult => {
      const { account } = simulation;
      return {
        index: metric.index,
        key: metric.key,
        name: metric.name,
        minutesAboveTarget: account.aboveTargetMs[position] / MINUTE_MS,
        minutesAboveTolerance: account.aboveToleranceMs[position] / MINUTE_MS,
        decisions: simulation.decisions.filter(
          decision => decision.metric === position,
        ).length,
      };
    }),
    signals: signalResults(plan, simulation),
    unmetMinutes: simulation.account.unmetMs / MINUTE_MS,
    minutesByRule: minutesByRule(plan, simulation),
    minutesBlocked: (simulation.ticksBlocked * plan.periodMs) / MINUTE_MS,
    withoutHistory: plan.withoutHistory,
    ...(pricing && {
      cost: costOf(
        pricing.perReplica ?? requestedBy(history),
        pricing.price,
        hours,
      ),
    }),
  };
}

function toDecision(
  plan: ReplayPlan,
  decision: SimulatedDecision,
): ReplayDecision {
  const { at, from, to, branch, rule, metric } = decision;
  return {
    at,
    from,
    to,
    branch,
    ...(metric !== NONE && { metric: plan.metrics[metric].name }),
    ...(branch === 'metrics' && {
      metricDesiredReplicas: decision.metricDesiredReplicas,
      stabilizedReplicas: decision.stabilizedReplicas,
    }),
    limitedBy: REPLAY_RULES[rule],
  };
}

function timelineOf(
  plan: ReplayPlan,
  decisions: readonly ReplayDecision[],
): ReplicaPeriod[] {
  const changes = [{ at: plan.from, to: plan.initialReplicas }, ...decisions];
  return changes.flatMap(({ at, to: replicas }, index): ReplicaPeriod[] => {
    const to = changes[index + 1]?.at ?? plan.to;
    return to > at ? [{ replicas, from: at, to }] : [];
  });
}

function signalResults(
  plan: ReplayPlan,
  { account }: Simulation,
): Record<string, ReplaySignalResult> {
  return Object.fromEntries(
    plan.signals.map(({ key }, position) => [
      key,
      {
        minutesAboveGoal: account.aboveGoalMs[position] / MINUTE_MS,
        unmetShare:
          account.load[position] === 0
            ? 0
            : account.unmetLoad[position] / account.load[position],
        minutesWithoutData: account.withoutDataMs[position] / MINUTE_MS,
      },
    ]),
  );
}

function minutesByRule(
  plan: ReplayPlan,
  { ticksByRule }: Simulation,
): Record<ReplayRule, number> {
  const minutes = (rule: ReplayRule) =>
    (ticksByRule[REPLAY_RULES.indexOf(rule)] * plan.periodMs) / MINUTE_MS;
  return {
    none: minutes('none'),
    stabilized: minutes('stabilized'),
    rateLimited: minutes('rateLimited'),
    min: minutes('min'),
    max: minutes('max'),
    tolerance: minutes('tolerance'),
  };
}
