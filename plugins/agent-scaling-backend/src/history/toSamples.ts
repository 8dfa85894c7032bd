import type { AgentSummary } from '@suoke/plugin-agent-scaling-common';
import type { RecordedSample } from './types';

/** Usage of all pods of an agent together. */
export type AgentUsage = { cpuCores: number; memoryBytes: number };

/**
 * One sample per agent that is in view. Agents whose cluster is out of contact have none: what is known of them is old, and a gap says so.
 */
export function toSamples(
  rows: readonly AgentSummary[],
  options: {
    now: Date;
    intervalMs: number;
    usageOf: (row: AgentSummary) => AgentUsage | undefined;
  },
): RecordedSample[] {
  const { now, intervalMs, usageOf } = options;
  const slot = Math.floor(now.getTime() / intervalMs) * intervalMs;
  return rows
    .filter(row => row.attention.state !== 'stale')
    .map(row => {
      const { min, current, desired, max } = row.replicas;
      const metrics = Object.fromEntries(
        row.metrics.flatMap(({ id, current: value }) =>
          value ? [[id, value.value]] : [],
        ),
      );
      const usage = usageOf(row);
      return {
        agent: {
          cluster: row.cluster,
          namespace: row.namespace,
          name: row.name,
        },
        slot,
        sample: {
          at: now.toISOString(),
          ...(min !== undefined && { min }),
          current,
          desired,
          ...(max !== undefined && { max }),
          ready: row.pods.ready,
          metrics,
          ...(usage && { usage }),
        },
      };
    });
}
