import { quantityToNumber } from '@suoke/autoscaling';
import type {
  Quantity,
  ResourceQuantities,
} from '@suoke/plugin-agent-scaling-common';
import type { ResourceList } from '../kubernetes/objects';

/** Reads one quantity; `undefined` for text that is none, because one odd object must not hide an agent. */
export function toQuantity(
  value: string | number | undefined,
): Quantity | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  try {
    return { value: quantityToNumber(value), quantity: String(value) };
  } catch {
    return undefined;
  }
}

/** Reads requests, limits, usage or a recommendation; what is not a quantity is left out. */
export function toResourceQuantities(
  list: ResourceList | undefined,
): ResourceQuantities {
  const quantities: ResourceQuantities = {};
  for (const [resource, value] of Object.entries(list ?? {})) {
    const quantity = toQuantity(value);
    if (quantity) {
      quantities[resource] = quantity;
    }
  }
  return quantities;
}

/** Adds up quantities by resource. The text of a sum is its plain number: `0.75`, `1073741824`. */
export function sumResourceQuantities(
  lists: readonly ResourceQuantities[],
): ResourceQuantities {
  const sum: ResourceQuantities = {};
  for (const list of lists) {
    for (const [resource, { value }] of Object.entries(list)) {
      // Nine digits: a quantity has no finer step, and a sum of binary fractions would show more.
      const total = Number(((sum[resource]?.value ?? 0) + value).toFixed(9));
      sum[resource] = { value: total, quantity: String(total) };
    }
  }
  return sum;
}
