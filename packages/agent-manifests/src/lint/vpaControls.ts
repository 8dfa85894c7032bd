import { VpaManifest } from '../kubernetes/manifestShapes';

/** The policy that holds for a container: its own, else the one for `*`. */
export function policyFor(vpa: VpaManifest, container: string | undefined) {
  const policies = vpa.spec?.resourcePolicy?.containerPolicies ?? [];
  return (
    policies.find(({ containerName }) => containerName === container) ??
    policies.find(({ containerName }) => containerName === '*')
  );
}

/** Whether the VPA changes pods by itself; the default mode does. */
export function acts(vpa: VpaManifest): boolean {
  return (vpa.spec?.updatePolicy?.updateMode ?? 'Recreate') !== 'Off';
}

/**
 * Whether an acting VPA changes a resource of a container. Without a container name: of any container.
 * cpu and memory are controlled unless the policy says otherwise.
 */
export function controls(
  vpa: VpaManifest,
  resource: string,
  containers: (string | undefined)[],
): boolean {
  return containers.some(container => {
    const policy = policyFor(vpa, container);
    if (policy?.mode === 'Off') return false;
    return (policy?.controlledResources ?? ['cpu', 'memory']).includes(
      resource,
    );
  });
}
