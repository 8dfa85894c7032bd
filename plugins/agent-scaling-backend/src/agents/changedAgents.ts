import type { AgentKey } from '@suoke/plugin-agent-scaling-common';
import type { CacheChange } from '@suoke/kubernetes-cache';
import type { Hpa, KubernetesEvent, Vpa } from '../kubernetes/objects';
import {
  DEPLOYMENTS,
  EVENTS,
  HPAS,
  PODS,
  REPLICA_SETS,
  SCALED_OBJECTS,
  VPAS,
} from '../kubernetes/watchedResources';

/** The object that a change is about, by kind and name; `undefined` when no agent depends on it. */
export interface ChangedObject {
  kind: string;
  name: string;
}

/** Reduces a change to the objects whose agents it concerns: itself, or what it acts on. */
export function changedObjects(change: CacheChange): ChangedObject[] {
  const { object, resource } = change;
  if (!object) {
    return [];
  }
  const { name } = object.metadata;
  switch (resource) {
    case DEPLOYMENTS:
      return [{ kind: 'Deployment', name }];
    case REPLICA_SETS:
      return [{ kind: 'ReplicaSet', name }];
    case PODS:
      return [{ kind: 'Pod', name }];
    case HPAS:
      return [target((object as Hpa).spec?.scaleTargetRef)].flat();
    case VPAS:
      return [target((object as Vpa).spec?.targetRef)].flat();
    case SCALED_OBJECTS:
      return [target((object as unknown as Hpa).spec?.scaleTargetRef)].flat();
    case EVENTS: {
      const { kind = '', name: about = '' } =
        (object as KubernetesEvent).involvedObject ?? {};
      return [{ kind, name: about }];
    }
    default:
      return [];
  }
}

function target(ref: { kind?: string; name: string } | undefined) {
  // KEDA leaves the kind out when it means a Deployment.
  return ref ? [{ kind: ref.kind ?? 'Deployment', name: ref.name }] : [];
}

/** Whether the change can alter the row of an agent in a list; an event only concerns the agent's own page. */
export function concernsSummary(change: CacheChange): boolean {
  return change.resource !== EVENTS;
}

/** What an autoscaler used to act on: agents whose row names it, in case its target was changed. */
export function agentsNaming(
  change: CacheChange,
  rows: Iterable<{
    key: AgentKey;
    autoscaler?: string;
    vpa?: string;
  }>,
): AgentKey[] {
  const { object, resource, cluster } = change;
  const isAutoscaler =
    resource === HPAS || resource === VPAS || resource === SCALED_OBJECTS;
  if (!object || !isAutoscaler) {
    return [];
  }
  const { name, namespace } = object.metadata;
  return [...rows]
    .filter(
      row =>
        row.key.cluster === cluster &&
        row.key.namespace === namespace &&
        (row.autoscaler === name || row.vpa === name),
    )
    .map(row => row.key);
}
