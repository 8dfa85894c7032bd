export * from './types';
export {
  DEFAULT_HPA_OPTIONS,
  HPA_SYNC_PERIOD_SECONDS,
  hpaFeaturesOfVersion,
  resolveHpaOptions,
} from './options';
export {
  completeScaleDownRules,
  completeScaleUpRules,
  DEFAULT_METRICS,
  DEFAULT_MIN_REPLICAS,
  defaultHpaSpec,
  type CompleteScalingRules,
} from './defaults';
export { reconcileHpa } from './reconcile';
export { withFailedScaleUpdate } from './failedScaleUpdate';
export {
  observePod,
  observePodMetrics,
  parseGoDuration,
  type ApiPod,
  type ApiPodMetrics,
} from './observe';
export { validateHpa } from './validation/validateHpa';
export type { FieldProblem, FieldProblemType } from './validation/problem';
export { explainDecision, type DecisionText } from './explain/explainDecision';
export {
  formatVectorReport,
  runVectors,
  type VectorReport,
} from './vectors/runVectors';
export type { VectorFailure } from './vectors/types';
