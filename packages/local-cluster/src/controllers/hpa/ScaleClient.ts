import { CrossVersionObjectReference } from '@suoke/autoscaling';
import { Cluster } from '../../registry/Cluster';
import { readScale } from '../../registry/scale';
import { notFound } from '../../store/StatusError';
import { ClusterObject, ResourceKey } from '../../store/types';

/** The scale subresource of whatever an autoscaler targets. Methods throw what the API would answer. */
export interface ScaleClient {
  get(
    namespace: string,
    target: CrossVersionObjectReference,
  ): { specReplicas: number; statusReplicas: number; selector: string };
  set(
    namespace: string,
    target: CrossVersionObjectReference,
    replicas: number,
  ): void;
}

function groupOf(apiVersion: string | undefined): string {
  const parts = (apiVersion ?? '').split('/');
  return parts.length > 1 ? parts[0] : '';
}

/** Reads and writes scales of built-in and custom types alike. */
export function createScaleClient(cluster: Cluster): ScaleClient {
  const typeOf = ({ apiVersion, kind }: CrossVersionObjectReference) => {
    const group = groupOf(apiVersion);
    const type = cluster.machinery.registry.findKind(group, kind);
    if (!type) {
      throw new Error(`no matches for kind "${kind}" in group "${group}"`);
    }
    return type;
  };
  const read = (
    key: ResourceKey,
    namespace: string,
    name: string,
  ): ClusterObject => {
    const object = cluster.get(key, { namespace, name });
    if (!object) throw notFound(key, name);
    return object;
  };
  return {
    get(namespace, target) {
      const type = typeOf(target);
      const scale = readScale(type, read(type, namespace, target.name));
      return {
        specReplicas: scale.spec?.replicas ?? 0,
        statusReplicas: scale.status?.replicas ?? 0,
        selector: scale.status?.selector ?? '',
      };
    },
    set(namespace, target, replicas) {
      cluster.patch(
        typeOf(target),
        { namespace, name: target.name },
        { spec: { replicas } },
        { subresource: 'scale', fieldManager: 'kube-controller-manager' },
      );
    },
  };
}
