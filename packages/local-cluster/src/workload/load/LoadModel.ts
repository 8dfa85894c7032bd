import { ControllerContext } from '../../controllers/runtime/ControllerContext';
import { fractionOf } from '../../controllers/runtime/names';
import { Deployment, keyOf, Pod } from '../../controllers/runtime/objects';
import { isReady } from '../../controllers/replicaset/podRanking';
import { ClusterObject } from '../../store/types';
import { Fault, FAULT_ANNOTATION, faultsOf, parseFaults } from '../faults';
import { COMPONENT_LABEL } from '../startUp';
import { LOAD_ANNOTATIONS, LoadProfile, readLoadProfile } from './loadProfile';
import { offeredRps } from './offeredLoad';
import {
  latencyP95Ms,
  NO_LOAD,
  nextQueue,
  PodLoad,
  SATURATION,
} from './podLoad';
import { routeWeights } from './routeWeights';

export const AGENT_LABEL = 'ai.suoke.life/agent';

/** A Deployment that gets load, at a moment. */
export interface WorkloadLoad {
  deployment: Deployment;
  profile: LoadProfile;
  /** Requests per second that clients send. */
  offeredRps: number;
  servedRps: number;
  waiting: number;
}

const ERROR_RATIO = 0.002;
const FAULTY_ERROR_RATIO = 0.2;
const SLOW_FACTOR = 4;

/** Shares the load of every agent among its ready pods, and passes it on to the agent's model servers. */
export class LoadModel {
  private readonly workloads = new Map<string, WorkloadLoad>();
  private pods = new Map<string, PodLoad>();
  private lastMs: number;
  private readonly context: ControllerContext;
  private readonly seed: number;

  static create(options: {
    context: ControllerContext;
    seed: number;
  }): LoadModel {
    return new LoadModel(options);
  }

  private constructor(options: { context: ControllerContext; seed: number }) {
    this.context = options.context;
    this.seed = options.seed;
    this.lastMs = options.context.clock.now();
  }

  /** What a pod does since the last {@link LoadModel.step}. */
  podLoad(pod: Pod): PodLoad {
    return this.pods.get(keyOf(pod)) ?? NO_LOAD;
  }

  workload(deployment: Deployment): WorkloadLoad | undefined {
    return this.workloads.get(keyOf(deployment));
  }

  all(): WorkloadLoad[] {
    return [...this.workloads.values()];
  }

  /** Whether a Deployment or its namespace has a fault. */
  hasFault(deployment: Deployment, fault: Fault): boolean {
    return this.workloadFaults(deployment).has(fault);
  }

  /** Moves the load to the present. */
  step(): void {
    const { caches, clock } = this.context;
    const nowMs = clock.now();
    const seconds = (nowMs - this.lastMs) / 1000;
    this.lastMs = nowMs;
    this.pods = new Map();
    const hpas = this.hpasByTarget();
    const seen = new Set<string>();
    const servers: Deployment[] = [];
    const agents = new Map<string, WorkloadLoad>();
    for (const deployment of caches.deployments.all()) {
      if (!hasLoad(deployment)) continue;
      seen.add(keyOf(deployment));
      if (isModelServer(deployment)) {
        servers.push(deployment);
        continue;
      }
      const profile = readLoadProfile(deployment, hpas.get(keyOf(deployment)));
      const offered = this.offered(deployment, profile, nowMs);
      const load = this.serve(deployment, profile, offered, seconds);
      agents.set(agentKey(deployment), load);
    }
    this.stepModelServers(servers, agents, hpas, seconds);
    for (const key of this.workloads.keys()) {
      if (!seen.has(key)) this.workloads.delete(key);
    }
  }

  private stepModelServers(
    servers: readonly Deployment[],
    agents: ReadonlyMap<string, WorkloadLoad>,
    hpas: ReadonlyMap<string, ClusterObject>,
    seconds: number,
  ) {
    const groups = new Map<string, Deployment[]>();
    for (const server of servers) {
      const group = groups.get(agentKey(server)) ?? [];
      groups.set(agentKey(server), [...group, server]);
    }
    for (const [key, group] of groups) {
      const agent = agents.get(key);
      const shares = routeWeights(this.context, group);
      for (const server of group) {
        const profile = readLoadProfile(
          server,
          hpas.get(keyOf(server)),
          agent?.profile.meanRps ?? 0,
        );
        const offered =
          (agent?.servedRps ?? 0) * (shares.get(keyOf(server)) ?? 0);
        this.serve(server, profile, offered, seconds);
      }
    }
  }

