/** Amounts in the recommender's units. Mirrors `vertical-pod-autoscaler/pkg/recommender/model/types.go`. */
import { formatQuantity, parseQuantity, quantityToMilli } from '../quantity';
import {
  VPA_RESOURCES,
  type ResourceAmounts,
  type ResourceQuantities,
  type VpaResource,
} from './types';

/** Largest amount the recommender computes with. */
export const MAX_AMOUNT = 1e14;

/** Cuts to a whole, non-negative amount. */
export function toAmount(value: number): number {
  if (Number.isNaN(value) || value < 0) return 0;
  return Math.min(Math.trunc(value), MAX_AMOUNT);
}

/** Thousandths of a core. */
export function amountFromCores(cores: number): number {
  return toAmount(cores * 1000);
}

export function scaleAmount(amount: number, factor: number): number {
  return toAmount(amount * factor);
}

const NANO_PER_UNIT = 1_000_000_000n;

/** A quantity in the unit of its resource: thousandths of a core, or bytes; rounded up. */
export function amountOfQuantity(
  resource: VpaResource,
  value: string | number,
  field?: string,
): number {
  if (resource === 'cpu') return quantityToMilli(value, field);
  const { nano } = parseQuantity(value, field);
  return Number((nano + NANO_PER_UNIT - 1n) / NANO_PER_UNIT);
}

/** Writes an amount as a quantity, as the recommender does: memory in decimal (250 Mi is `262144k`). */
export function quantityOfAmount(
  resource: VpaResource,
  amount: number,
): string {
  const nanoPerUnit = resource === 'cpu' ? 1_000_000n : NANO_PER_UNIT;
  return formatQuantity({
    nano: BigInt(amount) * nanoPerUnit,
    format: 'DecimalSI',
  });
}

/** cpu and memory of a list of quantities; other resources have no meaning for a VPA. */
export function amountsOf(
  quantities: ResourceQuantities | undefined,
  field: string,
): ResourceAmounts {
  const amounts: ResourceAmounts = {};
  for (const resource of VPA_RESOURCES) {
    const value = quantities?.[resource];
    if (value !== undefined)
      amounts[resource] = amountOfQuantity(
        resource,
        value,
        `${field}.${resource}`,
      );
  }
  return amounts;
}

export function quantitiesOf(amounts: ResourceAmounts): Record<string, string> {
  return Object.fromEntries(
    VPA_RESOURCES.flatMap(resource => {
      const amount = amounts[resource];
      return amount === undefined
        ? []
        : [[resource, quantityOfAmount(resource, amount)]];
    }),
  );
}
