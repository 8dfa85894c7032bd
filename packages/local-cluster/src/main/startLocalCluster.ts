import { startApiServer } from '../apiserver/startApiServer';
import { SimulationClock, systemWallClock } from '../clock/SimulationClock';
import { Clock } from '../clock/types';
import { DEFAULT_NODE_POOLS, NodePool } from '../controllers/nodes/nodePools';
import { createRandom, hash32 } from '../controllers/runtime/names';
import { createClusterApi } from '../registry/createClusterApi';
import { Cluster } from '../registry/Cluster';
import { ClusterObject } from '../store/types';
import { CRDS_DIRECTORY } from './crdsDirectory';
import { ControlPlane, createControlPlane } from './createControlPlane';
import { kubeconfigText, writePrivateFile } from './kubeconfig';
import { applyManifests, ManifestObject, readManifests } from './manifests';
import { seededUuid } from './seededUuid';
import { StartError } from './StartError';
import { ClusterState, readState, writeState } from './stateFile';

export interface LocalClusterOptions {
  /** TCP port on 127.0.0.1; 0 (the default) takes a free one. */
  port?: number;
  /** Decides load, bursts, names and uids. Default: 1. */
  seed?: number;
  /** A clock that somebody else moves, such as a `ManualClock`. Default: the wall clock at `speed`. */
  clock?: Clock;
  /** Cluster seconds per second; not with `clock`. Default: 1. */
  speed?: number;
  /** Files or directories of manifests to apply at the start. */
  manifests?: readonly string[];
  /** Objects to apply at the start, after `manifests`. */
  objects?: readonly Partial<ClusterObject>[];
  /** Where namespaced `manifests` and `objects` go that have no `metadata.namespace`. Default: `default`. */
  namespace?: string;
  /**
   * Milliseconds of history that a new cluster is given before it opens, run through in a moment. Default: 30 minutes,
   * or 0 with `clock`.
   */
  warmHistoryMs?: number;
  /** Where the state survives a restart. Default: nowhere. */
  stateFile?: string;
  /** Where to write the kubeconfig (mode 0600). Default: nowhere. */
  kubeconfigPath?: string;
  /** Default: three cpu nodes and one gpu node. */
  nodePools?: readonly NodePool[];
  /** Receives one line per thing worth knowing. Default: silence. */
  log?: (message: string) => void;
}

export interface LocalCluster {
  url: string;
  /** Text of a kubeconfig for this cluster. */
  kubeconfig: string;
  kubeconfigPath?: string;
  cluster: Cluster;
  clock: Clock;
  controlPlane: ControlPlane;
  stop(): Promise<void>;
}

const DEFAULT_SEED = 1;
const WARM_HISTORY_MS = 30 * 60_000;
const SAVE_EVERY_MS = 30_000;

/** Saves when something changed, every half minute and at the end. */
function keepState(options: {
  file: string;
  snapshot: () => ClusterState;
  version: () => number;
  log: (message: string) => void;
}): { stop: () => void } {
  let savedVersion = -1;
  const save = () => {
    if (options.version() === savedVersion) return;
    try {
      writeState(options.file, options.snapshot());
      savedVersion = options.version();
    } catch (error) {
      options.log(
        `State file ${options.file} was not written (${
          (error as Error).message
        }); free space or name another with --state`,
      );
    }
  };
  let cancel = () => {};
  const schedule = () => {
    cancel = systemWallClock.setTimer(SAVE_EVERY_MS, () => {
      save();
      schedule();
    });
  };
  schedule();
  return {
    stop: () => {
      cancel();
      save();
    },
  };
}

function toManifests(
  objects: readonly Partial<ClusterObject>[] | undefined,
): ManifestObject[] {
  return (objects ?? []).map(object => ({ file: '(given object)', object }));
}

/**
 * Starts a simulated cluster with its HTTP API on the loopback.
 *
 * @throws {@link StartError} when the port is taken, or a manifest cannot be read or is refused
 */
export async function startLocalCluster(
  options: LocalClusterOptions = {},
): Promise<LocalCluster> {
  const { seed = DEFAULT_SEED, stateFile, log = () => {} } = options;
  const manifests = [
    ...readManifests([CRDS_DIRECTORY]),
    ...readManifests(options.manifests ?? []),
    ...toManifests(options.objects),
  ];
  const state = stateFile
    ? readState(stateFile, { nowMs: systemWallClock.now(), warn: log })
    : undefined;
  const onError = (where: string, error: unknown) =>
    log(`${where}: ${error instanceof Error ? error.message : error}`);
  const warmMs =
    state || (options.clock && options.warmHistoryMs === undefined)
      ? 0
      : options.warmHistoryMs ?? WARM_HISTORY_MS;
  const simulation = options.clock
    ? undefined
    : SimulationClock.create({
        speed: options.speed,
        // A fast cluster is ahead of the wall clock when it stops; its time must not run backwards.
        start: Math.max(
          systemWallClock.now() - warmMs,
          state?.clusterTimeMs ?? 0,
        ),
        onTaskError: error => onError('cluster', error),
      });
  const clock: Clock = options.clock ?? simulation!;

  const cluster = createClusterApi({
    clock,
    uuid: seededUuid(seed, () => state?.cluster.resourceVersion ?? 0),
    random: createRandom(hash32(`${seed}/suffix/${state?.clusterTimeMs ?? 0}`)),
  });
  if (state) cluster.restore(state.cluster);
  const controlPlane = createControlPlane({
    cluster,
    clock,
    seed,
    nodePools: options.nodePools ?? DEFAULT_NODE_POOLS,
    ...(state && { restored: { hpaMemories: state.hpaMemories } }),
    onError,
  });
  applyManifests(cluster, manifests, { namespace: options.namespace });
  if (simulation && warmMs > 0) {
    simulation.fastForward(warmMs);
    // The history took a moment to make; end it at the present.
    simulation.fastForward(
      Math.max(0, systemWallClock.now() - simulation.now()),
    );
  }

  const server = await listen({ cluster, clock, controlPlane, options });
  simulation?.start();
  const saving =
    stateFile &&
    keepState({
      file: stateFile,
      version: () => cluster.machinery.store.resourceVersion,
      log,
      snapshot: () => ({
        format: 1,
        clusterTimeMs: clock.now(),
        cluster: cluster.snapshot(),
        hpaMemories: controlPlane.hpa.exportMemories(),
      }),
    });
  const kubeconfig = kubeconfigText(server.url);
  if (options.kubeconfigPath) {
    writePrivateFile(options.kubeconfigPath, kubeconfig);
  }
  return {
    url: server.url,
    kubeconfig,
    ...(options.kubeconfigPath && { kubeconfigPath: options.kubeconfigPath }),
    cluster,
    clock,
    controlPlane,
    stop: async () => {
      await server.close();
      controlPlane.stop();
      simulation?.stop();
      if (saving) saving.stop();
    },
  };
}

async function listen(options: {
  cluster: Cluster;
  clock: Clock;
  controlPlane: ControlPlane;
  options: LocalClusterOptions;
}) {
  const { cluster, clock, controlPlane } = options;
  const { port = 0 } = options.options;
  try {
    return await startApiServer({
      cluster,
      clock,
      metrics: controlPlane.metrics,
      port,
      host: '127.0.0.1',
    });
  } catch (error) {
    controlPlane.stop();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new StartError(
        `Port ${port} on 127.0.0.1 is in use; stop what listens there or choose another with --port`,
      );
    }
    throw error;
  }
}
