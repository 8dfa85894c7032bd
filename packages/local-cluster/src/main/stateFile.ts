import fs from 'node:fs';
import { HpaMemories } from '../controllers/hpa/HpaController';
import { ClusterSnapshot } from '../registry/Cluster';
import { writePrivateFile } from './kubeconfig';
import { StartError } from './StartError';

/** What survives a restart. */
export interface ClusterState {
  format: 1;
  /** Cluster time of the snapshot, milliseconds since the epoch. */
  clusterTimeMs: number;
  cluster: ClusterSnapshot;
  hpaMemories: HpaMemories;
}

function isState(value: unknown): value is ClusterState {
  const state = value as Partial<ClusterState> | null;
  return (
    typeof state === 'object' &&
    state?.format === 1 &&
    typeof state.clusterTimeMs === 'number' &&
    Array.isArray(state.cluster?.types) &&
    typeof state.hpaMemories === 'object'
  );
}

/**
 * Reads a state file; undefined when there is none. A damaged file is moved aside, so that nothing is lost, and
 * `warn` says where it went.
 */
export function readState(
  file: string,
  options: { nowMs: number; warn: (message: string) => void },
): ClusterState | undefined {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartError(
      `State file ${file} cannot be read (${
        (error as Error).message
      }); check its permissions or name another with --state`,
    );
  }
  let problem = 'it is not a state of the local cluster';
  try {
    const state: unknown = JSON.parse(text);
    if (isState(state)) return state;
  } catch (error) {
    problem = (error as Error).message;
  }
  const aside = `${file}.damaged-${new Date(options.nowMs)
    .toISOString()
    .replace(/[:.]/g, '-')}`;
  fs.renameSync(file, aside);
  options.warn(
    `State file ${file} is damaged (${problem}); it was kept as ${aside} and the cluster starts empty`,
  );
  return undefined;
}

/** Writes the state whole or not at all: a crash in between leaves the file of before. */
export function writeState(file: string, state: ClusterState): void {
  const draft = `${file}.${process.pid}.tmp`;
  writePrivateFile(draft, JSON.stringify(state));
  fs.renameSync(draft, file);
}
