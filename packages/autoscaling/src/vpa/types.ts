/** Shapes of the Vertical Pod Autoscaler (`autoscaling.k8s.io/v1`) as they travel in JSON. Instants are milliseconds since the epoch. */
import type { CrossVersionObjectReference, QuantityText } from '../hpa/types';

/** The two resources that a VPA can act on. */
export const VPA_RESOURCES = ['cpu', 'memory'] as const;
export type VpaResource = (typeof VPA_RESOURCES)[number];

/** Amounts as the recommender computes them: thousandths of a core, and bytes. Whole numbers. */
export type ResourceAmounts = Partial<Record<VpaResource, number>>;

/** Amounts as they travel in JSON. */
export type ResourceQuantities = Record<string, QuantityText>;

export interface ContainerResourcePolicy {
  /** `*` stands for every container without a policy of its own. */
  containerName?: string;
  mode?: 'Auto' | 'Off' | (string & {});
  minAllowed?: ResourceQuantities;
  maxAllowed?: ResourceQuantities;
  controlledResources?: string[];
  controlledValues?: 'RequestsAndLimits' | 'RequestsOnly' | (string & {});
}

export type UpdateMode =
  | 'Off'
  | 'Initial'
  | 'Recreate'
  | 'InPlaceOrRecreate'
  | 'InPlace'
  | 'Auto';

export interface VpaSpec {
  targetRef: CrossVersionObjectReference;
  updatePolicy?: {
    updateMode?: UpdateMode | (string & {});
    /** Live pods needed before any is evicted. Default: the updater's flag. */
    minReplicas?: number;
  };
  resourcePolicy?: { containerPolicies?: ContainerResourcePolicy[] };
}

/** One entry of `status.recommendation.containerRecommendations`. */
export interface ContainerRecommendation {
  containerName: string;
  target: Record<string, string>;
  lowerBound: Record<string, string>;
  upperBound: Record<string, string>;
  /** The target before `minAllowed`, `maxAllowed` and the global maximum. */
  uncappedTarget: Record<string, string>;
}

/** `status.cpuHistogram` and `status.memoryHistogram` of a VerticalPodAutoscalerCheckpoint. */
export interface HistogramCheckpoint {
  /** ISO 8601. */
  referenceTimestamp?: string;
  /** Weights of 0 to 10000 keyed by bucket; JSON keys are text. */
  bucketWeights?: Record<string, number>;
  totalWeight?: number;
}

/** `status` of a VerticalPodAutoscalerCheckpoint: what the recommender remembers of one container. */
export interface VpaCheckpointStatus {
  version?: string;
  lastUpdateTime?: string;
  firstSampleStart?: string;
  lastSampleStart?: string;
  totalSamplesCount?: number;
  cpuHistogram?: HistogramCheckpoint;
  memoryHistogram?: HistogramCheckpoint;
}
