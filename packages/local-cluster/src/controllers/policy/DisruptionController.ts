import { isOtherMember } from '../replicaset/podRanking';
import { Controller, ControllerContext } from '../runtime/ControllerContext';
import { controllerOf, keyOf, Pod } from '../runtime/objects';
import { ObjectCache } from '../runtime/ObjectCache';
import { resources } from '../runtime/resources';
import { matchesSelector } from '../runtime/selectors';
import { WorkQueue } from '../runtime/WorkQueue';
import { disruptionStatus, PodDisruptionBudget } from './disruptionStatus';

/** Writes the status of PodDisruptionBudgets, which the eviction API and `kubectl drain` read. */
export class DisruptionController implements Controller {
  private readonly queue: WorkQueue;
  private readonly budgets: ObjectCache<PodDisruptionBudget>;

  static start(context: ControllerContext): DisruptionController {
    return new DisruptionController(context);
  }

  private constructor(private readonly context: ControllerContext) {
    const { caches, clock, cluster, onError } = context;
    this.budgets = ObjectCache.create({
      cluster,
      resource: resources.podDisruptionBudgets,
    });
    this.queue = new WorkQueue({
      clock,
      reconcile: key => this.reconcile(key),
      onError: (key, error) => onError(`disruption ${key}`, error),
    });
    for (const key of this.budgets.keys()) this.queue.add(key);
    this.budgets.onChange(pdb => this.queue.add(keyOf(pdb)));
    caches.pods.onChange((pod, previous) => {
      const isGone = !caches.pods.get(keyOf(pod));
      if (isGone || isOtherMember(pod, previous)) this.addBudgetsOf(pod);
    });
  }

  stop() {
    this.queue.stop();
    this.budgets.stop();
  }

  private addBudgetsOf(pod: Pod) {
    const { namespace = '', labels } = pod.metadata;
    for (const pdb of this.budgets.inNamespace(namespace)) {
      if (matchesSelector(pdb.spec.selector, labels)) {
        this.queue.add(keyOf(pdb));
      }
    }
  }

  private reconcile(key: string): void {
    const { caches, clock, cluster } = this.context;
    const pdb = this.budgets.get(key);
    if (!pdb || pdb.metadata.deletionTimestamp) return;
    const pods = caches.pods.selected(
      pdb.metadata.namespace ?? '',
      pdb.spec.selector,
    );
    cluster.updateStatus(
      resources.podDisruptionBudgets,
      {
        ...pdb,
        status: disruptionStatus(
          pdb,
          pods,
          this.expectedPods(pods),
          clock.now(),
        ),
      },
      { fieldManager: 'kube-controller-manager' },
    );
  }

  private expectedPods(pods: readonly Pod[]): number {
    const { deployments, replicaSets } = this.context.caches;
    const sizes = new Map<string, number>();
    for (const pod of pods) {
      const owner = controllerOf(pod);
      const rs =
        owner && replicaSets.get(`${pod.metadata.namespace}/${owner.name}`);
      if (!rs) continue;
      const top = controllerOf(rs);
      const deployment =
        top && deployments.get(`${rs.metadata.namespace}/${top.name}`);
      const source = deployment ?? rs;
      sizes.set(source.metadata.uid, source.spec.replicas ?? 1);
    }
    return [...sizes.values()].reduce((total, size) => total + size, 0);
  }
}
