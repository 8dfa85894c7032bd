import { ClusterMachinery } from './ClusterMachinery';
import { ResourceType } from './ResourceType';

/** The type under which objects of `type` are kept: another one for `events.k8s.io` events, mostly itself. */
export function storedType(
  machinery: Pick<ClusterMachinery, 'registry'>,
  type: ResourceType,
): ResourceType {
  return type.storedAs ? machinery.registry.require(type.storedAs) : type;
}
