import { formatCpu, formatMemory, parseQuantity } from '../kubernetes/quantity';
import { ContainerResources } from '../spec/resources';

/** Cores in the spelling of the API server, so that Git and cluster do not differ over `1.5` and `1500m`. */
export function canonicalCpu(quantity: string): string {
  return formatCpu(parseQuantity(quantity) ?? 0);
}

/** Bytes in the spelling of the API server. */
export function canonicalMemory(quantity: string): string {
  return formatMemory(parseQuantity(quantity) ?? 0);
}

/** Requests and limits of a container, canonical; `extra` limits are extended resources. */
export function renderResources(
  resources: ContainerResources,
  extra: Record<string, string> = {},
) {
  const canonical = (list: { cpu: string; memory: string }) => ({
    cpu: canonicalCpu(list.cpu),
    memory: canonicalMemory(list.memory),
  });
  return {
    requests: canonical(resources.requests),
    limits: { ...canonical(resources.limits), ...extra },
  };
}
