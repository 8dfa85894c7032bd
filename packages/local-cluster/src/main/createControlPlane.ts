import { Clock } from '../clock/types';
import { ApiServices } from '../controllers/apiservices/ApiServices';
import { DeploymentController } from '../controllers/deployment/DeploymentController';
import { HpaController, HpaMemories } from '../controllers/hpa/HpaController';
import { createScaleClient } from '../controllers/hpa/ScaleClient';
import { ScaledObjectController } from '../controllers/keda/ScaledObjectController';
import { createNodes } from '../controllers/nodes/createNodes';
import { startNamespaceDefaults } from '../controllers/nodes/NamespaceDefaults';
import { NodeHeartbeat } from '../controllers/nodes/NodeHeartbeat';
import { NodePool } from '../controllers/nodes/nodePools';
import { DisruptionController } from '../controllers/policy/DisruptionController';
import { ResourceQuotaController } from '../controllers/policy/ResourceQuotaController';
import { ReplicaSetController } from '../controllers/replicaset/ReplicaSetController';
import {
  ControllerContext,
  createCaches,
} from '../controllers/runtime/ControllerContext';
import { startEventExpiry } from '../controllers/runtime/EventExpiry';
import { EventRecorder } from '../controllers/runtime/EventRecorder';
import { createRandom, hash32 } from '../controllers/runtime/names';
import { Scheduler } from '../controllers/scheduler/Scheduler';
import { EndpointsController } from '../controllers/services/EndpointsController';
import { admitPod } from '../controllers/vpa/admitPod';
import { VpaRecommender } from '../controllers/vpa/VpaRecommender';
import { SimulatedMetrics } from '../metrics/SimulatedMetrics';
import { Cluster } from '../registry/Cluster';
import { onFaultChange } from '../workload/faults';
import { Kubelet } from '../workload/kubelet/Kubelet';
import { LoadModel } from '../workload/load/LoadModel';
import { schedulingObstacle } from '../workload/schedulingObstacle';
import { UsageModel } from '../workload/UsageModel';

/** What runs in a cluster beside its API. */
export interface ControlPlane {
  metrics: SimulatedMetrics;
  load: LoadModel;
  hpa: HpaController;
  stop(): void;
}

/** Starts every controller, the nodes and the load on a cluster; nothing happens until its clock moves. */
export function createControlPlane(options: {
  cluster: Cluster;
  clock: Clock;
  seed: number;
  nodePools: readonly NodePool[];
  /** From the control plane before a restart; absent on a first start. */
  restored?: { hpaMemories: HpaMemories };
  onError: (where: string, error: unknown) => void;
}): ControlPlane {
  const { cluster, clock, seed, nodePools, restored, onError } = options;
  const context: ControllerContext = {
    cluster,
    clock,
    // With the version in it, so that a restart does not repeat the names it has given before.
    random: createRandom(
      hash32(`${seed}/names/${cluster.machinery.store.resourceVersion}`),
    ),
    events: new EventRecorder({ cluster, clock }),
    caches: createCaches(cluster),
    onError,
  };
  const apiServices = ApiServices.start(context);
  if (!restored) {
    createNodes({ cluster, nodePools, nowMs: clock.now() });
    apiServices.install();
  }
  const load = LoadModel.create({ context, seed });
  const usage = new UsageModel(context, load);
  const metrics = SimulatedMetrics.start({ context, load, usage });
  const kubelet = Kubelet.start(context, {
    memoryExit: (pod, container) => usage.memoryExitMs(pod, container),
  });
  usage.whenMemoryExceeded(pod => kubelet.sync(pod));
  const scheduler = Scheduler.start(context, {
    obstacle: schedulingObstacle(context.caches),
  });
  onFaultChange(context.caches, () => scheduler.retryWaiting());
  const hpa = HpaController.start({
    context,
    scales: createScaleClient(cluster),
    metrics,
    metricsProblem: group => apiServices.problem(group),
    memories: restored?.hpaMemories,
  });
  const controllers = [
    apiServices,
    metrics,
    kubelet,
    scheduler,
    hpa,
    DeploymentController.start(context),
    ReplicaSetController.start(context, {
      admitPod: (namespace, pod) => admitPod(cluster, namespace, pod),
    }),
    VpaRecommender.start({ context, cluster, metrics }),
    ScaledObjectController.start({ context, cluster }),
    EndpointsController.start(context),
    DisruptionController.start(context),
    ResourceQuotaController.start(context),
    NodeHeartbeat.start(context),
    startNamespaceDefaults(context),
    startEventExpiry(context),
  ];
  return {
    metrics,
    load,
    hpa,
    stop: () => controllers.forEach(controller => controller.stop()),
  };
}
