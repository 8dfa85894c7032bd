import type { ScaleEvent } from '@suoke/plugin-agent-scaling-common';
import type { KubernetesEvent } from '../kubernetes/objects';
import { toEventTimes } from '../agents/toAgentEvents';

/** Longer messages say nothing that a timeline needs, and a table must stay bounded. */
const MAX_MESSAGE_CHARACTERS = 1_024;

/** Reasons of kube-controller-manager, the VPA updater and KEDA that tell of a change of size. */
const KINDS: Record<string, ScaleEvent['kind']> = {
  SuccessfulRescale: 'rescale',
  FailedRescale: 'failedRescale',
  EvictedByVPA: 'vpaEviction',
  InPlaceResizedByVPA: 'vpaResize',
  KEDAScaleTargetActivated: 'activation',
  KEDAScaleTargetDeactivated: 'activation',
};

/** Whether history keeps the event. */
export function isScaleEvent(event: KubernetesEvent): boolean {
  return Object.hasOwn(KINDS, event.reason ?? '');
}

/** The scale event that a Kubernetes event tells of; `undefined` when it tells of none. */
export function toScaleEvent(
  event: KubernetesEvent,
): Omit<ScaleEvent, 'id'> | undefined {
  if (!isScaleEvent(event)) {
    return undefined;
  }
  const kind = KINDS[event.reason!];
  const message = event.message?.slice(0, MAX_MESSAGE_CHARACTERS);
  const to = toNewSize(event);
  return {
    at: new Date(toEventTimes(event).lastAt).toISOString(),
    kind,
    ...(to !== undefined && { to }),
    reason: event.reason,
    ...(message && { message }),
    source: 'Event',
  };
}

/** `New size: 5; reason: cpu resource utilization (percentage of request) above target` */
function toNewSize(event: KubernetesEvent): number | undefined {
  const text = /^New size: (\d+)/.exec(event.message ?? '')?.[1];
  return text === undefined ? undefined : Number(text);
}

/** The autoscaler's reason out of the message of a rescale; the whole message when it is worded differently. */
export function toScaleReason(message: string): string {
  return /^New size: \d+; reason: (.+)$/s.exec(message)?.[1] ?? message;
}
