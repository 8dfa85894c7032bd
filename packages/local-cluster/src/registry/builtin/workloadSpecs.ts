import {
  FieldError,
  forbiddenField,
  invalid,
  required,
} from '../../store/FieldError';
import { jsonEqual } from '../../store/jsonEqual';
import { labelSelectorPredicate } from '../../store/labelSelector';
import { ClusterObject } from '../../store/types';
import { labelErrors } from '../objectMeta';
import { podSpecErrors } from './podSpecValidation';

function replicasErrors(spec: Record<string, any>): FieldError[] {
  return ['replicas', 'minReadySeconds', 'revisionHistoryLimit']
    .filter(name => spec[name] < 0)
    .map(name =>
      invalid(`spec.${name}`, spec[name], 'must be greater than or equal to 0'),
    );
}

/** `spec.selector` and `spec.template` of everything that makes pods. */
export function templateErrors({ spec }: ClusterObject): FieldError[] {
  const errors: FieldError[] = [];
  const { selector, template } = spec ?? {};
  const empty =
    selector &&
    !Object.keys(selector.matchLabels ?? {}).length &&
    !selector.matchExpressions?.length;
  if (!selector) errors.push(required('spec.selector'));
  else if (empty)
    errors.push(
      invalid(
        'spec.selector',
        selector,
        'empty selector is invalid for deployment',
      ),
    );
  if (!template) return [...errors, required('spec.template')];
  const labels = template.metadata?.labels;
  if (selector && !empty && !labelSelectorPredicate(selector)(labels)) {
    errors.push(
      invalid(
        'spec.template.metadata.labels',
        labels ?? {},
        '`selector` does not match template `labels`',
      ),
    );
  }
  errors.push(
    ...labelErrors(labels, 'spec.template.labels'),
    ...podSpecErrors(template.spec, 'spec.template.spec'),
  );
  const restartPolicy = template.spec?.restartPolicy;
  if (restartPolicy && restartPolicy !== 'Always') {
    errors.push({
      reason: 'FieldValueNotSupported',
      field: 'spec.template.spec.restartPolicy',
      message: `Unsupported value: ${JSON.stringify(
        restartPolicy,
      )}: supported values: "Always"`,
    });
  }
  return errors;
}

/** A count or a percentage, as in a rolling update. */
export function countOrPercentErrors(
  value: unknown,
  field: string,
): FieldError[] {
  if (value === undefined) return [];
  if (typeof value === 'number') {
    return value >= 0
      ? []
      : [invalid(field, value, 'must be greater than or equal to 0')];
  }
  return /^\d+%$/.test(String(value))
    ? []
    : [
        invalid(
          field,
          value,
          "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
        ),
      ];
}

export function deploymentErrors(object: ClusterObject): FieldError[] {
  const spec = object.spec ?? {};
  const errors = [...replicasErrors(spec), ...templateErrors(object)];
  const { type, rollingUpdate } = spec.strategy ?? {};
  if (type === 'Recreate' && rollingUpdate) {
    errors.push(
      forbiddenField(
        'spec.strategy.rollingUpdate',
        "may not be specified when strategy `type` is 'Recreate'",
      ),
    );
  } else if (type === 'RollingUpdate' && rollingUpdate) {
    const { maxSurge, maxUnavailable } = rollingUpdate;
    errors.push(
      ...countOrPercentErrors(
        maxUnavailable,
        'spec.strategy.rollingUpdate.maxUnavailable',
      ),
      ...countOrPercentErrors(maxSurge, 'spec.strategy.rollingUpdate.maxSurge'),
    );
    const isZero = (value: unknown) => value === 0 || value === '0%';
    if (isZero(maxSurge) && isZero(maxUnavailable)) {
      errors.push(
        invalid(
          'spec.strategy.rollingUpdate.maxUnavailable',
          maxUnavailable,
          'may not be 0 when `maxSurge` is 0',
        ),
      );
    }
  } else if (
    type !== undefined &&
    type !== 'Recreate' &&
    type !== 'RollingUpdate'
  ) {
    errors.push({
      reason: 'FieldValueNotSupported',
      field: 'spec.strategy.type',
      message: `Unsupported value: ${JSON.stringify(
        type,
      )}: supported values: "Recreate", "RollingUpdate"`,
    });
  }
  if (spec.progressDeadlineSeconds <= (spec.minReadySeconds ?? 0)) {
    errors.push(
      invalid(
        'spec.progressDeadlineSeconds',
        spec.progressDeadlineSeconds,
        'must be greater than minReadySeconds',
      ),
    );
  }
  return errors;
}

export function replicatedErrors(object: ClusterObject): FieldError[] {
  return [...replicasErrors(object.spec ?? {}), ...templateErrors(object)];
}

export function immutableSelector(
  next: ClusterObject,
  previous: ClusterObject,
): FieldError[] {
  if (jsonEqual(next.spec?.selector, previous.spec?.selector)) return [];
  return [
    invalid('spec.selector', next.spec?.selector ?? null, 'field is immutable'),
  ];
}
