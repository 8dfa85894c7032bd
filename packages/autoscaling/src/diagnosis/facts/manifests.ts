import { readPath } from '../rule/at';
import type {
  AgentSnapshot,
  SnapshotManifest,
} from '../snapshot/AgentSnapshot';

export function manifestsOfKind(
  snapshot: AgentSnapshot,
  ...kinds: string[]
): SnapshotManifest[] {
  return (snapshot.manifests ?? []).filter(({ kind }) =>
    kinds.includes(kind ?? ''),
  );
}

/** The number at a path of a manifest, if there is one. */
export function readNumber(
  manifest: SnapshotManifest,
  path: string,
): number | undefined {
  const value = readPath(manifest, path);
  return typeof value === 'number' ? value : undefined;
}
