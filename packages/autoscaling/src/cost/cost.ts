/** Cost of what is requested, what of it is idle, and what scaling saves. Sums of price times amount times time; no discounts. */
import { AutoscalingInputError } from '../errors';
import type {
  Cost,
  NodePrice,
  PriceBook,
  ReplicaPeriod,
  ResourceUse,
} from './types';

const GIBIBYTE = 1024 ** 3;
const HOUR_MS = 3_600_000;

function assertAmount(value: number, field: string): void {
  if (Number.isFinite(value) && value >= 0) return;
  throw new AutoscalingInputError({
    field,
    problem: `${value} is not an amount`,
    remedy: 'pass a finite number that is not negative',
  });
}

/**
 * The price of a node.
 *
 * @returns `undefined` when the book has no price for such a node: the cost is unknown then, not 0
 */
export function nodePriceOf(
  book: PriceBook,
  labels: Readonly<Record<string, string>>,
): NodePrice | undefined {
  return book.nodes.find(({ matchLabels = {} }) =>
    Object.entries(matchLabels).every(
      ([name, value]) => labels[name] === value,
    ),
  );
}

/** Cost of holding resources for some hours. */
export function costOf(
  use: ResourceUse,
  price: NodePrice,
  hours: number,
): Cost {
  const { gpus = 0 } = use;
  assertAmount(use.cpuCores, 'cpuCores');
  assertAmount(use.memoryBytes, 'memoryBytes');
  assertAmount(gpus, 'gpus');
  assertAmount(hours, 'hours');
  assertAmount(price.cpuCoreHour, 'price.cpuCoreHour');
  assertAmount(price.memoryGibibyteHour, 'price.memoryGibibyteHour');
  assertAmount(price.gpuHour ?? 0, 'price.gpuHour');
  const cpu = use.cpuCores * price.cpuCoreHour * hours;
  const memory =
    (use.memoryBytes / GIBIBYTE) * price.memoryGibibyteHour * hours;
  const gpu = gpus * (price.gpuHour ?? 0) * hours;
  return { cpu, memory, gpu, total: cpu + memory + gpu };
}

/** Cost of what is requested and not used. Use beyond the request of one resource does not pay for idle of another. */
export function idleCostOf(
  requested: ResourceUse,
  used: ResourceUse,
  price: NodePrice,
  hours: number,
): Cost {
  return costOf(
    {
      cpuCores: Math.max(0, requested.cpuCores - used.cpuCores),
      memoryBytes: Math.max(0, requested.memoryBytes - used.memoryBytes),
      gpus: Math.max(0, (requested.gpus ?? 0) - (used.gpus ?? 0)),
    },
    price,
    hours,
  );
}

/** Hours that replicas ran, summed over the replicas. */
export function replicaHours(periods: readonly ReplicaPeriod[]): number {
  return periods.reduce((sum, { replicas, from, to }, index) => {
    assertAmount(replicas, `periods[${index}].replicas`);
    assertAmount(to - from, `periods[${index}].to - from`);
    return sum + (replicas * (to - from)) / HOUR_MS;
  }, 0);
}

export interface ScalingSaving {
  replicaHours: number;
  /** Cost of the replicas that ran. */
  cost: Cost;
  /** Cost of `maxReplicas` running all the time. */
  fixedMaximumCost: Cost;
  /** What scaling saved against that, absolute and as a share from 0 to 1. */
  saved: number;
  savedShare: number;
}

/**
 * What scaling costs and saves against always running the maximum.
 *
 * @param periods - replicas over time, without gaps or overlaps
 * @param perReplica - what one replica requests
 */
export function scalingSaving(
  periods: readonly ReplicaPeriod[],
  maxReplicas: number,
  perReplica: ResourceUse,
  price: NodePrice,
): ScalingSaving {
  assertAmount(maxReplicas, 'maxReplicas');
  const hours = replicaHours(periods);
  const wholeHours = replicaHours(
    periods.map(period => ({ ...period, replicas: 1 })),
  );
  const cost = costOf(perReplica, price, hours);
  const fixedMaximumCost = costOf(perReplica, price, wholeHours * maxReplicas);
  const saved = fixedMaximumCost.total - cost.total;
  return {
    replicaHours: hours,
    cost,
    fixedMaximumCost,
    saved,
    savedShare:
      fixedMaximumCost.total === 0 ? 0 : saved / fixedMaximumCost.total,
  };
}
