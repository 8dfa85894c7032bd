import type { CacheChange } from '@suoke/kubernetes-cache';
import type { ScaleEvent } from '@suoke/plugin-agent-scaling-common';
import type { Deployment } from '../kubernetes/objects';
import { DEPLOYMENTS } from '../kubernetes/watchedResources';

/** A change of `spec.replicas`, whoever made it. */
export interface ObservedChange {
  cluster: string;
  namespace: string;
  name: string;
  uid: string;
  version: string;
  event: Omit<ScaleEvent, 'id'>;
}

/**
 * Notices when the wanted size of a workload changes. The first sight of a workload is no change, because nothing is known of before.
 */
export class ReplicaObserver {
  readonly #known = new Map<string, number>();

  /** @param now - When the change arrived; the object itself does not say when its spec changed. */
  observe(change: CacheChange, now: Date): ObservedChange | undefined {
    if (change.resource !== DEPLOYMENTS || !change.object) {
      return undefined;
    }
    const { metadata, spec } = change.object as Deployment;
    const id = `${change.cluster}/${metadata.uid}`;
    if (change.type === 'DELETED') {
      this.#known.delete(id);
      return undefined;
    }
    const from = this.#known.get(id);
    const to = spec?.replicas ?? 1;
    this.#known.set(id, to);
    if (from === undefined || from === to || !metadata.namespace) {
      return undefined;
    }
    return {
      cluster: change.cluster,
      namespace: metadata.namespace,
      name: metadata.name,
      uid: metadata.uid,
      // Not the resourceVersion: a backend that lists after a break sees a later one for the same change.
      version: `generation:${metadata.generation ?? metadata.resourceVersion}`,
      event: {
        at: now.toISOString(),
        kind: 'rescale',
        from,
        to,
        source: 'Observed',
      },
    };
  }
}
