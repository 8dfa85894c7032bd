export * from './types';
export { replaySignalKey } from './signalKey';
export { replayHpa } from './replayHpa';
export type { ActualReplicas } from './simulate';
export {
  matchDecisions,
  replayAgreement,
  replicaChanges,
  type AgreementOptions,
  type PhaseAgreement,
  type ReplayAgreement,
  type ReplicaChange,
} from './agreement';
export {
  compareReplays,
  minutesAboveGoal,
  type PhaseRange,
  type RangedReplay,
  type ReplayComparison,
} from './compareReplays';
export {
  estimatePodModel,
  type PodModelEstimate,
  type PodModelEvidence,
  type PodModelPoint,
  type UnidentifiedReason,
} from './estimatePodModel';
export {
  replayRecorded,
  type RecordedHistory,
  type RecordedPod,
  type RecordedReplay,
} from './replayRecorded';
export {
  historyOfRecordedPods,
  type RecordedPodsSummary,
} from './historyOfRecordedPods';
