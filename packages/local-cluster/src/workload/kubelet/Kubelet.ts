import {
  Controller,
  ControllerContext,
} from '../../controllers/runtime/ControllerContext';
import { fractionOf } from '../../controllers/runtime/names';
import {
  Container,
  ContainerStatus,
  keyOf,
  Pod,
  toObjectKey,
} from '../../controllers/runtime/objects';
import { resources } from '../../controllers/runtime/resources';
import { WorkQueue } from '../../controllers/runtime/WorkQueue';
import { deploymentOf, Fault, faultsOf, onFaultChange } from '../faults';
import { startUpMs } from '../startUp';
import {
  ContainerNote,
  ContainerSituation,
  newContainerStatus,
  stepContainer,
} from './containerLifecycle';
import { pullMs } from './images';
import { PodAddresses } from './PodAddresses';
import { refusedMessage } from './probeMessage';
import { assemblePodStatus, containersStartAtMs } from './podStatus';

const COMPONENT = 'kubelet';
/** How long a container of a crash loop runs. */
const CRASH_AFTER_MS = 3_000;
const DEFAULT_GRACE_SECONDS = 30;

/** Says when a container's memory passes its limit (milliseconds since the epoch), if it will. */
export type MemoryExit = (pod: Pod, container: Container) => number | undefined;

/** Plays the kubelets of all nodes: runs pods, restarts them, ends them, and says so in status and events. */
export class Kubelet implements Controller {
  private readonly queue: WorkQueue;
  private readonly addresses: PodAddresses;
  /** Images by node, with the moment each is there. */
  private readonly images = new Map<string, number>();
  /** When the pull that a pod waits for began, by pod uid and image. */
  private readonly pulls = new Set<string>();
  private readonly stopping = new Map<string, number>();

  static start(
    context: ControllerContext,
    options: { memoryExit: MemoryExit },
  ): Kubelet {
    return new Kubelet(context, options.memoryExit);
  }

  private constructor(
    private readonly context: ControllerContext,
    private readonly memoryExit: MemoryExit,
  ) {
    const { caches, clock, onError } = context;
    this.addresses = new PodAddresses(caches.pods, caches.nodes);
    this.queue = new WorkQueue({
      clock,
      reconcile: key => this.reconcile(key),
      onError: (key, error) => onError(`${COMPONENT} ${key}`, error),
    });
    for (const pod of caches.pods.all()) {
      if (pod.status?.startTime) this.rememberImages(pod);
      this.queue.add(keyOf(pod));
    }
    caches.pods.onChange(pod => this.queue.add(keyOf(pod)));
    onFaultChange(caches, namespace => this.syncNamespace(namespace));
  }

  stop() {
    this.queue.stop();
  }

  /** Looks at a pod again, because something outside the API changed (its memory, for example). */
  sync(pod: Pod): void {
    this.queue.add(keyOf(pod));
  }

  private syncNamespace(namespace: string) {
    this.context.caches.pods
      .inNamespace(namespace)
      .forEach(pod => this.sync(pod));
  }

  private reconcile(key: string): number | undefined {
    const pod = this.context.caches.pods.get(key);
    if (!pod?.spec.nodeName) return undefined;
    return pod.metadata.deletionTimestamp ? this.terminate(pod) : this.run(pod);
  }

  private run(pod: Pod): number | undefined {
    const { caches, clock, cluster } = this.context;
    const nowMs = clock.now();
    const startMs = pod.status?.startTime
      ? Date.parse(pod.status.startTime)
      : nowMs;
    const faults = faultsOf(caches, pod);
    const moments: number[] = [];
    const containers = pod.spec.containers.map(container => {
      const { status, nextAtMs } = this.stepOne(
        pod,
        container,
        startMs,
        faults,
      );
      if (nextAtMs !== undefined) moments.push(nextAtMs);
      return status;
    });
    // Start times have whole seconds; a pod must not be older than the moment it was bound.
    cluster.updateStatus(
      resources.pods,
      {
        ...pod,
        status: assemblePodStatus({
          pod,
          containers,
          startMs,
          nowMs,
          hostIP: caches.nodes
            .get(pod.spec.nodeName!)
            ?.status?.addresses?.find(one => one.type === 'InternalIP')
            ?.address,
          podIP: this.addresses.addressOf(pod),
        }),
      },
      { fieldManager: 'kubelet' },
    );
    return moments.length
      ? Math.max(100, Math.min(...moments) - nowMs)
      : undefined;
  }

  private stepOne(
    pod: Pod,
    container: Container,
    startMs: number,
    faults: ReadonlySet<Fault>,
  ): { status: ContainerStatus; nextAtMs?: number } {
    const current =
      pod.status?.containerStatuses?.find(one => one.name === container.name) ??
      newContainerStatus(container);
    const situation = this.situation(pod, container, current, startMs, faults);
    const step = stepContainer(current, situation);
    for (const note of step.notes) this.note(pod, container.name, note);
    return step;
  }

