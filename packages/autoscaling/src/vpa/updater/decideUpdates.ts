/** What the updater does to each pod, and what keeps it from doing more. Mirrors `pkg/updater/logic/updater.go` and `pkg/updater/restriction`. */
import {
  DEFAULT_VPA_UPDATER_OPTIONS,
  type VpaUpdaterOptions,
} from '../options';
import {
  candidacyOf,
  type CandidateReason,
  type NoCandidateReason,
} from './candidates';
import { compareUpdatePriority, type UpdatePriority } from './priority';
import type { UpdaterObservation, UpdaterPod } from './types';

/** What keeps every pod of a VPA from being updated. */
export type UpdateGate =
  | 'ModeDoesNotUpdate'
  | 'NoRecommendation'
  | 'AdmissionControllerDown'
  | 'TooFewReplicas';

/** What keeps one pod from being updated in this pass. */
export type UpdateHold =
  | NoCandidateReason
  | UpdateGate
  | 'EvictionTolerance'
  | 'PodDisruptionBudget'
  | 'ResizePending'
  | 'ResizeInfeasible';

export type PodUpdate = { pod: string; priority: UpdatePriority } & (
  | { action: 'evict' | 'resize'; reason: CandidateReason }
  | { action: 'none'; reason: UpdateHold }
);

/** The gate that is closed, if one is. */
export function closedGate(
  observation: UpdaterObservation,
  options: VpaUpdaterOptions,
): UpdateGate | undefined {
  const { vpa, pods, now, admissionLeaseRenewedAt } = observation;
  const mode = vpa.spec.updatePolicy?.updateMode ?? 'Recreate';
  if (mode === 'Off' || mode === 'Initial') return 'ModeDoesNotUpdate';
  if (vpa.containerRecommendations.length === 0) return 'NoRecommendation';
  if (
    admissionLeaseRenewedAt === undefined ||
    now - admissionLeaseRenewedAt > options.maxLeaseAgeMs
  ) {
    return 'AdmissionControllerDown';
  }
  const minReplicas = vpa.spec.updatePolicy?.minReplicas ?? options.minReplicas;
  return pods.length < minReplicas ? 'TooFewReplicas' : undefined;
}

/** Resize or evict, as the mode and an unfinished resize say; or why neither. */
function actionOf(
  pod: UpdaterPod,
  observation: UpdaterObservation,
  options: VpaUpdaterOptions,
): 'evict' | 'resize' | 'ResizePending' | 'ResizeInfeasible' {
  const mode = observation.vpa.spec.updatePolicy?.updateMode ?? 'Recreate';
  if (mode !== 'InPlace' && mode !== 'InPlaceOrRecreate') return 'evict';
  const mayEvict = mode === 'InPlaceOrRecreate';
  if (pod.qosWouldChange) return mayEvict ? 'evict' : 'ResizeInfeasible';
  if (!pod.resize) return 'resize';
  const { state, since } = pod.resize;
  if (state === 'Infeasible') return mayEvict ? 'evict' : 'ResizeInfeasible';
  const timeoutMs =
    state === 'Deferred'
      ? options.deferredTimeoutMs
      : options.inProgressTimeoutMs;
  return mayEvict && observation.now - since > timeoutMs
    ? 'evict'
    : 'ResizePending';
}

/** Pods that may still go in this pass, by the eviction tolerance. */
class DisruptionBudget {
  readonly #configured: number;
  readonly #tolerance: number;
  readonly #running: number;
  #disrupted = 0;
  #allowedByPdb: number;

  constructor(observation: UpdaterObservation, options: VpaUpdaterOptions) {
    this.#configured = observation.configuredReplicas;
    this.#tolerance = Math.trunc(this.#configured * options.evictionTolerance);
    this.#running = observation.pods.filter(
      ({ phase }) => phase !== 'Pending',
    ).length;
    this.#allowedByPdb = observation.disruptionsAllowed ?? Infinity;
  }

  /** Takes one pod out, or says what forbids it. A pending pod is no loss. */
  take(
    pod: UpdaterPod,
    action: 'evict' | 'resize',
  ): 'EvictionTolerance' | 'PodDisruptionBudget' | undefined {
    const pending = pod.phase === 'Pending';
    if (!pending && !this.#tolerates()) return 'EvictionTolerance';
    // The eviction API asks the PDB; a resize does not pass through it.
    if (action === 'evict' && !pending) {
      if (this.#allowedByPdb <= 0) return 'PodDisruptionBudget';
      this.#allowedByPdb -= 1;
    }
    if (!pending) this.#disrupted += 1;
    return undefined;
  }

  #tolerates(): boolean {
    const mustStay = this.#configured - this.#tolerance;
    if (this.#running - this.#disrupted > mustStay) return true;
    // With a tolerance that rounds to nothing, one pod may go while all are there.
    return (
      this.#running === this.#configured &&
      this.#tolerance === 0 &&
      this.#disrupted === 0
    );
  }
}

/**
 * One pass of the VPA updater over the pods of one VPA.
 *
 * @returns one entry per pod, the most urgent first
 */
export function decideUpdates(
  observation: UpdaterObservation,
  options: Partial<VpaUpdaterOptions> = {},
): PodUpdate[] {
  const resolved = { ...DEFAULT_VPA_UPDATER_OPTIONS, ...options };
  const gate = closedGate(observation, resolved);
  const budget = new DisruptionBudget(observation, resolved);
  const ranked = observation.pods
    .map(pod => ({ pod, candidacy: candidacyOf(pod, observation, resolved) }))
    .sort((a, b) =>
      compareUpdatePriority(a.candidacy.priority, b.candidacy.priority),
    );
  return ranked.map(({ pod, candidacy }): PodUpdate => {
    const entry = { pod: pod.name, priority: candidacy.priority };
    if (gate) return { ...entry, action: 'none', reason: gate };
    if (!candidacy.candidate)
      return { ...entry, action: 'none', reason: candidacy.reason };
    const action = actionOf(pod, observation, resolved);
    if (action !== 'evict' && action !== 'resize')
      return { ...entry, action: 'none', reason: action };
    const held = budget.take(pod, action);
    if (held) return { ...entry, action: 'none', reason: held };
    return { ...entry, action, reason: candidacy.reason };
  });
}
