/** How much of what really happened a replay reproduces. */
import { AutoscalingInputError } from '../errors';
import { HPA_SYNC_PERIOD_SECONDS } from '../hpa/options';
import type { HpaSpec } from '../hpa/types';
import { assertReplayHistory } from './assertHistory';
import { planReplay } from './plan';
import { simulate, type ActualReplicas } from './simulate';
import type { ReplayHistory, ReplayOptions } from './types';

/** A change of the number of replicas. */
export interface ReplicaChange {
  at: number;
  from: number;
  to: number;
}

/** Agreement for one guess of when the controller's passes ran. */
export interface PhaseAgreement {
  phaseSeconds: number;
  /** Real changes that the replay makes at the same time to the same number. */
  reproduced: number;
  /** Real changes that it makes at the same time in the same direction, to another number. */
  sameDirection: number;
  /** Changes that only the replay makes. */
  extra: number;
}

export interface ReplayAgreement {
  /** Real changes. */
  total: number;
  /** In the order of `phaseSeconds`. */
  phases: readonly PhaseAgreement[];
  /** The phase that reproduces most; the first of equals. */
  best: PhaseAgreement;
  worst: PhaseAgreement;
}

/** Changes in a history of replicas; what was there first is not one. */
export function replicaChanges(actual: ActualReplicas): ReplicaChange[] {
  const changes: ReplicaChange[] = [];
  for (let index = 1; index < actual.at.length; index += 1) {
    const [from, to] = [actual.replicas[index - 1], actual.replicas[index]];
    if (from !== to) changes.push({ at: actual.at[index], from, to });
  }
  return changes;
}

/** @throws {@link AutoscalingInputError} */
export function assertActualReplicas(
  actual: ActualReplicas,
  from: number,
): void {
  const { at, replicas } = actual;
  const fail = (field: string, problem: string, remedy: string): never => {
    throw new AutoscalingInputError({ field, problem, remedy });
  };
  if (at.length === 0 || at.length !== replicas.length)
    fail(
      'actual',
      `${at.length} instants and ${replicas.length} numbers of replicas`,
      'pass one number per instant, at least one',
    );
  if (at[0] > from)
    fail(
      'actual.at[0]',
      'it is after the beginning of the history',
      'begin with the number of replicas at history.from, or start the history later',
    );
  for (let index = 0; index < at.length; index += 1) {
    if (
      !Number.isFinite(at[index]) ||
      (index > 0 && at[index] <= at[index - 1])
    )
      fail(
        `actual.at[${index}]`,
        `${at[index]} does not come after the one before`,
        'pass ascending milliseconds since the epoch',
      );
    if (!Number.isInteger(replicas[index]) || replicas[index] < 0)
      fail(
        `actual.replicas[${index}]`,
        `${replicas[index]} is not a number of replicas`,
        'pass a whole number that is not negative',
      );
  }
}

/** Decisions on consecutive passes in one direction are one wish. */
function wishesOf(
  decided: readonly ReplicaChange[],
  periodMs: number,
): ReplicaChange[][] {
  const wishes: ReplicaChange[][] = [];
  for (const decision of decided) {
    const wish = wishes.at(-1);
    const last = wish?.at(-1);
    if (
      wish &&
      last &&
      decision.at - last.at <= periodMs &&
      decision.from === last.from &&
      decision.to > decision.from === last.to > last.from
    )
      wish.push(decision);
    else wishes.push([decision]);
  }
  return wishes;
}

/**
 * Compares decisions that were made from the real number of replicas with what really changed. A wish that begins long before
 * the real change is no match: the replay would have been early.
 *
 * @param toleranceMs - how far apart in time the two may be
 */
export function matchDecisions(
  real: readonly ReplicaChange[],
  decided: readonly ReplicaChange[],
  periodMs: number,
  toleranceMs: number,
): Omit<PhaseAgreement, 'phaseSeconds'> {
  const wishes = wishesOf(decided, periodMs);
  const used = new Set<ReplicaChange[]>();
  let reproduced = 0;
  let sameDirection = 0;
  let first = 0;
  for (const change of real) {
    while (
      first < wishes.length &&
      wishes[first][0].at < change.at - toleranceMs
    )
      first += 1;
    let match: ReplicaChange[] | undefined;
    for (
      let index = first;
      index < wishes.length && wishes[index][0].at <= change.at + toleranceMs;
      index += 1
    ) {
      const [wish] = wishes[index];
      if (
        !used.has(wishes[index]) &&
        wish.from === change.from &&
        wish.to > wish.from === change.to > change.from
      ) {
        match = wishes[index];
        break;
      }
    }
    if (match) {
      used.add(match);
      if (match.some(({ to }) => to === change.to)) reproduced += 1;
      else sameDirection += 1;
    }
  }
  return { reproduced, sameDirection, extra: wishes.length - used.size };
}

export interface AgreementOptions extends ReplayOptions {
  /** How many guesses of the phase to try: the real one is not known. Default: 4. */
  phases?: number;
  /** How far a decision may be from the real change. Default: two sync periods. */
  toleranceSeconds?: number;
}

/** The phases that are tried, in seconds. */
export function phasesOf({
  phases = 4,
  syncPeriodSeconds = HPA_SYNC_PERIOD_SECONDS,
}: AgreementOptions): number[] {
  if (!Number.isInteger(phases) || phases < 1) {
    throw new AutoscalingInputError({
      field: 'options.phases',
      problem: `${phases} is not a number of phases`,
      remedy: 'pass a whole number of at least 1',
    });
  }
  return Array.from(
    { length: phases },
    (_, index) => (index * syncPeriodSeconds) / phases,
  );
}

/** @internal */
export function summarizeAgreement(
  total: number,
  phases: readonly PhaseAgreement[],
): ReplayAgreement {
  const ordered = [...phases].sort(
    (a, b) => b.reproduced - a.reproduced || a.extra - b.extra,
  );
  return {
    total,
    phases,
    best: ordered[0],
    worst: ordered[ordered.length - 1],
  };
}

/**
 * Replays the spec that was really in force and says how many of the real changes come out. Every pass starts from the real
 * number of replicas, so one disagreement does not spoil all that follow. Changes by hand or by a rollout count as real ones.
 *
 * @param actual - the real number of replicas from each instant on, beginning not after `history.from`
 * @throws {@link AutoscalingInputError} naming the field that cannot be computed with
 */
export function replayAgreement(
  spec: HpaSpec,
  history: ReplayHistory,
  actual: ActualReplicas,
  options: AgreementOptions = {},
): ReplayAgreement {
  assertReplayHistory(history, options);
  assertActualReplicas(actual, history.from);
  const real = replicaChanges(actual).filter(
    ({ at }) => at > history.from && at < history.to,
  );
  const known = Array.from(actual.at).findLastIndex(at => at <= history.from);
  const fromReality = { ...history, initialReplicas: actual.replicas[known] };
  const phases = phasesOf(options).map((phaseSeconds): PhaseAgreement => {
    const plan = planReplay(spec, fromReality, { ...options, phaseSeconds });
    const toleranceMs =
      (options.toleranceSeconds ?? (2 * plan.periodMs) / 1000) * 1000;
    return {
      phaseSeconds,
      ...matchDecisions(
        real,
        simulate(plan, actual).decisions,
        plan.periodMs,
        toleranceMs,
      ),
    };
  });
  return summarizeAgreement(real.length, phases);
}
