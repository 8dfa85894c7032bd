import { ClusterObject } from '../../store/types';
import { Controller, ControllerContext } from '../runtime/ControllerContext';
import { keyOf } from '../runtime/objects';
import { ObjectCache } from '../runtime/ObjectCache';
import { resources } from '../runtime/resources';
import { WorkQueue } from '../runtime/WorkQueue';
import { quotaUsage } from './quotaUsage';

const MANAGER = { fieldManager: 'kube-controller-manager' };

/** Resource types that `count/<resource>` entries of a quota may name here. */
const COUNTED = {
  'count/deployments.apps': resources.deployments,
  'count/replicasets.apps': resources.replicaSets,
  'count/services': resources.services,
  services: resources.services,
  configmaps: resources.configMaps,
} as const;

/** Writes `status.hard` and `status.used` of ResourceQuotas. Refusing what exceeds them is the API's admission. */
export class ResourceQuotaController implements Controller {
  private readonly queue: WorkQueue;
  private readonly quotas: ObjectCache<ClusterObject>;

  static start(context: ControllerContext): ResourceQuotaController {
    return new ResourceQuotaController(context);
  }

  private constructor(private readonly context: ControllerContext) {
    const { caches, clock, cluster, onError } = context;
    this.quotas = ObjectCache.create({
      cluster,
      resource: resources.resourceQuotas,
    });
    this.queue = new WorkQueue({
      clock,
      reconcile: key => this.reconcile(key),
      onError: (key, error) => onError(`resourcequota ${key}`, error),
    });
    for (const key of this.quotas.keys()) this.queue.add(key);
    this.quotas.onChange(quota => this.queue.add(keyOf(quota)));
    const addOfNamespace = (object: ClusterObject) => {
      for (const quota of this.quotas.inNamespace(
        object.metadata.namespace ?? '',
      )) {
        this.queue.add(keyOf(quota));
      }
    };
    caches.pods.onChange(addOfNamespace);
    caches.deployments.onChange(addOfNamespace);
    caches.services.onChange(addOfNamespace);
  }

  stop() {
    this.queue.stop();
    this.quotas.stop();
  }

  private reconcile(key: string): void {
    const { caches, cluster } = this.context;
    const quota = this.quotas.get(key);
    if (!quota) return;
    const namespace = quota.metadata.namespace ?? '';
    const pods = caches.pods.inNamespace(namespace);
    const used: Record<string, string> = {};
    for (const name of Object.keys(quota.spec?.hard ?? {})) {
      const counted = COUNTED[name as keyof typeof COUNTED];
      const value = counted
        ? String(cluster.list(counted, { namespace }).length)
        : quotaUsage(name, pods);
      if (value !== undefined) used[name] = value;
    }
    cluster.updateStatus(
      resources.resourceQuotas,
      { ...quota, status: { hard: quota.spec?.hard ?? {}, used } },
      MANAGER,
    );
  }
}
