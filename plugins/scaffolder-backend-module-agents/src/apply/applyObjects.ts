import { toError } from '@backstage/errors';
import { KubernetesObject } from '@suoke/agent-manifests';
import { ClusterClient } from '@suoke/kubernetes-cache';
import { ObjectResult, objectResult } from './ObjectResult';

/** Owner of the fields that the portal applies. */
export const FIELD_MANAGER = 'suoke-portal';

/** How objects are applied; the same for the rehearsal and the real thing. */
export interface ApplyRequest {
  client: ClusterClient;
  force: boolean;
  timeoutMs: number;
  signal?: AbortSignal;
}

/** Lets the server validate and admit every object without storing any, so that all faults are seen at once. */
export async function validateObjects(
  objects: readonly KubernetesObject[],
  request: ApplyRequest,
): Promise<ObjectResult[]> {
  const results: ObjectResult[] = [];
  for (const object of objects) {
    results.push(await applyOne(object, request, true));
  }
  return results;
}

/** Applies the objects in their order and stops at the first failure: what comes later may depend on it. */
export async function applyObjects(
  objects: readonly KubernetesObject[],
  request: ApplyRequest,
): Promise<ObjectResult[]> {
  const results: ObjectResult[] = [];
  for (const [index, object] of objects.entries()) {
    const result = await applyOne(object, request, false);
    results.push(result);
    if (result.result === 'failed') {
      return [
        ...results,
        ...objects
          .slice(index + 1)
          .map(later => objectResult(later, 'notAttempted')),
      ];
    }
  }
  return results;
}

async function applyOne(
  object: KubernetesObject,
  { client, force, timeoutMs, signal }: ApplyRequest,
  dryRun: boolean,
): Promise<ObjectResult> {
  signal?.throwIfAborted();
  try {
    await client.applyServerSide(object, {
      fieldManager: FIELD_MANAGER,
      force,
      dryRun,
      timeoutMs,
      signal,
    });
    return objectResult(object, dryRun ? 'validated' : 'applied');
  } catch (error) {
    // A cancelled task is not a failed object.
    signal?.throwIfAborted();
    return objectResult(object, 'failed', toError(error).message);
  }
}
