import type { AttentionReasonCode } from '@suoke/plugin-agent-scaling-common';
import type { Pod } from '../kubernetes/objects';

export interface PodProblem {
  reason: string;
  message?: string;
  /** Set for problems that do not pass by themselves. */
  code?: AttentionReasonCode;
}

const WAITING_CODES: Record<string, AttentionReasonCode> = {
  CrashLoopBackOff: 'podCrashLooping',
  ImagePullBackOff: 'podImageUnavailable',
  ErrImagePull: 'podImageUnavailable',
  ErrImageNeverPull: 'podImageUnavailable',
  InvalidImageName: 'podImageUnavailable',
  CreateContainerConfigError: 'podConfigInvalid',
  CreateContainerError: 'podConfigInvalid',
  RunContainerError: 'podConfigInvalid',
};

/** Why a pod is not ready, from the earliest obstacle to the latest; `undefined` when it is ready. */
export function toPodProblem(pod: Pod): PodProblem | undefined {
  const { status = {} } = pod;
  const condition = (type: string) =>
    status.conditions?.find(candidate => candidate.type === type);
  if (condition('Ready')?.status === 'True') {
    return undefined;
  }
  const scheduled = condition('PodScheduled');
  if (scheduled?.status === 'False') {
    const reason = scheduled.reason ?? 'Unschedulable';
    return {
      reason,
      message: scheduled.message,
      ...(reason === 'Unschedulable' && { code: 'podUnschedulable' }),
    };
  }
  const containers = [
    ...(status.initContainerStatuses ?? []),
    ...(status.containerStatuses ?? []),
  ];
  // The worst one first: one crashing container among several that merely wait for it.
  const waiting = containers.flatMap(one =>
    one.state?.waiting?.reason ? [one.state.waiting] : [],
  );
  const worst =
    waiting.find(one => WAITING_CODES[one.reason!] !== undefined) ?? waiting[0];
  if (worst) {
    const code = WAITING_CODES[worst.reason!];
    return {
      reason: worst.reason!,
      message: worst.message,
      ...(code && { code }),
    };
  }
  if (status.reason) {
    return { reason: status.reason, message: status.message };
  }
  const terminated = containers.find(
    one => one.state?.terminated?.reason && !one.ready,
  )?.state?.terminated;
  if (terminated && terminated.reason !== 'Completed') {
    return { reason: terminated.reason!, message: terminated.message };
  }
  const ready = condition('Ready');
  return ready?.reason
    ? { reason: ready.reason, message: ready.message }
    : undefined;
}
