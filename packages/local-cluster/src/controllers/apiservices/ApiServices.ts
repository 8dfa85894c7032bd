import { FAULT_ANNOTATION, parseFaults } from '../../workload/faults';
import { ClusterObject } from '../../store/types';
import { withCondition } from '../runtime/conditions';
import { Controller, ControllerContext } from '../runtime/ControllerContext';
import { Condition, toTime, draftMeta } from '../runtime/objects';
import { ObjectCache } from '../runtime/ObjectCache';
import { resources } from '../runtime/resources';
import { WorkQueue } from '../runtime/WorkQueue';

const METRICS_APIS = [
  { version: 'v1beta1', group: 'metrics.k8s.io', service: 'metrics-server' },
  {
    version: 'v1beta2',
    group: 'custom.metrics.k8s.io',
    service: 'simulated-metrics-adapter',
  },
  {
    version: 'v1beta1',
    group: 'external.metrics.k8s.io',
    service: 'simulated-metrics-adapter',
  },
] as const;

const RESOURCE: Record<string, string> = {
  'metrics.k8s.io': 'pods.metrics.k8s.io',
  'custom.metrics.k8s.io': 'pods.custom.metrics.k8s.io',
  'external.metrics.k8s.io': 'metrics.external.metrics.k8s.io',
};

/**
 * The APIService objects of the three metrics APIs. They are created once and not brought back, so that deleting one,
 * or giving it the fault `metrics-missing`, looks to autoscalers like an adapter that is gone or down.
 */
export class ApiServices implements Controller {
  private readonly cache: ObjectCache<ClusterObject>;
  private readonly queue: WorkQueue;

  static start(context: ControllerContext): ApiServices {
    return new ApiServices(context);
  }

  private constructor(private readonly context: ControllerContext) {
    const { clock, cluster, onError } = context;
    this.cache = ObjectCache.create({
      cluster,
      resource: resources.apiServices,
    });
    this.queue = new WorkQueue({
      clock,
      reconcile: key => this.reconcile(key),
      onError: (key, error) => onError(`apiservice ${key}`, error),
    });
    for (const key of this.cache.keys()) this.queue.add(key);
    this.cache.onChange(object => this.queue.add(object.metadata.name));
  }

  /** Creates the objects of a new cluster; for the first start only. */
  install(): void {
    METRICS_APIS.forEach(({ version, group, service }) => {
      const name = `${version}.${group}`;
      if (this.cache.get(name)) return;
      this.context.cluster.create(resources.apiServices, {
        apiVersion: 'apiregistration.k8s.io/v1',
        kind: 'APIService',
        metadata: draftMeta({ name }),
        spec: {
          group,
          version,
          groupPriorityMinimum: 100,
          versionPriority: 100,
          insecureSkipTLSVerify: true,
          service: { namespace: 'kube-system', name: service, port: 443 },
        },
      });
    });
  }

  stop() {
    this.queue.stop();
    this.cache.stop();
  }

  /** Why a metrics API cannot be asked, as the API server would answer. */
  problem(group: string): string | undefined {
    const serving = this.cache.all().filter(one => one.spec?.group === group);
    const resource = RESOURCE[group];
    if (serving.length === 0) {
      return `the server could not find the requested resource (get ${resource})`;
    }
    const isUp = serving.some(one => availableOf(one)?.status !== 'False');
    return isUp
      ? undefined
      : `the server is currently unable to handle the request (get ${resource})`;
  }

  private reconcile(name: string): void {
    const object = this.cache.get(name);
    if (!object) return;
    const isDown = parseFaults(
      object.metadata.annotations?.[FAULT_ANNOTATION],
    ).includes('metrics-missing');
    this.context.cluster.updateStatus(resources.apiServices, {
      ...object,
      status: {
        conditions: withCondition(object.status?.conditions, {
          type: 'Available',
          status: isDown ? 'False' : 'True',
          reason: isDown ? 'FailedDiscoveryCheck' : 'Passed',
          message: isDown
            ? `failing or missing response from https://10.96.0.1:443/apis/${object.spec?.group}/${object.spec?.version}: simulated outage`
            : 'all checks passed',
          lastTransitionTime: toTime(this.context.clock.now()),
        }),
      },
    });
  }
}

function availableOf(object: ClusterObject): Condition | undefined {
  const conditions: Condition[] = object.status?.conditions ?? [];
  return conditions.find(one => one.type === 'Available');
}
