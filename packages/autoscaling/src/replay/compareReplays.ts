import type { HpaSpec } from '../hpa/types';
import {
  phasesOf,
  replayAgreement,
  type AgreementOptions,
  type ReplayAgreement,
} from './agreement';
import { replayHpa } from './replayHpa';
import type { ActualReplicas } from './simulate';
import type { ReplayHistory, ReplayResult } from './types';

/** Smallest and largest over the phases. */
export type PhaseRange = readonly [number, number];

/** A replay, and how much of it depends on when the controller's passes run. */
export interface RangedReplay {
  /** At the phase that reproduces reality best; phase 0 where that is not known. */
  result: ReplayResult;
  replicaHours: PhaseRange;
  unmetMinutes: PhaseRange;
  churn: PhaseRange;
  /** Of all signals with a goal. */
  minutesAboveGoal: PhaseRange;
}

export interface ReplayComparison {
  /** Look at this first: it says what the rest is worth. Absent without a history of replicas. */
  agreement?: ReplayAgreement;
  actual: RangedReplay;
  /** In the order of `candidates`. */
  candidates: readonly RangedReplay[];
}

/** The most minutes that any signal was above its goal. */
export function minutesAboveGoal(result: ReplayResult): number {
  return Object.values(result.signals).reduce(
    (most, signal) => Math.max(most, signal.minutesAboveGoal),
    0,
  );
}

function rangedReplay(
  spec: HpaSpec,
  history: ReplayHistory,
  options: AgreementOptions,
  bestPhase: number,
): RangedReplay {
  const phases = phasesOf(options);
  const results = phases.map(phaseSeconds =>
    replayHpa(spec, history, { ...options, phaseSeconds }),
  );
  const rangeOf = (pick: (result: ReplayResult) => number): PhaseRange => {
    const values = results.map(pick);
    return [Math.min(...values), Math.max(...values)];
  };
  return {
    result: results[Math.max(0, phases.indexOf(bestPhase))],
    replicaHours: rangeOf(({ replicaHours }) => replicaHours),
    unmetMinutes: rangeOf(({ unmetMinutes }) => unmetMinutes),
    churn: rangeOf(({ churn }) => churn),
    minutesAboveGoal: rangeOf(minutesAboveGoal),
  };
}

/**
 * What other specs would have done, beside the one in force. The actual spec is replayed first and compared with what really
 * happened; every replay is repeated for several phases of the controller.
 *
 * @throws {@link AutoscalingInputError} naming the field that cannot be computed with
 */
export function compareReplays(
  input: {
    /** The spec that was in force. */
    actual: HpaSpec;
    candidates: readonly HpaSpec[];
    history: ReplayHistory;
    /** The real number of replicas from each instant on. */
    replicas?: ActualReplicas;
  },
  options: AgreementOptions = {},
): ReplayComparison {
  const { history, replicas } = input;
  const agreement =
    replicas && replayAgreement(input.actual, history, replicas, options);
  const bestPhase = agreement?.best.phaseSeconds ?? 0;
  const replay = (spec: HpaSpec) =>
    rangedReplay(spec, history, options, bestPhase);
  return {
    ...(agreement && { agreement }),
    actual: replay(input.actual),
    candidates: input.candidates.map(replay),
  };
}
