import { ClusterMachinery } from '../../registry/ClusterMachinery';
import { updateObject } from '../../registry/updateObject';
import { invalidObject, required } from '../../store/FieldError';
import { conflict } from '../../store/StatusError';
import { ClusterObject } from '../../store/types';

const pods = { group: '', resource: 'pods' };

/** Assigns a pod to a node, as a scheduler does. */
export function bindPod(
  machinery: ClusterMachinery,
  pod: ClusterObject,
  target: { name?: string } | undefined,
  dryRun: boolean,
): void {
  const node = target?.name;
  if (!node)
    throw invalidObject({ group: '', kind: 'Binding' }, pod.metadata.name, [
      required('target.name'),
    ]);
  if (pod.spec?.nodeName) {
    throw conflict(
      { group: '', resource: 'pods/binding' },
      pod.metadata.name,
      `pod ${pod.metadata.name} is already assigned to node "${pod.spec.nodeName}"`,
    );
  }
  const type = machinery.registry.require(pods);
  const options = { fieldManager: 'kube-scheduler', dryRun };
  const bound = updateObject(
    machinery,
    type,
    { ...pod, spec: { ...pod.spec, nodeName: node } },
    options,
  );
  const conditions = (bound.status?.conditions ?? []).filter(
    (one: { type: string }) => one.type !== 'PodScheduled',
  );
  const scheduled = {
    type: 'PodScheduled',
    status: 'True',
    lastProbeTime: null,
    lastTransitionTime: machinery.strategy.now(),
  };
  if (dryRun) return;
  updateObject(
    machinery,
    type,
    {
      ...bound,
      status: { ...bound.status, conditions: [...conditions, scheduled] },
    },
    { ...options, subresource: 'status' },
  );
}
