/**
 * Names of the owners of pods and ReplicaSets, read from their own names. The controllers build them as `<deployment>-<hash>` and
 * `<deployment>-<hash>-<suffix>`, neither part with a dash, and names are all that is left once an owner is deleted.
 */

/** `xiaoai` of `xiaoai-6d4cf56db6`. */
export function deploymentOfReplicaSet(name: string): string | undefined {
  return /^(.+)-[^-]+$/.exec(name)?.[1];
}

/** `xiaoai` of `xiaoai-6d4cf56db6-x7k2p`. */
export function deploymentOfPod(name: string): string | undefined {
  return /^(.+)-[^-]+-[^-]+$/.exec(name)?.[1];
}

/** The Deployment behind an object of this kind and name; `undefined` for kinds that are no part of one. */
export function toDeploymentName(
  kind: string | undefined,
  name: string,
): string | undefined {
  switch (kind) {
    case 'Deployment':
      return name;
    case 'ReplicaSet':
      return deploymentOfReplicaSet(name);
    case 'Pod':
      return deploymentOfPod(name);
    default:
      return undefined;
  }
}
