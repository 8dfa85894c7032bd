import type { PodUsage } from '../agents/AgentObjects';
import { toResourceQuantities } from '../agents/resourceQuantities';
import type { ResourceList } from '../kubernetes/objects';
import type { AgentUsage } from '../history/toSamples';

/** `PodMetricsList` of metrics.k8s.io, as far as it is read. */
export interface PodMetricsList {
  items?: {
    metadata?: { name?: string };
    timestamp?: string;
    containers?: { name: string; usage?: ResourceList }[];
  }[];
}

/** Usage by pod name. Pods without a sample are absent, which is not the same as no usage. */
export function toPodUsage(
  list: PodMetricsList,
  now: Date,
): Map<string, PodUsage> {
  const usage = new Map<string, PodUsage>();
  for (const item of list.items ?? []) {
    if (item.metadata?.name) {
      usage.set(item.metadata.name, {
        at: item.timestamp ?? now.toISOString(),
        containers: Object.fromEntries(
          (item.containers ?? []).map(container => [
            container.name,
            toResourceQuantities(container.usage),
          ]),
        ),
      });
    }
  }
  return usage;
}

/** Usage of several pods together; `undefined` when none of them has a sample. */
export function sumUsage(
  pods: readonly string[],
  usage: ReadonlyMap<string, PodUsage>,
): AgentUsage | undefined {
  const sampled = pods.flatMap(pod => usage.get(pod) ?? []);
  if (sampled.length === 0) {
    return undefined;
  }
  const containers = sampled.flatMap(one => Object.values(one.containers));
  const total = (resource: string) =>
    containers.reduce((sum, one) => sum + (one[resource]?.value ?? 0), 0);
  return {
    cpuCores: Number(total('cpu').toFixed(9)),
    memoryBytes: Math.round(total('memory')),
  };
}
