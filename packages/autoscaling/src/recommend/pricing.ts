import type { ReplayHistory, ReplayOptions } from '../replay';
import { requestedBy } from '../replay/requestedBy';

/** The price of a replica whose requests changed: what was given, plus the difference. */
export function pricingFor(
  pricing: ReplayOptions['pricing'],
  before: ReplayHistory,
  after: ReplayHistory,
): Pick<ReplayOptions, 'pricing'> {
  if (!pricing?.perReplica) return pricing ? { pricing } : {};
  const [was, is] = [requestedBy(before), requestedBy(after)];
  const { cpuCores, memoryBytes } = pricing.perReplica;
  return {
    pricing: {
      ...pricing,
      perReplica: {
        ...pricing.perReplica,
        cpuCores: Math.max(0, cpuCores + is.cpuCores - was.cpuCores),
        memoryBytes: Math.max(
          0,
          memoryBytes + is.memoryBytes - was.memoryBytes,
        ),
      },
    },
  };
}
