export { diagnose, type DiagnoseOptions, type Diagnosis } from './diagnose';
export { DIAGNOSIS_RULES } from './rules';
export { LEFT_OUT_RULES, type LeftOutRule } from './leftOut';
export {
  DEFAULT_DIAGNOSIS_THRESHOLDS,
  type DiagnosisThresholds,
} from './thresholds';
export { metricIdOf } from './facts/metricIdOf';
export type { Rule as DiagnosisRule, Need as DiagnosisNeed } from './rule/Rule';
export type {
  Evidence,
  Finding,
  FindingSeverity,
  LocalizedText,
  NotEvaluated,
} from './rule/Finding';
export {
  explainAgent,
  type AgentExplanation,
  type ExplainAgentInput,
} from './explain/explainAgent';
export type { MetricThreshold, ReplicaStep } from './explain/steps';
export type { ScaleDownWait } from './explain/scaleDownWait';
export type { MetricFacts } from './facts/MetricFacts';
export type * from './snapshot/AgentSnapshot';
export type * from './snapshot/objects';
