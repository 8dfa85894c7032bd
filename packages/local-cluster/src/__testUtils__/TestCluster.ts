import { ManualClock } from '../clock/ManualClock';
import { DEFAULT_NODE_POOLS, NodePool } from '../controllers/nodes/nodePools';
import { findCondition } from '../controllers/runtime/conditions';
import { Deployment, Pod, ReplicaSet } from '../controllers/runtime/objects';
import { resources } from '../controllers/runtime/resources';
import { ControlPlane, createControlPlane } from '../main/createControlPlane';
import { applyManifests } from '../main/manifests';
import { seededUuid } from '../main/seededUuid';
import { Cluster } from '../registry/Cluster';
import { createClusterApi } from '../registry/createClusterApi';
import { ClusterObject, ResourceKey } from '../store/types';
import { FAULT_ANNOTATION } from '../workload/faults';
import { NAMESPACE, namespaceObject } from './fixtures';

/** A cluster without HTTP on a manual clock: everything happens in {@link TestCluster.advance}. */
export class TestCluster {
  readonly clock = new ManualClock({ start: Date.UTC(2026, 10, 23, 8) });
  readonly cluster: Cluster;
  readonly controlPlane: ControlPlane;
  /** What went wrong inside; tests expect it to stay empty. */
  readonly errors: string[] = [];

  static create(
    options: { seed?: number; nodePools?: NodePool[] } = {},
  ): TestCluster {
    return new TestCluster(options);
  }

  private constructor(options: { seed?: number; nodePools?: NodePool[] }) {
    const { seed = 1, nodePools = DEFAULT_NODE_POOLS } = options;
    this.cluster = createClusterApi({
      clock: this.clock,
      uuid: seededUuid(seed, () => 0),
    });
    this.controlPlane = createControlPlane({
      cluster: this.cluster,
      clock: this.clock,
      seed,
      nodePools,
      onError: (where, error) => this.errors.push(`${where}: ${error}`),
    });
    this.apply(namespaceObject());
  }

  apply(...objects: Partial<ClusterObject>[]): void {
    applyManifests(
      this.cluster,
      objects.map(object => ({ file: 'test', object })),
    );
  }

  /** Lets the cluster live for a while. */
  advance(seconds: number): void {
    this.clock.advance(seconds * 1000);
  }

  /** Lets the cluster live until something holds; fails after `seconds`. Returns how many seconds it took. */
  until(isSo: () => boolean, seconds: number): number {
    for (let waited = 0; waited <= seconds; waited++) {
      if (isSo()) return waited;
      this.advance(1);
    }
    throw new Error(`It did not come to be within ${seconds} s: ${isSo}`);
  }

  deployment(name = 'nova'): Deployment {
    return this.get(resources.deployments, name) as Deployment;
  }

  hpa(name = 'nova'): ClusterObject {
    return this.get(resources.horizontalPodAutoscalers, name);
  }

  get(key: ResourceKey, name: string): ClusterObject {
    const object = this.cluster.get(key, { namespace: NAMESPACE, name });
    if (!object) throw new Error(`No ${key.resource} ${name}`);
    return object;
  }

  pods(): Pod[] {
    return this.cluster.list(resources.pods, {
      namespace: NAMESPACE,
    }) as Pod[];
  }

  readyPods(): Pod[] {
    return this.pods().filter(
      pod =>
        findCondition(pod.status?.conditions, 'Ready')?.status === 'True' &&
        !pod.metadata.deletionTimestamp,
    );
  }

  replicaSets(): ReplicaSet[] {
    return this.cluster.list(resources.replicaSets, {
      namespace: NAMESPACE,
    }) as ReplicaSet[];
  }

  /** Messages of the events with a reason. */
  messages(reason: string): string[] {
    return this.cluster
      .list(resources.events, { namespace: NAMESPACE })
      .filter(event => event.reason === reason)
      .map(event => String(event.message));
  }

  patchDeployment(patch: object, name = 'nova'): void {
    this.cluster.patch(
      resources.deployments,
      { namespace: NAMESPACE, name },
      patch,
    );
  }

  /** Sets the fault annotation of a Deployment; `null` heals. */
  setFault(fault: string | null, name = 'nova'): void {
    this.patchDeployment(
      { metadata: { annotations: { [FAULT_ANNOTATION]: fault } } },
      name,
    );
  }

  isRolledOut(name = 'nova'): boolean {
    const { spec, status, metadata } = this.deployment(name);
    return (
      status?.observedGeneration === metadata.generation &&
      status?.updatedReplicas === spec.replicas &&
      status?.availableReplicas === spec.replicas &&
      status?.replicas === spec.replicas
    );
  }
}
