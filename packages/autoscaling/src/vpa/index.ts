export * from './types';
export { amountOfQuantity, quantityOfAmount } from './amounts';
export {
  CPU_BUCKETS,
  exponentialBuckets,
  MEMORY_BUCKETS,
  type HistogramBuckets,
} from './buckets';
export { DecayingHistogram, HALF_LIFE_MS } from './DecayingHistogram';
export { ContainerUsage, type ContainerUsageOptions } from './ContainerUsage';
export { ContainerSamples, type OomOptions } from './ContainerSamples';
export {
  checkpointConfidence,
  recommendationConfidence,
  type RecommendationConfidence,
} from './confidence';
export {
  DEFAULT_VPA_RECOMMENDER_OPTIONS,
  DEFAULT_VPA_UPDATER_OPTIONS,
  type VpaRecommenderOptions,
  type VpaUpdaterOptions,
} from './options';
export { containerPolicyOf, controlledResourcesOf } from './policy';
export {
  capForPod,
  cappingAnnotation,
  capToPolicy,
  type Capped,
  type Capping,
  type CappingAction,
  type LimitRangeItem,
} from './capping';
export {
  applyRecommendation,
  proportionalLimit,
  type CappingContainer,
  type ProportionalLimit,
} from './limits';
export {
  recommendResources,
  type VpaRecommendation,
  type VpaRecommendInput,
} from './recommend';
export type {
  UpdaterContainer,
  UpdaterObservation,
  UpdaterPod,
} from './updater/types';
export { updatePriority, type UpdatePriority } from './updater/priority';
export {
  decideUpdates,
  type PodUpdate,
  type UpdateGate,
  type UpdateHold,
} from './updater/decideUpdates';
