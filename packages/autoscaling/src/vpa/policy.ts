/** Policies per container. Mirrors `GetContainerResourcePolicy` and its neighbours in `pkg/utils/vpa/api.go`. */
import {
  VPA_RESOURCES,
  type ContainerResourcePolicy,
  type VpaResource,
  type VpaSpec,
} from './types';

/** The policy of a container: its own, else the one for `*`. */
export function containerPolicyOf(
  spec: Pick<VpaSpec, 'resourcePolicy'>,
  containerName: string,
): ContainerResourcePolicy | undefined {
  const policies = spec.resourcePolicy?.containerPolicies ?? [];
  return (
    policies.find(policy => policy.containerName === containerName) ??
    policies.find(policy => policy.containerName === '*')
  );
}

/** Resources that the VPA controls for a container; none when its mode is Off. Anything but cpu and memory has no effect. */
export function controlledResourcesOf(
  policy: ContainerResourcePolicy | undefined,
): readonly VpaResource[] {
  if (policy?.mode === 'Off') return [];
  const controlled = policy?.controlledResources;
  return controlled
    ? VPA_RESOURCES.filter(resource => controlled.includes(resource))
    : VPA_RESOURCES;
}
