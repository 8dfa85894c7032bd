import { DefaultKubernetesCache, keepFields } from '../src';

/** Something that keeps a copy of all pods of a server. */
export interface Subject {
  /** Resolves when all pods are held. */
  start(): Promise<void>;
  /** Called with the time stamp of each change that has arrived. */
  onChange(listener: (changedAt: number) => void): void;
  stop(): Promise<void>;
}

const quiet = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => quiet,
};

const CHANGED_AT = 'bench/changed-at';

interface Stamped {
  metadata?: { annotations?: Record<string, string> };
}

function stampOf(object: Stamped | undefined): number {
  return Number(object?.metadata?.annotations?.[CHANGED_AT]);
}

/** Our cache; lean as `agent-scaling-backend` uses it. */
export function cacheSubject(
  url: string,
  options: { isLean: boolean },
): Subject {
  const cache = DefaultKubernetesCache.create({
    clusters: [{ name: 'bench', url, credential: { type: 'anonymous' } }],
    resources: [
      {
        group: '',
        version: 'v1',
        plural: 'pods',
        keep: options.isLean
          ? keepFields(
              'metadata.labels',
              'metadata.annotations',
              'metadata.creationTimestamp',
              'spec.nodeName',
              'spec.containers.name',
              'spec.containers.resources',
              'status.phase',
              'status.conditions.type',
              'status.conditions.status',
              'status.conditions.reason',
              'status.startTime',
            )
          : undefined,
      },
    ],
    logger: quiet,
  });
  return {
    async start() {
      cache.start();
      await cache.waitUntilSettled({ timeoutMs: 60_000 });
    },
    onChange(listener) {
      cache.subscribe(({ type, object }) => {
        if (type === 'MODIFIED') {
          listener(stampOf(object as Stamped));
        }
      });
    },
    stop: () => cache.stop(),
  };
}

/** The informer of the official client, used as its README shows. */
export async function informerSubject(
  url: string,
  expected: number,
): Promise<Subject> {
  const { CoreV1Api, KubeConfig, makeInformer } = await import(
    '@kubernetes/client-node'
  );
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    { name: 'bench', server: url, skipTLSVerify: true },
    { name: 'bench' },
  );
  const api = config.makeApiClient(CoreV1Api);
  const informer = makeInformer(config, '/api/v1/pods', () =>
    api.listPodForAllNamespaces(),
  );
  informer.on('error', error => {
    throw error;
  });
  return {
    async start() {
      let seen = 0;
      const synced = new Promise<void>(resolve => {
        informer.on('add', () => {
          seen += 1;
          if (seen === expected) {
            resolve();
          }
        });
      });
      informer.start();
      await synced;
    },
    onChange(listener) {
      informer.on('update', object => listener(stampOf(object)));
    },
    stop: () => informer.stop(),
  };
}
