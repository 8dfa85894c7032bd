import { ClusterMachinery } from '../../registry/ClusterMachinery';
import { deleteObject, DeleteOptions } from '../../registry/deleteObject';
import { updateObject } from '../../registry/updateObject';
import { labelSelectorPredicate } from '../../store/labelSelector';
import { StatusError, tooManyRequests } from '../../store/StatusError';
import { ClusterObject } from '../../store/types';

const pods = { group: '', resource: 'pods' };
const budgets = { group: 'policy', resource: 'poddisruptionbudgets' };

const RETRY_SECONDS = 10;
const VIOLATION =
  "Cannot evict pod as it would violate the pod's disruption budget.";

function budgetsOf(
  machinery: ClusterMachinery,
  pod: ClusterObject,
): ClusterObject[] {
  return machinery.store
    .list(budgets, pod.metadata.namespace)
    .filter(({ spec }) =>
      labelSelectorPredicate(spec?.selector)(pod.metadata.labels),
    );
}

function isReady({ status }: ClusterObject): boolean {
  return (
    status?.conditions?.some(
      (one: any) => one.type === 'Ready' && one.status === 'True',
    ) ?? false
  );
}

/** Pods whose going does no harm: finished, never started, or going already. */
function canGoFreely({ metadata, status }: ClusterObject): boolean {
  return (
    metadata.deletionTimestamp !== undefined ||
    ['Succeeded', 'Failed', 'Pending'].includes(status?.phase)
  );
}

function ignoresBudget(
  pod: ClusterObject,
  { spec, status }: ClusterObject,
): boolean {
  if (isReady(pod)) return false;
  if (spec?.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true;
  return (
    (status?.currentHealthy ?? 0) >= (status?.desiredHealthy ?? 0) &&
    (status?.desiredHealthy ?? 0) > 0
  );
}

function takeDisruption(
  machinery: ClusterMachinery,
  budget: ClusterObject,
  pod: ClusterObject,
  dryRun: boolean,
): void {
  const { status = {}, metadata } = budget;
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    throw tooManyRequests(VIOLATION, {
      causes: [
        {
          reason: 'DisruptionBudget',
          message: `The disruption budget ${metadata.name} is still being processed by the server.`,
        },
      ],
      retryAfterSeconds: RETRY_SECONDS,
    });
  }
  if ((status.disruptionsAllowed ?? 0) <= 0) {
    throw tooManyRequests(VIOLATION, {
      causes: [
        {
          reason: 'DisruptionBudget',
          message: `The disruption budget ${metadata.name} needs ${
            status.desiredHealthy ?? 0
          } healthy pods and has ${status.currentHealthy ?? 0} currently`,
        },
      ],
    });
  }
  updateObject(
    machinery,
    machinery.registry.require(budgets),
    {
      ...budget,
      status: {
        ...status,
        disruptionsAllowed: status.disruptionsAllowed - 1,
        disruptedPods: {
          ...status.disruptedPods,
          [pod.metadata.name]: machinery.strategy.now(),
        },
      },
    },
    { subresource: 'status', dryRun, fieldManager: 'kube-apiserver' },
  );
}

/**
 * Deletes a pod if its disruption budget allows it.
 *
 * @throws StatusError 429 when the budget is used up, 500 when several budgets speak of the pod
 */
export function evictPod(
  machinery: ClusterMachinery,
  pod: ClusterObject,
  options: DeleteOptions,
): void {
  if (!canGoFreely(pod)) {
    const found = budgetsOf(machinery, pod);
    if (found.length > 1) {
      throw new StatusError(
        500,
        'InternalError',
        'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
        {},
      );
    }
    if (found.length === 1 && !ignoresBudget(pod, found[0])) {
      takeDisruption(machinery, found[0], pod, options.dryRun ?? false);
    }
  }
  deleteObject(
    machinery,
    machinery.registry.require(pods),
    pod.metadata,
    options,
  );
}
