import { KubernetesObject, objectReference } from '@suoke/agent-manifests';

/** What became of one object. */
export interface ObjectResult {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
  result: 'validated' | 'applied' | 'failed' | 'skipped' | 'notAttempted';
  /** Why it failed or was skipped. */
  message?: string;
}

/** A result for an object. */
export function objectResult(
  object: KubernetesObject,
  result: ObjectResult['result'],
  message?: string,
): ObjectResult {
  return {
    ...objectReference(object),
    result,
    ...(message !== undefined && { message }),
  };
}
