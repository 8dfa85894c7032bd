import { CachedObject } from '../types';

/** True when a value has what the cache cannot do without: name, uid and resourceVersion. */
export function isKubernetesObject(value: unknown): value is CachedObject {
  const metadata = (value as { metadata?: Record<string, unknown> } | null)
    ?.metadata;
  return (
    typeof metadata?.name === 'string' &&
    typeof metadata.uid === 'string' &&
    typeof metadata.resourceVersion === 'string'
  );
}
