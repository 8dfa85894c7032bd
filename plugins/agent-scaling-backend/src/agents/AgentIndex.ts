import {
  stringifyAgentKey,
  type AgentKey,
  type AgentSummary,
} from '@suoke/plugin-agent-scaling-common';
import type { CacheChange, KubernetesCache } from '@suoke/kubernetes-cache';
import type { AgentReader } from './AgentReader';
import type { ClusterView } from './ClusterView';
import { agentsNaming, changedObjects, concernsSummary } from './changedAgents';
import { toAgentSummary } from './toAgentSummary';

interface Row {
  key: AgentKey;
  summary: AgentSummary;
  /** To see whether a recomputed row says anything new. */
  text: string;
}

/** Names of what changed since it was last asked. */
export interface IndexChanges {
  agents: string[];
  clusters: string[];
}

/**
 * The rows of all agents, kept up to date. A change in a cluster only marks the agents it concerns; their rows are computed again when
 * somebody reads, so a burst of changes costs one computation.
 */
export class AgentIndex {
  static create(options: {
    cache: KubernetesCache;
    reader: AgentReader;
    now: () => Date;
  }) {
    return new AgentIndex(options.cache, options.reader, options.now);
  }

  readonly #rows = new Map<string, Row>();
  readonly #dirty = new Map<string, AgentKey>();
  readonly #dirtyClusters = new Set<string>();
  readonly #touched = new Set<string>();
  readonly #touchedClusters = new Set<string>();
  readonly #clusterStates = new Map<string, string>();

  private constructor(
    private readonly cache: KubernetesCache,
    private readonly reader: AgentReader,
    private readonly now: () => Date,
  ) {
    this.markAll();
  }

  /** Rows of all agents, in no particular order. */
  list(): AgentSummary[] {
    this.#compute();
    return [...this.#rows.values()].map(row => row.summary);
  }

  /** Whether there is such an agent. */
  has(key: AgentKey): boolean {
    this.#compute();
    return this.#rows.has(stringifyAgentKey(key));
  }

  /** Names of what changed since the last call. */
  takeChanges(): IndexChanges {
    this.#compute();
    const changes = {
      agents: [...this.#touched].sort(),
      clusters: [...this.#touchedClusters].sort(),
    };
    this.#touched.clear();
    this.#touchedClusters.clear();
    return changes;
  }

  /** Notes what a change of the cache concerns. Cheap: it runs for every event of every cluster. */
  apply(change: CacheChange): void {
    if (change.type === 'HEALTH') {
      this.#applyHealth(change.cluster);
      return;
    }
    const namespace = change.object?.metadata.namespace;
    if (!change.object || !namespace) {
      return;
    }
    const { cluster } = change;
    const names = changedObjects(change).flatMap(({ kind, name }) =>
      this.reader.agentsOf({ cluster, namespace, kind, name }),
    );
    const keys = [
      ...names.map(name => ({ cluster, namespace, name })),
      ...agentsNaming(change, this.#namings()),
    ];
    for (const key of keys) {
      const text = stringifyAgentKey(key);
      if (this.#rows.has(text)) {
        // Also when the row stays the same: the agent's own page shows more than the row.
        this.#touched.add(text);
      }
      if (concernsSummary(change)) {
        this.#dirty.set(text, key);
      }
    }
  }

  /** Notes that another source knows something new about an agent. */
  mark(key: AgentKey): void {
    this.#dirty.set(stringifyAgentKey(key), key);
  }

  /** Notes that every row may be out of date: the catalog was read again, or time has passed. */
  markAll(): void {
    for (const cluster of this.reader.clusters()) {
      this.#dirtyClusters.add(cluster);
    }
  }

  /** Health is announced whenever a cluster answers; only another state says anything new about its agents. */
  #applyHealth(cluster: string): void {
    const health = this.cache.clusters().find(one => one.cluster === cluster);
    const state = [
      health?.state,
      health?.serverVersion,
      ...Object.values(health?.resources ?? {}).map(one => one.state),
    ].join();
    if (this.#clusterStates.get(cluster) === state) {
      return;
    }
    this.#clusterStates.set(cluster, state);
    this.#touchedClusters.add(cluster);
    this.#dirtyClusters.add(cluster);
  }

  *#namings() {
    for (const { key, summary } of this.#rows.values()) {
      yield {
        key,
        autoscaler: summary.autoscaler?.name,
        vpa: summary.vpa?.name,
      };
    }
  }

  #compute(): void {
    for (const cluster of this.#dirtyClusters) {
      for (const key of this.reader.candidates(cluster)) {
        this.#dirty.set(stringifyAgentKey(key), key);
      }
      for (const [text, { key }] of this.#rows) {
        if (key.cluster === cluster) {
          this.#dirty.set(text, key);
        }
      }
    }
    this.#dirtyClusters.clear();
    if (this.#dirty.size === 0) {
      return;
    }
    const now = this.now();
    const views = new Map<string, ClusterView>();
    for (const [text, key] of this.#dirty) {
      const view = views.get(key.cluster) ?? this.reader.view(key.cluster);
      views.set(key.cluster, view);
      const objects = this.reader.read(key, view);
      if (objects) {
        this.#put(text, key, toAgentSummary(objects, now));
      } else if (this.#rows.delete(text)) {
        this.#touched.add(text);
      }
    }
    this.#dirty.clear();
  }

  #put(text: string, key: AgentKey, summary: AgentSummary): void {
    const row = { key, summary, text: JSON.stringify(summary) };
    if (this.#rows.get(text)?.text !== row.text) {
      this.#touched.add(text);
    }
    this.#rows.set(text, row);
  }
}
