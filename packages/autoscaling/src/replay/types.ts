/** What a replay takes and answers. Instants are milliseconds since the epoch, amounts of metrics and resources are thousandths (milli). */
import type { Cost, NodePrice, ReplicaPeriod, ResourceUse } from '../cost';
import type { ContainerObservation, HpaOptionsInput } from '../hpa';

/** Values that hold until the next one. NaN says that there is no value from then on. */
export interface ReplaySeries {
  /** Ascending. */
  at: ArrayLike<number>;
  values: ArrayLike<number>;
  /** How long the last value holds when none follows. Default: 300. */
  maxGapSeconds?: number;
}

/** How the load becomes usage of one pod: `floor + share * load / serving pods`. */
export interface PodModel {
  /** Usage of a pod without load in milli: idle memory, model weights. Default: 0. */
  floor?: number;
  /** Usage per unit of load. Default: 1, for a load that is measured in the metric's own unit. */
  share?: number;
}

/** One metric over time, keyed by {@link replaySignalKey}. */
export interface ReplaySignal {
  /** Load of the whole target in milli, whatever the number of pods: requests per second, or all pods' cpu without their floor. */
  load: ReplaySeries;
  /**
   * How the load is shared. Default: `{ floor: 0, share: 1 }` for Resource, ContainerResource and Pods metrics; for Object and
   * External metrics the load itself is the value, however many pods there are.
   */
  perPod?: PodModel;
  /** Usage in milli of a pod that runs and is not Ready yet. Default: the floor. */
  startingUsage?: number;
  /** Most that one pod can do, in milli per pod: its limit, or its measured best. What is beyond is unmet. Default: no limit. */
  capacity?: number;
  /** Usage per pod in milli that all specs are measured by, whatever their own targets. */
  goal?: number;
  /** How old a sample is when a pass sees it; rounded up to whole sync periods. Default: 15. */
  lagSeconds?: number;
  /** What a sample is averaged over. A pod has one once it has run that long. Default: 15 for resources, 60 otherwise. */
  windowSeconds?: number;
}

/** Time from the creation of a pod, as observed. A replay without it is too kind to every setting. */
export interface StartUpTime {
  /** Until its containers run: scheduling, image. */
  runningSeconds: number;
  /** Until it is Ready: model load. */
  readySeconds: number;
}

/** History that a spec is replayed over. */
export interface ReplayHistory {
  from: number;
  to: number;
  signals: Readonly<Record<string, ReplaySignal>>;
  /** What one pod requests. */
  pod: {
    containers: readonly ContainerObservation[];
    podRequests?: Readonly<Record<string, number>>;
  };
  startUp: StartUpTime;
  /** Replicas at `from`, all of them up. */
  initialReplicas: number;
  /** With `initialReplicas` 0: whether it was the HPA that scaled to zero. Default: true. */
  scaledToZero?: boolean;
}

export interface ReplayOptions {
  /** Flags and version of the controller; production defaults where left out. */
  controller?: HpaOptionsInput;
  /** Time between two passes. Default: 15. */
  syncPeriodSeconds?: number;
  /** When the first pass runs after `from`; less than the sync period. Default: 0. */
  phaseSeconds?: number;
  /** Price of a replica; without it there is no cost in the result. */
  pricing?: {
    price: NodePrice;
    /** Default: what the pod requests of cpu, memory and `nvidia.com/gpu`. */
    perReplica?: ResourceUse;
  };
}

/** What kept a pass from doing what the metrics asked for; when several did, the last one. */
export const REPLAY_RULES = [
  'none',
  'stabilized',
  'rateLimited',
  'min',
  'max',
  'tolerance',
] as const;
export type ReplayRule = (typeof REPLAY_RULES)[number];

/** One change of the number of replicas. */
export interface ReplayDecision {
  at: number;
  from: number;
  to: number;
  branch: 'metrics' | 'aboveMax' | 'belowMin';
  /** The metric that asked for most, as messages name it; absent where metrics were not looked at or asked for 0. */
  metric?: string;
  /** What the metrics asked for. */
  metricDesiredReplicas?: number;
  /** That after stabilisation. */
  stabilizedReplicas?: number;
  limitedBy: ReplayRule;
}

export interface ReplayMetricResult {
  /** Index in `spec.metrics`. */
  index: number;
  /** Key of its signal. */
  key: string;
  /** As messages name it. */
  name: string;
  /** Usage of the serving pods was above the spec's own target. */
  minutesAboveTarget: number;
  /** It was above by more than the tolerance. */
  minutesAboveTolerance: number;
  /** Changes that this metric asked for. */
  decisions: number;
}

export interface ReplaySignalResult {
  /** Usage of the serving pods was above `goal`; 0 without a goal. */
  minutesAboveGoal: number;
  /** Load beyond `capacity` by all load, 0 to 1. Without capacity, only load that met no serving pod counts. */
  unmetShare: number;
  minutesWithoutData: number;
}

export interface ReplayResult {
  ticks: number;
  decisions: readonly ReplayDecision[];
  /** Replicas over time, without gaps; neighbours differ. */
  timeline: readonly ReplicaPeriod[];
  replicaHours: number;
  maxReplicas: number;
  scaleUps: number;
  scaleDowns: number;
  /** Pods started and stopped by scaling. */
  churn: number;
  /** Ups after downs and downs after ups. */
  directionChanges: number;
  metrics: readonly ReplayMetricResult[];
  signals: Readonly<Record<string, ReplaySignalResult>>;
  /** Some load met no serving pod, or more than the serving pods' capacity. */
  unmetMinutes: number;
  /** Time that each rule held the number of replicas back, also where nothing changed. */
  minutesByRule: Readonly<Record<ReplayRule, number>>;
  /** No decision was possible: no metric, or a broken one that blocks scaling down. */
  minutesBlocked: number;
  /** Metrics that were left out because there is no signal for them. */
  withoutHistory: readonly string[];
  /** Cost of `replicaHours`. */
  cost?: Cost;
}
