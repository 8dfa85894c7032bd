import {
  Container,
  ContainerStatus,
  toTime,
} from '../../controllers/runtime/objects';
import { hexDigest, imageBytes, imageId } from './images';

/** What the kubelet says about a container while it moves it on. */
export interface ContainerNote {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
}

/** What decides the next move of a container. Instants are milliseconds since the epoch. */
export interface ContainerSituation {
  nowMs: number;
  /** `<pod>_<namespace>(<uid>)`, as messages name a pod. */
  podLabel: string;
  podUid: string;
  /** When the sandbox of the pod is there and init containers are done; undefined while they are not. */
  mayStartAtMs: number | undefined;
  /** When the node has the image, and how long pulling took (0: it was there). */
  image: { readyAtMs: number; pulledInMs: number };
  /** From start to the first probe that succeeds; meaningless when nothing probes. */
  startUpMs: number;
  hasProbe: boolean;
  /** What is said while the container does not listen yet. */
  refusedMessage: string;
  imagePullFails: boolean;
  probeFails: boolean;
  /** Set when the process ends now or at a moment to come. */
  exit?: { atMs: number; reason: 'Error' | 'OOMKilled'; exitCode: number };
}

/** A container a moment later. */
export interface ContainerStep {
  status: ContainerStatus;
  notes: ContainerNote[];
  /** When to look again (milliseconds since the epoch); undefined when only an outside change matters. */
  nextAtMs?: number;
}

const FIRST_BACKOFF_MS = 10_000;
// As with `crashLoopBackOff.maxContainerRestartPeriod: 60s` in the kubelet's configuration; the built-in 5 minutes
// would make a demonstration of a healed fault dull.
const LONGEST_BACKOFF_MS = 60_000;
const PROBE_PERIOD_MS = 10_000;
const PULL_RETRY_MS = 20_000;

/** The pause before restart number `restarts` + 1: none, 10 s, 20 s, 40 s, 60 s, ... */
export function crashBackoffMs(restarts: number): number {
  if (restarts === 0) return 0;
  return Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (restarts - 1));
}

/** The status of a container that the kubelet has only just heard of. */
export function newContainerStatus(container: Container): ContainerStatus {
  return {
    name: container.name,
    image: container.image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { waiting: { reason: 'ContainerCreating' } },
    lastState: {},
  };
}

/** Moves a container on by at most one state. Pure: the same status and situation give the same step. */
export function stepContainer(
  status: ContainerStatus,
  situation: ContainerSituation,
): ContainerStep {
  if (status.state.running) return stepRunning(status, situation);
  if (status.state.terminated) return stepTerminated(status, situation);
  return status.state.waiting?.reason === 'CrashLoopBackOff'
    ? stepBackOff(status, situation)
    : stepCreating(status, situation);
}

function stepCreating(
  status: ContainerStatus,
  situation: ContainerSituation,
): ContainerStep {
  const { nowMs, mayStartAtMs, image } = situation;
  if (mayStartAtMs === undefined) return { status, notes: [] };
  if (mayStartAtMs > nowMs) {
    return { status, notes: [], nextAtMs: mayStartAtMs };
  }
  if (situation.imagePullFails) return stepFailedPull(status, situation);
  if (image.readyAtMs > nowMs) {
    return { status, notes: [], nextAtMs: image.readyAtMs };
  }
  return start(status, situation, pulledMessage(status.image, image));
}

function pulledMessage(image: string, { pulledInMs }: { pulledInMs: number }) {
  if (pulledInMs === 0) {
    return `Container image "${image}" already present on machine`;
  }
  const seconds = `${(pulledInMs / 1000).toFixed(3)}s`;
  return `Successfully pulled image "${image}" in ${seconds} (${seconds} including waiting). Image size: ${imageBytes(
    image,
  )} bytes.`;
}

/**
 * ErrImagePull and ImagePullBackOff take turns, as with a real kubelet. Whose turn it is follows from the time alone,
 * so that looking twice changes nothing.
 */
function stepFailedPull(
  status: ContainerStatus,
  { nowMs, mayStartAtMs = nowMs }: ContainerSituation,
): ContainerStep {
  const turn = Math.floor((nowMs - mayStartAtMs) / PULL_RETRY_MS);
  const nextAtMs = mayStartAtMs + (turn + 1) * PULL_RETRY_MS;
  const isBackOff = turn % 2 === 1;
  const { image } = status;
  const reason = isBackOff ? 'ImagePullBackOff' : 'ErrImagePull';
  if (status.state.waiting?.reason === reason) {
    return { status, notes: [], nextAtMs };
  }
  const message = isBackOff
    ? `Back-off pulling image "${image}"`
    : `Failed to pull image "${image}": failed to resolve reference "${image}": not found`;
  return {
    status: { ...status, state: { waiting: { reason, message } } },
    notes: [
      isBackOff
        ? { type: 'Normal', reason: 'BackOff', message }
        : { type: 'Warning', reason: 'Failed', message },
      { type: 'Warning', reason: 'Failed', message: `Error: ${reason}` },
    ],
    nextAtMs,
  };
}

