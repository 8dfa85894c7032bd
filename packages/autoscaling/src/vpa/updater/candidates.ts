/** Which pods are worth an update. Mirrors `pkg/updater/priority/update_priority_calculator.go`. */
import type { VpaUpdaterOptions } from '../options';
import { containerPolicyOf } from '../policy';
import {
  observedContainersOf,
  updatePriority,
  type UpdatePriority,
} from './priority';
import type { UpdaterObservation, UpdaterPod } from './types';

export type CandidateReason =
  | 'OutsideRecommendedRange'
  | 'QuickOOM'
  | 'DiffersAfterLifetime';
export type NoCandidateReason =
  | 'NoStartTime'
  | 'ShortLived'
  | 'DifferenceTooSmall'
  | 'ResourcesWouldNotChange';

export type Candidacy =
  | { candidate: true; reason: CandidateReason; priority: UpdatePriority }
  | { candidate: false; reason: NoCandidateReason; priority: UpdatePriority };

/** OOM killed soon after its start. Containers that the VPA does not act on do not count. */
export function hasQuickOom(
  pod: UpdaterPod,
  observation: UpdaterObservation,
  quickOomMs: number,
): boolean {
  return observedContainersOf(pod).some(({ name, lastTermination }) => {
    if (containerPolicyOf(observation.vpa.spec, name)?.mode === 'Off')
      return false;
    return (
      lastTermination?.reason === 'OOMKilled' &&
      lastTermination.finishedAt - lastTermination.startedAt < quickOomMs
    );
  });
}

export function candidacyOf(
  pod: UpdaterPod,
  observation: UpdaterObservation,
  options: VpaUpdaterOptions,
): Candidacy {
  const priority = updatePriority(
    pod,
    observation.vpa.containerRecommendations,
  );
  const quickOom = hasQuickOom(pod, observation, options.quickOomMs);
  if (!priority.outsideRecommendedRange && !quickOom) {
    if (pod.startTime === undefined)
      return { candidate: false, reason: 'NoStartTime', priority };
    if (observation.now < pod.startTime + options.minLifetimeMs) {
      return { candidate: false, reason: 'ShortLived', priority };
    }
    if (priority.resourceDiff < options.minChange) {
      return { candidate: false, reason: 'DifferenceTooSmall', priority };
    }
    return { candidate: true, reason: 'DiffersAfterLifetime', priority };
  }
  if (quickOom && priority.resourceDiff === 0) {
    return { candidate: false, reason: 'ResourcesWouldNotChange', priority };
  }
  const reason = priority.outsideRecommendedRange
    ? 'OutsideRecommendedRange'
    : 'QuickOOM';
  return { candidate: true, reason, priority };
}
