import { FieldError, invalid, required } from '../../store/FieldError';
import { ClusterObject } from '../../store/types';
import { ageColumn, nameColumn, textColumn } from '../columns';
import { TypeDefinition } from '../defineType';
import { quantityErrors, quantityOf } from './resourceRequirements';

type Quantities = Record<string, string>;

function quotaErrors({ spec }: ClusterObject): FieldError[] {
  return Object.entries((spec?.hard ?? {}) as Quantities).flatMap(
    ([name, value]) => quantityErrors(value, `spec.hard[${name}]`),
  );
}

function usage(kind: 'limits' | 'requests') {
  return ({ spec, status }: ClusterObject): string => {
    const hard: Quantities = status?.hard ?? spec?.hard ?? {};
    const used: Quantities = status?.used ?? {};
    return Object.keys(hard)
      .filter(name => name.startsWith('limits.') === (kind === 'limits'))
      .sort()
      .map(name => `${name}: ${used[name] ?? 0}/${hard[name]}`)
      .join(', ');
  };
}

export const resourceQuotaType: TypeDefinition = {
  kind: 'ResourceQuota',
  resource: 'resourcequotas',
  shortNames: ['quota'],
  status: true,
  hasGeneration: false,
  columns: [
    nameColumn,
    textColumn('Request', usage('requests')),
    textColumn('Limit', usage('limits')),
    ageColumn,
  ],
  validate: quotaErrors,
};

const bounds = ['max', 'min', 'default', 'defaultRequest'] as const;

function limitErrors(limit: Record<string, any>, field: string): FieldError[] {
  const errors: FieldError[] = [];
  if (!limit.type) errors.push(required(`${field}.type`));
  for (const bound of bounds) {
    for (const [name, value] of Object.entries(limit[bound] ?? {})) {
      errors.push(...quantityErrors(value, `${field}.${bound}[${name}]`));
    }
  }
  if (errors.length > 0) return errors;
  const above = (lower: string, upper: string, name: string) => {
    const low = quantityOf(limit[lower]?.[name]);
    const high = quantityOf(limit[upper]?.[name]);
    return low && high && low.nano > high.nano;
  };
  const pairs: [string, string, string][] = [
    ['min', 'max', 'min value %l is greater than max value %h'],
    ['default', 'max', 'default value %l is greater than max value %h'],
    [
      'defaultRequest',
      'default',
      'default request value %l is greater than default limit value %h',
    ],
    [
      'defaultRequest',
      'max',
      'default request value %l is greater than max value %h',
    ],
    ['min', 'default', 'min value %l is greater than default value %h'],
    [
      'min',
      'defaultRequest',
      'min value %l is greater than default request value %h',
    ],
  ];
  const names = new Set(
    bounds.flatMap(bound => Object.keys(limit[bound] ?? {})),
  );
  for (const name of names) {
    for (const [lower, upper, text] of pairs) {
      if (!above(lower, upper, name)) continue;
      const detail = text
        .replace('%l', limit[lower][name])
        .replace('%h', limit[upper][name]);
      errors.push(
        invalid(`${field}.${lower}[${name}]`, limit[lower][name], detail),
      );
    }
  }
  return errors;
}

/** Containers get the maximum as their limit, and their limit as their request, where nothing else is said. */
function limitRangeDefaults({ spec }: ClusterObject): void {
  for (const limit of spec?.limits ?? []) {
    if (limit.type !== 'Container') continue;
    limit.default = { ...limit.max, ...limit.default };
    limit.defaultRequest = {
      ...limit.default,
      ...limit.min,
      ...limit.defaultRequest,
    };
    for (const field of ['default', 'defaultRequest']) {
      if (Object.keys(limit[field]).length === 0) delete limit[field];
    }
  }
}

export const limitRangeType: TypeDefinition = {
  kind: 'LimitRange',
  resource: 'limitranges',
  shortNames: ['limits'],
  columns: [
    nameColumn,
    textColumn('Created At', ({ metadata }) => metadata.creationTimestamp),
  ],
  applyDefaults: limitRangeDefaults,
  validate: ({ spec }) =>
    (spec?.limits ?? []).flatMap((limit: Record<string, any>, i: number) =>
      limitErrors(limit, `spec.limits[${i}]`),
    ),
};
