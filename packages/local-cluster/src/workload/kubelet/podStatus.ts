import {
  findCondition,
  withCondition,
} from '../../controllers/runtime/conditions';
import {
  Condition,
  Container,
  ContainerStatus,
  Pod,
  PodStatus,
  toTime,
} from '../../controllers/runtime/objects';
import { parseQuantity } from '../../controllers/runtime/quantity';
import { hexDigest, imageId } from './images';

/** From the pod's start to its sandbox being there: network and volumes. */
const SANDBOX_MS = 800;
const INIT_CONTAINER_MS = 1_000;

/** When containers may start: after the sandbox and one second per init container that runs to its end. */
export function containersStartAtMs(pod: Pod, startMs: number): number {
  const inits = (pod.spec.initContainers ?? []).filter(
    init => init.restartPolicy !== 'Always',
  );
  return startMs + SANDBOX_MS + inits.length * INIT_CONTAINER_MS;
}

function initStatus(
  init: Container,
  pod: Pod,
  index: number,
  startMs: number,
  nowMs: number,
): ContainerStatus {
  const beginsMs = startMs + SANDBOX_MS + index * INIT_CONTAINER_MS;
  const isSidecar = init.restartPolicy === 'Always';
  const containerID = `simulated://${hexDigest(
    `${pod.metadata.uid}/${init.name}/0`,
  )}`;
  const base = {
    name: init.name,
    image: init.image,
    restartCount: 0,
    lastState: {},
  };
  if (nowMs < beginsMs) {
    return {
      ...base,
      imageID: '',
      ready: false,
      started: false,
      state: { waiting: { reason: 'PodInitializing' } },
    };
  }
  const begun = { ...base, imageID: imageId(init.image), containerID };
  if (isSidecar || nowMs < beginsMs + INIT_CONTAINER_MS) {
    return {
      ...begun,
      ready: isSidecar,
      started: true,
      state: { running: { startedAt: toTime(beginsMs) } },
    };
  }
  return {
    ...begun,
    ready: true,
    started: false,
    state: {
      terminated: {
        exitCode: 0,
        reason: 'Completed',
        startedAt: toTime(beginsMs),
        finishedAt: toTime(beginsMs + INIT_CONTAINER_MS),
        containerID,
      },
    },
  };
}

/** Guaranteed, Burstable or BestEffort, from requests and limits of cpu and memory. */
export function qosClass(pod: Pod): string {
  const containers = [
    ...pod.spec.containers,
    ...(pod.spec.initContainers ?? []),
  ];
  const amount = (quantity: string | undefined) =>
    quantity === undefined ? undefined : parseQuantity(quantity);
  let isBestEffort = true;
  let isGuaranteed = true;
  for (const { resources } of containers) {
    for (const name of ['cpu', 'memory']) {
      const request = amount(resources?.requests?.[name]);
      const limit = amount(resources?.limits?.[name]);
      if (request || limit) isBestEffort = false;
      if (!limit || (request ?? limit) !== limit) isGuaranteed = false;
    }
  }
  if (isBestEffort) return 'BestEffort';
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
}

function condition(
  type: string,
  isTrue: boolean,
  nowMs: number,
  why: { reason?: string; message?: string } = {},
): Condition & { lastTransitionTime: string } {
  return {
    type,
    status: isTrue ? 'True' : 'False',
    ...(!isTrue && why),
    lastProbeTime: null,
    lastTransitionTime: toTime(nowMs),
  };
}

/** The pod status that goes with its containers' statuses. */
export function assemblePodStatus(options: {
  pod: Pod;
  containers: ContainerStatus[];
  startMs: number;
  nowMs: number;
  hostIP?: string;
  podIP: string;
}): PodStatus {
  const { pod, containers, startMs, nowMs, hostIP, podIP } = options;
  const inits = (pod.spec.initContainers ?? []).map((init, index) =>
    initStatus(init, pod, index, startMs, nowMs),
  );
  const hasSandbox = nowMs >= startMs + SANDBOX_MS;
  const isInitialized = inits.every(one => one.ready);
  const unready = containers.filter(one => !one.ready).map(one => one.name);
  const isReady = isInitialized && unready.length === 0;
  const why = {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${unready.join(' ')}]`,
  };
  let conditions: Condition[] = pod.status?.conditions ?? [];
  for (const next of [
    condition('PodReadyToStartContainers', hasSandbox, nowMs),
    condition('Initialized', isInitialized, nowMs, {
      reason: 'ContainersNotInitialized',
      message: 'containers with incomplete status',
    }),
    condition('Ready', isReady, nowMs, why),
    condition('ContainersReady', isReady, nowMs, why),
  ]) {
    conditions = withCondition(conditions, next);
  }
  if (!findCondition(conditions, 'PodScheduled')) {
    conditions = withCondition(
      conditions,
      condition('PodScheduled', true, nowMs),
    );
  }
  const hasRun = containers.some(
    one => one.state.running || one.state.terminated || one.restartCount > 0,
  );
  return {
    ...pod.status,
    phase: hasRun ? 'Running' : 'Pending',
    conditions,
    startTime: toTime(startMs),
    ...(hostIP && { hostIP, hostIPs: [{ ip: hostIP }] }),
    ...(hasSandbox && { podIP, podIPs: [{ ip: podIP }] }),
    containerStatuses: containers,
    ...(inits.length && { initContainerStatuses: inits }),
    qosClass: pod.status?.qosClass ?? qosClass(pod),
  };
}
