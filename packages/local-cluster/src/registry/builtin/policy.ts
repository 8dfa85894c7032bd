import { FieldError, invalid } from '../../store/FieldError';
import { ClusterObject } from '../../store/types';
import { ageColumn, integerColumn, nameColumn, textColumn } from '../columns';
import { TypeDefinition } from '../defineType';
import { countOrPercentErrors } from './workloadSpecs';

function disruptionBudgetErrors({ spec = {} }: ClusterObject): FieldError[] {
  if (spec.minAvailable !== undefined && spec.maxUnavailable !== undefined) {
    return [
      invalid(
        'spec',
        spec,
        'minAvailable and maxUnavailable cannot be both set',
      ),
    ];
  }
  const errors = [
    ...countOrPercentErrors(spec.minAvailable, 'spec.minAvailable'),
    ...countOrPercentErrors(spec.maxUnavailable, 'spec.maxUnavailable'),
  ];
  for (const field of ['minAvailable', 'maxUnavailable']) {
    const percent = /^(\d+)%$/.exec(String(spec[field] ?? ''));
    if (percent && Number(percent[1]) > 100)
      errors.push(
        invalid(`spec.${field}`, spec[field], 'must not be greater than 100%'),
      );
  }
  const policy = spec.unhealthyPodEvictionPolicy;
  if (
    policy !== undefined &&
    policy !== 'IfHealthyBudget' &&
    policy !== 'AlwaysAllow'
  ) {
    errors.push({
      reason: 'FieldValueNotSupported',
      field: 'spec.unhealthyPodEvictionPolicy',
      message: `Unsupported value: ${JSON.stringify(
        policy,
      )}: supported values: "AlwaysAllow", "IfHealthyBudget"`,
    });
  }
  return errors;
}

const shown = (value: unknown) => (value === undefined ? 'N/A' : String(value));

export const policyTypes: readonly TypeDefinition[] = [
  {
    group: 'policy',
    kind: 'PodDisruptionBudget',
    resource: 'poddisruptionbudgets',
    shortNames: ['pdb'],
    status: true,
    columns: [
      nameColumn,
      textColumn('Min Available', ({ spec }) => shown(spec?.minAvailable)),
      textColumn('Max Unavailable', ({ spec }) => shown(spec?.maxUnavailable)),
      integerColumn(
        'Allowed Disruptions',
        ({ status }) => status?.disruptionsAllowed ?? 0,
      ),
      ageColumn,
    ],
    validate: disruptionBudgetErrors,
  },
];
