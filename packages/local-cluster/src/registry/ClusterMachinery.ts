import { Clock } from '../clock/types';
import { ObjectStore } from '../store/ObjectStore';
import { AdmissionPlugin, AdmissionRequest } from './admission/AdmissionPlugin';
import { ResourceRegistry } from './ResourceRegistry';
import { StrategyContext } from './ResourceType';

/** What the operations on objects share. */
export interface ClusterMachinery {
  store: ObjectStore;
  registry: ResourceRegistry;
  clock: Clock;
  uuid: () => string;
  strategy: StrategyContext;
  admission: AdmissionPlugin[];
}

/** How a write is to be done; the names are those of the query parameters of the API. */
export interface WriteOptions {
  fieldManager?: string;
  dryRun?: boolean;
  subresource?: string;
  /** Receives texts for the client's `Warning` headers. */
  warn?: (text: string) => void;
  /** The version in which the caller speaks of the object; `managedFields` record it. Default: the stored one. */
  version?: string;
}

export const DEFAULT_FIELD_MANAGER = 'local-cluster';

/** API times have whole seconds. */
export function apiTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

export function admitMutating(
  machinery: ClusterMachinery,
  request: AdmissionRequest,
): void {
  for (const plugin of machinery.admission)
    plugin.mutate?.(request, machinery.strategy);
}

export function admitValidating(
  machinery: ClusterMachinery,
  request: AdmissionRequest,
): void {
  for (const plugin of machinery.admission)
    plugin.validate?.(request, machinery.strategy);
}
