/** What nodes cost, by their labels. */

/** Prices of one kind of node, per hour, in one currency. */
export interface NodePrice {
  /** Node labels that all have to match; none matches every node. The first match wins. */
  matchLabels?: Readonly<Record<string, string>>;
  /** Per core and hour. */
  cpuCoreHour: number;
  /** Per GiB of memory and hour. */
  memoryGibibyteHour: number;
  /** Per GPU card and hour. Default: 0. */
  gpuHour?: number;
}

export interface PriceBook {
  /** ISO 4217, such as `CNY`. Carried along, never converted. */
  currency: string;
  nodes: readonly NodePrice[];
}

/** Whole amounts in units: cores, bytes, cards. A card share is a fraction of a card. */
export interface ResourceUse {
  cpuCores: number;
  memoryBytes: number;
  gpus?: number;
}

export interface Cost {
  cpu: number;
  memory: number;
  gpu: number;
  total: number;
}

/** A number of replicas that held for a while. */
export interface ReplicaPeriod {
  replicas: number;
  /** Milliseconds since the epoch. */
  from: number;
  to: number;
}