  private situation(
    pod: Pod,
    container: Container,
    current: ContainerStatus,
    startMs: number,
    faults: ReadonlySet<Fault>,
  ): ContainerSituation {
    const { caches, clock } = this.context;
    const nowMs = clock.now();
    const mayStartAtMs = containersStartAtMs(pod, startMs);
    const imagePullFails = faults.has('image-pull');
    const needsImage =
      !current.state.running && !imagePullFails && mayStartAtMs <= nowMs;
    const { name, namespace, uid } = pod.metadata;
    return {
      nowMs,
      podLabel: `${name}_${namespace}(${uid})`,
      podUid: uid,
      mayStartAtMs,
      image: needsImage
        ? this.pull(pod, container)
        : { readyAtMs: 0, pulledInMs: 0 },
      startUpMs: startUpMs(pod, deploymentOf(caches, pod), faults),
      hasProbe: Boolean(container.readinessProbe ?? container.startupProbe),
      refusedMessage: refusedMessage(container, pod.status?.podIP ?? ''),
      imagePullFails,
      probeFails: faults.has('not-ready'),
      exit: this.exitOf(pod, container, current, faults),
    };
  }

  private exitOf(
    pod: Pod,
    container: Container,
    current: ContainerStatus,
    faults: ReadonlySet<Fault>,
  ): ContainerSituation['exit'] {
    const startedAt = current.state.running?.startedAt;
    if (!startedAt) return undefined;
    if (faults.has('crash-loop')) {
      const atMs = Date.parse(startedAt) + CRASH_AFTER_MS;
      return { atMs, reason: 'Error', exitCode: 1 };
    }
    const atMs = this.memoryExit(pod, container);
    return atMs === undefined
      ? undefined
      : { atMs, reason: 'OOMKilled', exitCode: 137 };
  }

  /** Begins to pull the image unless the node has it or pulls it already. */
  private pull(pod: Pod, { name, image }: Container) {
    const nowMs = this.context.clock.now();
    const imageKey = `${pod.spec.nodeName}|${image}`;
    const pullKey = `${pod.metadata.uid}|${image}`;
    const readyAtMs = this.images.get(imageKey);
    const isWaiting = this.pulls.has(pullKey);
    if (readyAtMs !== undefined) {
      if (readyAtMs <= nowMs) this.pulls.delete(pullKey);
      return { readyAtMs, pulledInMs: isWaiting ? pullMs(image) : 0 };
    }
    const pulledInMs = pullMs(image);
    this.images.set(imageKey, nowMs + pulledInMs);
    this.pulls.add(pullKey);
    this.note(pod, name, {
      type: 'Normal',
      reason: 'Pulling',
      message: `Pulling image "${image}"`,
    });
    return { readyAtMs: nowMs + pulledInMs, pulledInMs };
  }

  private rememberImages(pod: Pod) {
    for (const { image, imageID } of pod.status?.containerStatuses ?? []) {
      if (imageID) this.images.set(`${pod.spec.nodeName}|${image}`, 0);
    }
  }

  private terminate(pod: Pod): number | undefined {
    const { clock, cluster } = this.context;
    const { uid } = pod.metadata;
    const nowMs = clock.now();
    let goneAtMs = this.stopping.get(uid);
    if (goneAtMs === undefined) {
      goneAtMs = nowMs + stopMs(pod);
      this.stopping.set(uid, goneAtMs);
      for (const { name } of pod.spec.containers) {
        this.note(pod, name, {
          type: 'Normal',
          reason: 'Killing',
          message: `Stopping container ${name}`,
        });
      }
    }
    if (goneAtMs > nowMs) return goneAtMs - nowMs;
    this.stopping.delete(uid);
    cluster.delete(resources.pods, toObjectKey(keyOf(pod)), {
      gracePeriodSeconds: 0,
      uid,
    });
    return undefined;
  }

  private note(pod: Pod, container: string, note: ContainerNote) {
    this.context.events.record(pod, {
      ...note,
      component: COMPONENT,
      host: pod.spec.nodeName,
      fieldPath: `spec.containers{${container}}`,
    });
  }
}

/** How long containers need to stop: 1 to 4 s of draining, never longer than the grace period. */
function stopMs(pod: Pod): number {
  const graceMs =
    1000 *
    (pod.metadata.deletionGracePeriodSeconds ??
      pod.spec.terminationGracePeriodSeconds ??
      DEFAULT_GRACE_SECONDS);
  return Math.min(
    graceMs,
    1_000 + 3_000 * fractionOf(`stop/${pod.metadata.uid}`),
  );
}
