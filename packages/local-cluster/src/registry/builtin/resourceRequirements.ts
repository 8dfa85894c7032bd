import { parseQuantity, Quantity } from '@suoke/autoscaling';
import { FieldError, invalid, required } from '../../store/FieldError';
import { qualifiedNameProblem } from '../names';

const QUANTITY_PROBLEM =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const NANO_PER_UNIT = 1_000_000_000n;
const NANO_PER_MILLI = 1_000_000n;
const nativeResources = ['cpu', 'memory', 'ephemeral-storage'];

type Quantities = Record<string, string | number> | undefined;

/** `undefined` for text that is no quantity. */
export function quantityOf(value: unknown): Quantity | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  try {
    return parseQuantity(value);
  } catch {
    return undefined;
  }
}

/** Resources named like `nvidia.com/gpu`: counted in whole pieces, and never overcommitted. */
export function isExtendedResource(name: string): boolean {
  return (
    name.includes('/') &&
    !/(^|\.)kubernetes\.io\//.test(name) &&
    !name.startsWith('requests.')
  );
}

export function quantityErrors(value: unknown, field: string): FieldError[] {
  const quantity = quantityOf(value);
  if (!quantity) return [invalid(field, value, QUANTITY_PROBLEM)];
  return quantity.nano < 0n
    ? [invalid(field, value, 'must be greater than or equal to 0')]
    : [];
}

function resourceErrors(
  name: string,
  value: unknown,
  field: string,
): FieldError[] {
  const problem = qualifiedNameProblem(name);
  if (problem) return [invalid(field, name, problem)];
  const standard =
    nativeResources.includes(name) || name.startsWith('hugepages-');
  if (!name.includes('/') && !standard) {
    return [invalid(field, name, 'must be a standard resource for containers')];
  }
  const errors = quantityErrors(value, `${field}[${name}]`);
  if (errors.length > 0) return errors;
  const { nano } = quantityOf(value)!;
  if (isExtendedResource(name) && nano % NANO_PER_UNIT !== 0n) {
    return [invalid(`${field}[${name}]`, value, 'must be an integer')];
  }
  if (name === 'cpu' && nano % NANO_PER_MILLI !== 0n) {
    return [invalid(`${field}[${name}]`, value, 'must be a multiple of 1m')];
  }
  return [];
}

/** `resources` of a container: names, quantities, and requests within limits. */
export function resourceRequirementErrors(
  resources: { limits?: Quantities; requests?: Quantities } | undefined,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const { limits = {}, requests = {} } = resources ?? {};
  for (const [name, value] of Object.entries(limits)) {
    errors.push(...resourceErrors(name, value, `${field}.limits`));
  }
  for (const [name, value] of Object.entries(requests)) {
    const own = resourceErrors(name, value, `${field}.requests`);
    errors.push(...own);
    if (own.length > 0) continue;
    const limit = quantityOf(limits[name]);
    const request = quantityOf(value)!;
    if (limit === undefined) {
      if (isExtendedResource(name))
        errors.push(
          required(
            `${field}.limits`,
            'Limit must be set for non overcommitable resources',
          ),
        );
    } else if (isExtendedResource(name) && request.nano !== limit.nano) {
      errors.push(
        invalid(
          `${field}.requests`,
          value,
          `must be equal to ${name} limit of ${limits[name]}`,
        ),
      );
    } else if (request.nano > limit.nano) {
      errors.push(
        invalid(
          `${field}.requests`,
          value,
          `must be less than or equal to ${name} limit of ${limits[name]}`,
        ),
      );
    }
  }
  return errors;
}
