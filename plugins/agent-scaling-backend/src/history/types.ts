import type {
  AgentKey,
  ReplicaSample,
  ScaleEvent,
} from '@suoke/plugin-agent-scaling-common';

/** A scale event with what makes it unique, however many backends see it. */
export interface RecordedScaleEvent {
  agent: AgentKey;
  /** Of the Kubernetes event, or of the workload that changed. */
  uid: string;
  /** `resourceVersion` of the event, or `generation:<n>` of the workload. */
  version: string;
  event: Omit<ScaleEvent, 'id'>;
}

/** One sample of one agent. */
export interface RecordedSample {
  agent: AgentKey;
  /** Start of the interval it stands for, milliseconds since the epoch. */
  slot: number;
  sample: ReplicaSample;
}
