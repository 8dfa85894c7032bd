export * from './types';
export * from './schedule';
export { forecastLoad } from './forecastLoad';
export {
  evaluateForecast,
  type EvaluationOptions,
  type EvaluationScore,
  type ForecastEvaluation,
} from './evaluateForecast';
export {
  forecastReplicas,
  type ReplicaForecastPoint,
  type ReplicaOptions,
  type ReplicaRange,
} from './replicas';
export { timeToMaxReplicas, type TimeToMaxReplicas } from './timeToMaxReplicas';
export {
  describeForecast,
  describeSchedule,
  describeTimeToMax,
} from './describe/describe';
