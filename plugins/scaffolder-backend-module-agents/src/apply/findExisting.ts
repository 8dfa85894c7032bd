import { KubernetesObject } from '@suoke/agent-manifests';
import { ClusterClient, KubernetesStatusError } from '@suoke/kubernetes-cache';

/** Which of the objects the cluster has already. */
export async function findExisting(
  objects: readonly KubernetesObject[],
  options: { client: ClusterClient; timeoutMs: number; signal?: AbortSignal },
): Promise<KubernetesObject[]> {
  const { client, timeoutMs, signal } = options;
  const existing: KubernetesObject[] = [];
  for (const object of objects) {
    const path = await client.objectPath(object, { signal });
    try {
      await client.request(path, { timeoutMs, signal });
      existing.push(object);
    } catch (error) {
      if (!(error instanceof KubernetesStatusError && error.statusCode === 404))
        throw error;
    }
  }
  return existing;
}
