/** `spec.metrics`. Mirrors `validateMetrics` and the source validations in `pkg/apis/autoscaling/validation/validation.go`. */
import type { MetricIdentifier, MetricSpec, MetricTarget } from '../types';
import {
  forbidden,
  invalid,
  isSet,
  notSupported,
  required,
  type FieldProblem,
} from './problem';
import { validateName, validateReference } from './reference';
import { validateTarget } from './target';

const SOURCE_FIELDS = {
  Object: 'object',
  External: 'external',
  Pods: 'pods',
  Resource: 'resource',
  ContainerResource: 'containerResource',
} as const;
type SourceField = (typeof SOURCE_FIELDS)[keyof typeof SOURCE_FIELDS];

export function validateMetrics(
  metrics: readonly MetricSpec[],
  field: string,
  minReplicas: number | undefined | null,
): FieldProblem[] {
  const problems = metrics.flatMap((metric, index) =>
    validateMetric(metric, `${field}[${index}]`),
  );
  const canBeReadAtZero = metrics.some(
    ({ type }) => type === 'Object' || type === 'External',
  );
  if (minReplicas === 0 && !canBeReadAtZero) {
    problems.push(
      forbidden(
        field,
        'must specify at least one Object or External metric to support scaling to zero replicas',
      ),
    );
  }
  return problems;
}

function validateMetric(metric: MetricSpec, field: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const expected: SourceField | undefined = Object.hasOwn(
    SOURCE_FIELDS,
    metric.type ?? '',
  )
    ? SOURCE_FIELDS[metric.type as keyof typeof SOURCE_FIELDS]
    : undefined;
  if (!metric.type)
    problems.push(
      required(`${field}.type`, 'must specify a metric source type'),
    );
  if (!expected)
    problems.push(
      notSupported(
        `${field}.type`,
        metric.type ?? '',
        Object.keys(SOURCE_FIELDS),
      ),
    );
  const present = Object.values(SOURCE_FIELDS).filter(name =>
    isSet(metric[name]),
  );
  if (present.length > 0)
    problems.push(
      ...validateSource(metric, present[0], `${field}.${present[0]}`),
    );
  if (expected && !present.includes(expected)) {
    problems.push(
      required(
        `${field}.${expected}`,
        'must populate information for the given metric source',
      ),
    );
  }
  if (present.length !== 1) {
    problems.push(
      ...present
        .filter(name => name !== expected)
        .map(name =>
          forbidden(
            `${field}.${name}`,
            'must populate the given metric source only',
          ),
        ),
    );
  }
  return problems;
}

function validateSource(
  metric: MetricSpec,
  name: SourceField,
  field: string,
): FieldProblem[] {
  switch (name) {
    case 'object':
      return [
        ...validateReference(
          metric.object!.describedObject,
          `${field}.describedObject`,
          { groupRequired: false },
        ),
        ...validateIdentifier(metric.object!.metric, `${field}.metric`),
        ...withTarget(metric.object!.target, field, target =>
          isSet(target.value) || isSet(target.averageValue)
            ? []
            : [
                required(
                  `${field}.target.averageValue`,
                  'must set either a target value or averageValue',
                ),
              ],
        ),
      ];
    case 'external':
      return [
        ...validateIdentifier(metric.external!.metric, `${field}.metric`),
        ...withTarget(metric.external!.target, field, target =>
          externalTargetProblems(target, field),
        ),
      ];
    case 'pods':
      return [
        ...validateIdentifier(metric.pods!.metric, `${field}.metric`),
        ...withTarget(metric.pods!.target, field, target =>
          isSet(target.averageValue)
            ? []
            : [
                required(
                  `${field}.target.averageValue`,
                  'must specify a positive target averageValue',
                ),
              ],
        ),
      ];
    case 'resource':
      return [
        ...resourceNameProblems(metric.resource!.name, field),
        ...withTarget(metric.resource!.target, field, target =>
          resourceTargetProblems(target, field),
        ),
      ];
    default:
      return [
        ...resourceNameProblems(metric.containerResource!.name, field),
        ...containerProblems(metric.containerResource!.container, field),
        ...withTarget(metric.containerResource!.target, field, target =>
          resourceTargetProblems(target, field),
        ),
      ];
  }
}

function withTarget(
  target: MetricTarget | undefined,
  field: string,
  more: (target: MetricTarget) => FieldProblem[],
): FieldProblem[] {
  const given = target ?? { type: '' };
  return [...validateTarget(given, `${field}.target`), ...more(given)];
}

function validateIdentifier(
  identifier: MetricIdentifier | undefined,
  field: string,
): FieldProblem[] {
  return validateName(
    identifier?.name,
    `${field}.name`,
    'must specify a metric name',
  );
}

function resourceNameProblems(
  name: string | undefined,
  field: string,
): FieldProblem[] {
  return name
    ? []
    : [required(`${field}.name`, 'must specify a resource name')];
}

function containerProblems(
  container: string | undefined,
  field: string,
): FieldProblem[] {
  if (!container)
    return [required(`${field}.container`, 'must specify a container')];
  if (
    container.length <= 63 &&
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(container)
  )
    return [];
  return [
    invalid(
      `${field}.container`,
      container,
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
    ),
  ];
}

function externalTargetProblems(
  target: MetricTarget,
  field: string,
): FieldProblem[] {
  if (!isSet(target.value) && !isSet(target.averageValue)) {
    return [
      required(
        `${field}.target.averageValue`,
        'must set either a target value for metric or a per-pod target',
      ),
    ];
  }
  return isSet(target.value) && isSet(target.averageValue)
    ? [
        forbidden(
          `${field}.target.value`,
          'may not set both a target value for metric and a per-pod target',
        ),
      ]
    : [];
}

function resourceTargetProblems(
  target: MetricTarget,
  field: string,
): FieldProblem[] {
  if (!isSet(target.averageUtilization) && !isSet(target.averageValue)) {
    return [
      required(
        `${field}.target.averageUtilization`,
        'must set either a target raw value or a target utilization',
      ),
    ];
  }
  return isSet(target.averageUtilization) && isSet(target.averageValue)
    ? [
        forbidden(
          `${field}.target.averageValue`,
          'may not set both a target raw value and a target utilization',
        ),
      ]
    : [];
}
