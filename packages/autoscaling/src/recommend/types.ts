/** Shapes of recommendations. Amounts of metrics are milli; resources travel as quantities, as in the API. */
import type { Cost } from '../cost';
import type { HpaSpec } from '../hpa/types';
import type {
  ActualReplicas,
  AgreementOptions,
  ReplayAgreement,
  ReplayHistory,
  ReplayResult,
} from '../replay';
import type {
  ContainerUsage,
  LimitRangeItem,
  VpaRecommenderOptions,
  VpaSpec,
} from '../vpa';

/**
 * What a good setting is: the sum of these is to be small. The unit is one replica for one minute, so that the weights can be
 * argued about.
 */
export interface ScalingObjective {
  /** A minute above the goal costs as much as this many minutes of all replicas that run on average. */
  minuteAboveGoal: number;
  /** The same for a minute in which some load was not served. */
  unmetMinute: number;
  /** A minute of one replica. */
  replicaMinute: number;
  /** A pod started or stopped, in replica minutes. */
  podChange: number;
}

/** What a number may become. */
export interface ReplicaBounds {
  min: number;
  max: number;
}

/** Resources of the containers and what was seen of their use. */
export interface ResourceHistory {
  containers: readonly {
    name: string;
    requests?: Record<string, string | number>;
    limits?: Record<string, string | number>;
  }[];
  /** By container name. */
  usage: Readonly<Record<string, ContainerUsage>>;
  /** Ranges and policies; without them, every container is free. */
  vpa?: Pick<VpaSpec, 'resourcePolicy'>;
  /** The namespace's LimitRange item for containers. */
  limitRange?: LimitRangeItem;
  recommender?: Partial<VpaRecommenderOptions>;
}

export interface RecommendScalingInput {
  /** Name and namespace of the HPA. */
  metadata: { name: string; namespace?: string };
  /** The spec in force. */
  spec: HpaSpec;
  history: ReplayHistory;
  /** The real number of replicas: without it, nothing says how far a replay can be believed. */
  replicas?: ActualReplicas;
  /** Without it, requests stay. */
  resources?: ResourceHistory;
  /** Default: minReplicas from 2 (or less, where it is less now) to the current maximum; maxReplicas up to twice the current. */
  bounds?: { minReplicas?: ReplicaBounds; maxReplicas?: ReplicaBounds };
}

export interface RecommendScalingOptions extends AgreementOptions {
  objective?: Partial<ScalingObjective>;
  /** Share of the objective that a change has to save. Default: 0.02. */
  minGain?: number;
  /** Most replays that the search runs. Default: 80. */
  maxReplays?: number;
}

export type RecommendationKind =
  | 'requests'
  | 'target'
  | 'minReplicas'
  | 'maxReplicas'
  | 'scaleUp'
  | 'scaleDown';

export type ScalingConfidence = 'low' | 'medium' | 'high';

export type ScalingConfidenceReason =
  | 'shortHistory'
  | 'weekOfHistory'
  | 'gaps'
  | 'noReplicaHistory'
  | 'agrees'
  | 'disagrees'
  | 'fewDecisions'
  | 'fewSamples';

/** Numbers of a replay that a reader compares. */
export interface ScalingEffect {
  replicaHours: number;
  /** The most of all signals with a goal. */
  minutesAboveGoal: number;
  unmetMinutes: number;
  churn: number;
  /** Value of the objective, in replica minutes. */
  score: number;
  cost?: Cost;
}

export interface ScalingRecommendation {
  kind: RecommendationKind;
  /** What is changed: `spec.minReplicas`, `containers[agent].resources`. */
  field: string;
  /** As in the API; absent where it was not set. */
  from?: unknown;
  to: unknown;
  confidence: ScalingConfidence;
  confidenceReasons: readonly ScalingConfidenceReason[];
  /** Named numbers that led to it; units in the names. */
  evidence: Readonly<Record<string, number>>;
  explanation: { en: string; zh: string };
}

/** One document to send to the API server. */
export interface ScalingPatch {
  target: {
    apiVersion: string;
    kind: string;
    name: string;
    namespace?: string;
  };
  type:
    | 'application/merge-patch+json'
    | 'application/strategic-merge-patch+json';
  body: Record<string, unknown>;
}

export interface ScalingRecommendations {
  /** Nothing that was tried is better by enough: leave everything. */
  noChangeIsBetter: boolean;
  /** In the order in which they were decided; they belong together. */
  recommendations: readonly ScalingRecommendation[];
  /** Found, but not to be trusted yet: not part of `patches` or `after`. */
  withheld: readonly ScalingRecommendation[];
  /** The spec with all recommendations, and `behavior` explicit where anything of it changed. */
  spec: HpaSpec;
  patches: readonly ScalingPatch[];
  before: ScalingEffect;
  /** Equals `before` when no change is better. */
  after: ScalingEffect;
  /** The replays behind them. */
  replays: { before: ReplayResult; after: ReplayResult };
  agreement?: ReplayAgreement;
  objective: ScalingObjective;
  /** Replays that the search ran. */
  replaysRun: number;
}
