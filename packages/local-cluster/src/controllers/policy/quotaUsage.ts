import { Pod } from '../runtime/objects';
import { formatCores, parseQuantity } from '../runtime/quantity';
import { podRequests } from '../scheduler/nodeFit';

function sumOf(
  pods: readonly Pod[],
  kind: 'requests' | 'limits',
  resource: string,
): number {
  let total = 0;
  for (const pod of pods) {
    if (kind === 'requests') {
      total += podRequests(pod)[resource] ?? 0;
    } else {
      for (const container of pod.spec.containers) {
        total += parseQuantity(container.resources?.limits?.[resource] ?? 0);
      }
    }
  }
  return total;
}

function format(resource: string, amount: number): string {
  if (resource === 'cpu') {
    return Number.isInteger(amount) ? String(amount) : formatCores(amount);
  }
  if (resource === 'memory' || resource.endsWith('storage')) {
    return amount % 2 ** 30 === 0
      ? `${amount / 2 ** 30}Gi`
      : `${Math.ceil(amount / 2 ** 20)}Mi`;
  }
  return String(amount);
}

/**
 * How much of one `spec.hard` entry the pods of a namespace use (`requests.cpu`, `limits.memory`, `pods`,
 * `requests.nvidia.com/gpu`, ...), or undefined for entries that count other things.
 */
export function quotaUsage(
  name: string,
  pods: readonly Pod[],
): string | undefined {
  const live = pods.filter(
    pod => !['Succeeded', 'Failed'].includes(pod.status?.phase ?? ''),
  );
  if (name === 'pods' || name === 'count/pods') return String(live.length);
  if (name === 'cpu' || name === 'memory') {
    return format(name, sumOf(live, 'requests', name));
  }
  const match = /^(requests|limits)\.(.+)$/.exec(name);
  if (!match) return undefined;
  const [, kind, resource] = match;
  return format(resource, sumOf(live, kind as 'requests' | 'limits', resource));
}
