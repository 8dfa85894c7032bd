import type {
  ReplicaSample,
  ScaleEvent,
} from '@suoke/plugin-agent-scaling-common';
import type { RecordedSample, RecordedScaleEvent } from './types';

/** `bigint` columns: numbers from SQLite, text from PostgreSQL. */
type BigInteger = number | string;

export interface ScaleEventRow {
  cluster: string;
  uid: string;
  version: string;
  namespace: string;
  name: string;
  at: BigInteger;
  kind: string;
  source: string;
  from_replicas: number | null;
  to_replicas: number | null;
  reason: string | null;
  message: string | null;
}

export interface ReplicaSampleRow {
  cluster: string;
  namespace: string;
  name: string;
  slot: BigInteger;
  at: BigInteger;
  min_replicas: number | null;
  current_replicas: number;
  desired_replicas: number;
  max_replicas: number | null;
  ready_pods: number;
  metrics: string;
  cpu_cores: number | null;
  memory_bytes: number | null;
}

export function toScaleEventRow(recorded: RecordedScaleEvent): ScaleEventRow {
  const { agent, uid, version, event } = recorded;
  return {
    ...agent,
    uid,
    version,
    at: Date.parse(event.at),
    kind: event.kind,
    source: event.source,
    from_replicas: event.from ?? null,
    to_replicas: event.to ?? null,
    reason: event.reason ?? null,
    message: event.message ?? null,
  };
}

export function fromScaleEventRow(row: ScaleEventRow): ScaleEvent {
  return {
    id: `${row.uid}:${row.version}`,
    at: toIso(row.at),
    kind: row.kind as ScaleEvent['kind'],
    source: row.source as ScaleEvent['source'],
    ...(row.from_replicas !== null && { from: row.from_replicas }),
    ...(row.to_replicas !== null && { to: row.to_replicas }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.message !== null && { message: row.message }),
  };
}

export function toReplicaSampleRow(recorded: RecordedSample): ReplicaSampleRow {
  const { agent, slot, sample } = recorded;
  return {
    ...agent,
    slot,
    at: Date.parse(sample.at),
    min_replicas: sample.min ?? null,
    current_replicas: sample.current,
    desired_replicas: sample.desired,
    max_replicas: sample.max ?? null,
    ready_pods: sample.ready,
    metrics: JSON.stringify(sample.metrics ?? {}),
    cpu_cores: sample.usage?.cpuCores ?? null,
    memory_bytes: sample.usage?.memoryBytes ?? null,
  };
}

export function fromReplicaSampleRow(row: ReplicaSampleRow): ReplicaSample {
  const metrics = JSON.parse(row.metrics) as Record<string, number>;
  const usage = {
    ...(row.cpu_cores !== null && { cpuCores: row.cpu_cores }),
    ...(row.memory_bytes !== null && { memoryBytes: row.memory_bytes }),
  };
  return {
    at: toIso(row.at),
    ...(row.min_replicas !== null && { min: row.min_replicas }),
    current: row.current_replicas,
    desired: row.desired_replicas,
    ...(row.max_replicas !== null && { max: row.max_replicas }),
    ready: row.ready_pods,
    ...(Object.keys(metrics).length > 0 && { metrics }),
    ...(Object.keys(usage).length > 0 && { usage }),
  };
}

function toIso(at: BigInteger): string {
  return new Date(Number(at)).toISOString();
}