  private offered(
    deployment: Deployment,
    profile: LoadProfile,
    nowMs: number,
  ): number {
    const { metadata } = deployment;
    const ageMs = nowMs - Date.parse(metadata.creationTimestamp);
    const rps = offeredRps(profile, ageMs, `${this.seed}/${keyOf(deployment)}`);
    const faults = this.workloadFaults(deployment);
    if (faults.has('load-none')) return 0;
    return faults.has('load-spike') ? 3 * rps : rps;
  }

  private workloadFaults(deployment: Deployment): ReadonlySet<Fault> {
    const namespace = this.context.caches.namespaces.get(
      deployment.metadata.namespace ?? '',
    );
    return new Set(
      [deployment, namespace].flatMap(object =>
        parseFaults(object?.metadata.annotations?.[FAULT_ANNOTATION]),
      ),
    );
  }

  private serve(
    deployment: Deployment,
    profile: LoadProfile,
    offered: number,
    seconds: number,
  ): WorkloadLoad {
    const pods = this.readyPods(deployment);
    const podCapacity = profile.rpsPerPod * SATURATION;
    const before = this.workloads.get(keyOf(deployment));
    const { waiting, servedRps } = nextQueue({
      waiting: before?.waiting ?? 0,
      offeredRps: offered,
      capacityRps: pods.length * podCapacity,
      seconds,
    });
    const load = {
      deployment,
      profile,
      offeredRps: offered,
      servedRps,
      waiting,
    };
    this.workloads.set(keyOf(deployment), load);
    // Balancing is never perfect: some pods get a few percent more than others.
    const skews = pods.map(
      pod => 0.94 + 0.12 * fractionOf(`skew/${pod.metadata.uid}`),
    );
    const totalSkew = skews.reduce((total, skew) => total + skew, 0);
    pods.forEach((pod, index) => {
      const rps = (servedRps * skews[index]) / totalSkew;
      this.pods.set(
        keyOf(pod),
        this.loadOf(pod, profile, rps, podCapacity, waiting / pods.length),
      );
    });
    return load;
  }

  private loadOf(
    pod: Pod,
    profile: LoadProfile,
    rps: number,
    capacity: number,
    waiting: number,
  ): PodLoad {
    const faults = faultsOf(this.context.caches, pod);
    const saturation = capacity > 0 ? Math.min(1, rps / capacity) : 0;
    const latency = latencyP95Ms(profile, saturation, waiting, rps);
    return {
      rps,
      saturation,
      waiting,
      latencyP95Ms: latency * (faults.has('model-slow') ? SLOW_FACTOR : 1),
      errorRatio: faults.has('model-errors') ? FAULTY_ERROR_RATIO : ERROR_RATIO,
    };
  }

  private readyPods(deployment: Deployment): Pod[] {
    const { pods, replicaSets } = this.context.caches;
    return replicaSets
      .controlledBy(deployment.metadata.uid)
      .flatMap(rs => pods.controlledBy(rs.metadata.uid))
      .filter(pod => isReady(pod) && !pod.metadata.deletionTimestamp);
  }

  private hpasByTarget(): Map<string, ClusterObject> {
    const map = new Map<string, ClusterObject>();
    for (const hpa of this.context.caches.hpas.all()) {
      const target = hpa.spec?.scaleTargetRef;
      if (target?.kind === 'Deployment') {
        map.set(`${hpa.metadata.namespace}/${target.name}`, hpa);
      }
    }
    return map;
  }
}

function hasLoad(deployment: Deployment): boolean {
  return Boolean(
    labelsOf(deployment)[AGENT_LABEL] ||
      deployment.metadata.annotations?.[LOAD_ANNOTATIONS.rps],
  );
}

function isModelServer(deployment: Deployment): boolean {
  return labelsOf(deployment)[COMPONENT_LABEL] === 'model-server';
}

/** Labels of the Deployment and of its pods: templates put the agent's name on either. */
function labelsOf(deployment: Deployment): Record<string, string> {
  return {
    ...deployment.spec.template.metadata?.labels,
    ...deployment.metadata.labels,
  };
}

function agentKey(deployment: Deployment): string {
  const agent = labelsOf(deployment)[AGENT_LABEL] ?? deployment.metadata.name;
  return `${deployment.metadata.namespace}/${agent}`;
}