function start(
  status: ContainerStatus,
  situation: ContainerSituation,
  pulled: string,
): ContainerStep {
  const { nowMs, podUid } = situation;
  const { name, image, restartCount } = status;
  return {
    status: {
      ...status,
      imageID: imageId(image),
      containerID: `simulated://${hexDigest(
        `${podUid}/${name}/${restartCount}`,
      )}`,
      state: { running: { startedAt: toTime(nowMs) } },
      started: true,
      ready: false,
    },
    notes: [
      { type: 'Normal', reason: 'Pulled', message: pulled },
      {
        type: 'Normal',
        reason: 'Created',
        message: `Container created: ${name}`,
      },
      {
        type: 'Normal',
        reason: 'Started',
        message: `Container started: ${name}`,
      },
    ],
    nextAtMs: nowMs,
  };
}

function stepRunning(
  status: ContainerStatus,
  situation: ContainerSituation,
): ContainerStep {
  const { nowMs, exit, startUpMs, probeFails, hasProbe } = situation;
  if (exit && exit.atMs <= nowMs) return end(status, situation, exit);
  const startedMs = Date.parse(status.state.running!.startedAt);
  const readyAtMs = startedMs + (hasProbe ? startUpMs : 0);
  const isUp = readyAtMs <= nowMs;
  const ready = isUp && !(probeFails && hasProbe);
  const notes: ContainerNote[] = [];
  // The first seconds are not worth an event: probes begin after their initial delay.
  const isLate = nowMs - startedMs >= PROBE_PERIOD_MS;
  if (!ready && isLate) {
    notes.push({
      type: 'Warning',
      reason: 'Unhealthy',
      message: isUp
        ? 'Readiness probe failed: HTTP probe failed with statuscode: 503'
        : situation.refusedMessage,
    });
  }
  const moments = [
    exit?.atMs,
    isUp ? undefined : readyAtMs,
    ready ? undefined : nowMs + PROBE_PERIOD_MS,
  ].filter(moment => moment !== undefined);
  return {
    status: ready === status.ready ? status : { ...status, ready },
    notes,
    ...(moments.length && { nextAtMs: Math.min(...moments) }),
  };
}

function end(
  status: ContainerStatus,
  { nowMs }: ContainerSituation,
  exit: { reason: string; exitCode: number },
): ContainerStep {
  const terminated = {
    exitCode: exit.exitCode,
    reason: exit.reason,
    startedAt: status.state.running!.startedAt,
    finishedAt: toTime(nowMs),
    containerID: status.containerID,
  };
  return {
    status: { ...status, state: { terminated }, ready: false, started: false },
    notes: [],
    nextAtMs: nowMs + 1000,
  };
}

/** After an exit: restarted at once the first time, later only after the back-off. */
function stepTerminated(
  status: ContainerStatus,
  situation: ContainerSituation,
): ContainerStep {
  const { terminated } = status.state;
  const ranMs =
    Date.parse(terminated!.finishedAt) -
    Date.parse(terminated!.startedAt ?? terminated!.finishedAt);
  // A container that ran well for ten minutes starts with a clean slate.
  const isFirst = status.restartCount === 0 || ranMs >= 600_000;
  if (isFirst) return restart(status, situation);
  const backoff = crashBackoffMs(status.restartCount);
  const { name } = status;
  return {
    status: {
      ...status,
      lastState: { terminated },
      state: {
        waiting: {
          reason: 'CrashLoopBackOff',
          message: `back-off ${goSeconds(
            backoff / 1000,
          )} restarting failed container=${name} pod=${situation.podLabel}`,
        },
      },
    },
    notes: [
      {
        type: 'Warning',
        reason: 'BackOff',
        message: `Back-off restarting failed container ${name} in pod ${situation.podLabel}`,
      },
    ],
    nextAtMs: Date.parse(terminated!.finishedAt) + backoff,
  };
}

/** Whole seconds as Go prints a duration: `40s`, `1m0s`. */
function goSeconds(seconds: number): string {
  return seconds < 60
    ? `${seconds}s`
    : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}

function stepBackOff(
  status: ContainerStatus,
  situation: ContainerSituation,
): ContainerStep {
  const finishedAt = status.lastState.terminated?.finishedAt;
  const dueMs =
    (finishedAt ? Date.parse(finishedAt) : situation.nowMs) +
    crashBackoffMs(status.restartCount);
  if (dueMs > situation.nowMs) return { status, notes: [], nextAtMs: dueMs };
  return restart(status, situation);
}

function restart(
  status: ContainerStatus,
  situation: ContainerSituation,
): ContainerStep {
  const lastState = status.state.terminated
    ? { terminated: status.state.terminated }
    : status.lastState;
  return start(
    { ...status, lastState, restartCount: status.restartCount + 1 },
    situation,
    pulledMessage(status.image, { pulledInMs: 0 }),
  );
}
