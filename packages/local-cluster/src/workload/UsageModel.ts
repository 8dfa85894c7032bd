import { ControllerContext } from '../controllers/runtime/ControllerContext';
import { fractionOf } from '../controllers/runtime/names';
import { Container, Pod } from '../controllers/runtime/objects';
import { podRequests } from '../controllers/scheduler/nodeFit';
import { deploymentOf, faultsOf } from './faults';
import { LoadModel } from './load/LoadModel';
import { limitOf, LoadProfile } from './load/loadProfile';
import { podUsage } from './load/podLoad';
import { COMPONENT_LABEL, startUpMs } from './startUp';

export interface ContainerUsage {
  name: string;
  cpuCores: number;
  memoryBytes: number;
}

/** Memory of a pod with the fault `oom` reaches its limit this long after it became ready. */
const OOM_AFTER_MS = 45_000;
const SIDECAR: Omit<ContainerUsage, 'name'> = {
  cpuCores: 0.01,
  memoryBytes: 40 * 2 ** 20,
};
const IDLE: Omit<ContainerUsage, 'name'> = {
  cpuCores: 0.005,
  memoryBytes: 30 * 2 ** 20,
};

/** What containers use: start-up, load, limits and leaks. */
export class UsageModel {
  private onMemoryExceeded: (pod: Pod) => void = () => {};

  constructor(
    private readonly context: ControllerContext,
    private readonly load: LoadModel,
  ) {}

  /** Calls `listener` with pods whose memory is past their limit, once per sample. */
  whenMemoryExceeded(listener: (pod: Pod) => void): void {
    this.onMemoryExceeded = listener;
  }

  profileOf(pod: Pod): LoadProfile | undefined {
    const deployment = deploymentOf(this.context.caches, pod);
    return deployment && this.load.workload(deployment)?.profile;
  }

  isModelServer(pod: Pod): boolean {
    return pod.metadata.labels?.[COMPONENT_LABEL] === 'model-server';
  }

  hasGpu(pod: Pod): boolean {
    return Object.entries(podRequests(pod)).some(
      ([name, amount]) => name.startsWith('nvidia.com/gpu') && amount > 0,
    );
  }

  /** Usage of each running container of a pod. The first container does the work. */
  containers(pod: Pod): ContainerUsage[] {
    const running = new Set(
      (pod.status?.containerStatuses ?? [])
        .filter(status => status.state.running)
        .map(status => status.name),
    );
    return pod.spec.containers
      .filter(({ name }) => running.has(name))
      .map((container, index) => ({
        name: container.name,
        ...(index === 0 ? this.mainUsage(pod, container) : SIDECAR),
      }));
  }

  /** When the memory of a container passes its limit (milliseconds since the epoch), if it will. */
  memoryExitMs(pod: Pod, container: Container): number | undefined {
    if (container.name !== pod.spec.containers[0].name) return undefined;
    const startedMs = this.startedMs(pod, container.name);
    if (startedMs === undefined) return undefined;
    const { caches, clock } = this.context;
    const faults = faultsOf(caches, pod);
    if (faults.has('oom')) {
      return (
        startedMs +
        startUpMs(pod, deploymentOf(caches, pod), faults) +
        OOM_AFTER_MS
      );
    }
    const { memoryBytes } = this.mainUsage(pod, container);
    return memoryBytes > limitOf(container, 'memory') ? clock.now() : undefined;
  }

  /** Tells the kubelet about containers that are past their limit; cheap, so done for every sample. */
  checkMemory(): void {
    for (const pod of this.context.caches.pods.all()) {
      const [main] = pod.spec.containers;
      if (
        pod.status?.phase === 'Running' &&
        this.mainUsage(pod, main).memoryBytes > limitOf(main, 'memory')
      ) {
        this.onMemoryExceeded(pod);
      }
    }
  }

  private startedMs(pod: Pod, container: string): number | undefined {
    const startedAt = pod.status?.containerStatuses?.find(
      status => status.name === container,
    )?.state.running?.startedAt;
    return startedAt ? Date.parse(startedAt) : undefined;
  }

  private mainUsage(
    pod: Pod,
    container: Container,
  ): Omit<ContainerUsage, 'name'> {
    const { caches, clock } = this.context;
    const profile = this.profileOf(pod);
    const startedMs = this.startedMs(pod, container.name);
    if (!profile || startedMs === undefined) return IDLE;
    const faults = faultsOf(caches, pod);
    const upMs = startUpMs(pod, deploymentOf(caches, pod), faults);
    const progress = Math.min(1, (clock.now() - startedMs) / upMs);
    const { rps } = this.load.podLoad(pod);
    const usage = podUsage(profile, rps);
    const jitter =
      0.97 +
      0.06 *
        fractionOf(`${pod.metadata.uid}/${Math.floor(clock.now() / 15_000)}`);
    // Loading weights and warming up keeps cores busy before the first request: why the HPA waits for new pods.
    const loading = progress < 1 ? 0.5 * (podRequests(pod).cpu ?? 0.5) : 0;
    const leak = faults.has('oom')
      ? limitOf(container, 'memory') *
        Math.min(1, Math.max(0, clock.now() - startedMs - upMs) / OOM_AFTER_MS)
      : 0;
    return {
      cpuCores: Math.min(
        limitOf(container, 'cpu'),
        (usage.cpuCores + loading) * jitter,
      ),
      memoryBytes: Math.max(
        usage.memoryBytes * (0.25 + 0.75 * progress),
        Number.isFinite(leak) ? leak : 0,
      ),
    };
  }
}
