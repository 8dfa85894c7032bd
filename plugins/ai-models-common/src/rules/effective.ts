import type {
  AIModelSpec,
  ModelDelivery,
  ModelRegistrySpec,
  ModelResources,
  ModelVersionSpec,
} from '../objects/types';

/** Delivery with every field decided. */
type ResolvedDelivery = Required<
  Omit<
    ModelDelivery,
    'request' | 'strategy' | 'analysis' | 'promotion' | 'rollback'
  >
> & {
  strategy: NonNullable<ModelDelivery['strategy']>;
  analysis: Required<NonNullable<ModelDelivery['analysis']>>;
  promotion: Required<NonNullable<ModelDelivery['promotion']>>;
  rollback: Required<NonNullable<ModelDelivery['rollback']>>;
};

/**
 * Delivery with every field decided: see {@link effectiveDelivery}.
 *
 * @public
 */
export type EffectiveDelivery = ResolvedDelivery;

/**
 * How a version reaches users: what the version says, else what its model says, else the default.
 *
 * @remarks
 * Defaults are applied here and not by the API server, so the same document means the same in a file, in the catalog and in
 * a cluster. `strategy` is taken whole from the version or the model, since half a strategy of each would be neither.
 *
 * @public
 */
export function effectiveDelivery(
  model: Pick<AIModelSpec, 'delivery'>,
  version?: Pick<ModelVersionSpec, 'delivery'>,
): EffectiveDelivery {
  const base = model.delivery ?? {};
  const own = version?.delivery ?? {};
  return {
    engine: own.engine ?? base.engine ?? 'Auto',
    strategy: own.strategy ?? base.strategy ?? { type: 'RollingUpdate' },
    analysis: {
      interval: '1m',
      minSamples: 100,
      onFailure: 'Abort',
      onNoData: 'Pause',
      onError: 'Pause',
      errorLimit: 4,
      checks: [],
      templates: [],
      ...base.analysis,
      ...own.analysis,
    },
    promotion: { mode: 'Automatic', ...base.promotion, ...own.promotion },
    rollback: {
      mode: 'Automatic',
      window: 3,
      ...base.rollback,
      ...own.rollback,
    },
    keepStableScaled: own.keepStableScaled ?? base.keepStableScaled ?? true,
    scaleDownDelaySeconds:
      own.scaleDownDelaySeconds ?? base.scaleDownDelaySeconds ?? 300,
    abortScaleDownDelaySeconds:
      own.abortScaleDownDelaySeconds ?? base.abortScaleDownDelaySeconds ?? 300,
    historyLimit: own.historyLimit ?? base.historyLimit ?? 10,
  };
}

/**
 * What serves a version: see {@link effectiveServing}.
 *
 * @public
 */
export interface EffectiveServing {
  /** Name of the Deployment and Service. */
  serverName: string;
  image?: string;
  /** Name of a known runtime; set exactly when `image` is not. */
  runtime?: string;
  resources: ModelResources;
  port: number;
  loadTimeoutSeconds: number;
}

/**
 * The model server of a version: its own image and resources, else those of the model. `undefined` when the model is not served.
 *
 * @public
 */
export function effectiveServing(
  model: { name: string; spec: Pick<AIModelSpec, 'serving'> },
  version?: Pick<ModelVersionSpec, 'runtimeOverrides'>,
): EffectiveServing | undefined {
  const { serving } = model.spec;
  const own = version?.runtimeOverrides;
  const image = own?.image ?? serving?.image;
  if (!serving && !image) {
    return undefined;
  }
  return {
    serverName: serving?.serverName ?? model.name,
    ...(image ? { image } : { runtime: serving?.runtime?.name }),
    resources: own?.resources ?? serving?.resources ?? {},
    port: serving?.port ?? 8080,
    loadTimeoutSeconds: serving?.loadTimeoutSeconds ?? 1800,
  };
}

type Sync = NonNullable<ModelRegistrySpec['sync']>;

/**
 * Sync policy with every field decided: see {@link effectiveSync}.
 *
 * @public
 */
export type EffectiveSync = Required<Omit<Sync, 'retries'>> & {
  retries: Required<NonNullable<Sync['retries']>>;
};

/**
 * When and what a registry is read: what it says, else the default.
 *
 * @public
 */
export function effectiveSync(
  registry: Pick<ModelRegistrySpec, 'sync'>,
): EffectiveSync {
  return {
    mode: 'Pull',
    interval: '5m',
    timeout: '1m',
    include: ['*'],
    exclude: [],
    prune: false,
    ...registry.sync,
    retries: {
      limit: 5,
      backoff: '10s',
      maxBackoff: '5m',
      ...registry.sync?.retries,
    },
  };
}
