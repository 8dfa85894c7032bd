import {
  FieldError,
  invalid,
  notSupported,
  required,
} from '../../store/FieldError';
import { ClusterObject } from '../../store/types';
import { POLICY_VARIABLES } from '../admission/policyVariables';
import { compileCel } from '../cel/compile';
import { ageColumn, integerColumn, nameColumn, textColumn } from '../columns';
import { TypeDefinition } from '../defineType';

function expressionErrors(expression: unknown, field: string): FieldError[] {
  if (typeof expression !== 'string' || !expression.trim())
    return [required(field, 'expression is not specified')];
  try {
    compileCel(expression, POLICY_VARIABLES);
    return [];
  } catch (error) {
    return [invalid(field, expression, (error as Error).message)];
  }
}

function policyErrors({ spec = {} }: ClusterObject): FieldError[] {
  const errors: FieldError[] = [];
  if (!spec.matchConstraints?.resourceRules?.length)
    errors.push(required('spec.matchConstraints.resourceRules'));
  if (!spec.validations?.length && !spec.auditAnnotations?.length) {
    errors.push(
      required(
        'spec.validations',
        'validations or auditAnnotations must contain at least one item',
      ),
    );
  }
  for (const list of ['validations', 'variables', 'matchConditions']) {
    (spec[list] ?? []).forEach(
      (one: { expression?: string; messageExpression?: string }, i: number) => {
        errors.push(
          ...expressionErrors(one.expression, `spec.${list}[${i}].expression`),
        );
        if (one.messageExpression)
          errors.push(
            ...expressionErrors(
              one.messageExpression,
              `spec.${list}[${i}].messageExpression`,
            ),
          );
      },
    );
  }
  if (!['Fail', 'Ignore'].includes(spec.failurePolicy))
    errors.push(
      notSupported('spec.failurePolicy', spec.failurePolicy, [
        'Fail',
        'Ignore',
      ]),
    );
  return errors;
}

function bindingErrors({ spec = {} }: ClusterObject): FieldError[] {
  const errors: FieldError[] = [];
  if (!spec.policyName) errors.push(required('spec.policyName'));
  const actions: string[] = spec.validationActions ?? [];
  if (actions.length === 0) errors.push(required('spec.validationActions'));
  for (const action of actions) {
    if (!['Audit', 'Deny', 'Warn'].includes(action))
      errors.push(
        notSupported('spec.validationActions', action, [
          'Audit',
          'Deny',
          'Warn',
        ]),
      );
  }
  if (actions.includes('Deny') && actions.includes('Warn')) {
    errors.push(
      invalid(
        'spec.validationActions',
        actions,
        'must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)',
      ),
    );
  }
  return errors;
}

const selectEverything = (match: Record<string, unknown> | undefined) => {
  if (!match) return;
  match.matchPolicy ??= 'Equivalent';
  match.namespaceSelector ??= {};
  match.objectSelector ??= {};
};

/** Policies that admission asks; see admission/validatingPolicies. */
export const admissionPolicyTypes: readonly TypeDefinition[] = [
  {
    group: 'admissionregistration.k8s.io',
    kind: 'ValidatingAdmissionPolicy',
    resource: 'validatingadmissionpolicies',
    categories: ['api-extensions'],
    namespaced: false,
    status: true,
    columns: [
      nameColumn,
      integerColumn(
        'Validations',
        ({ spec }) => spec?.validations?.length ?? 0,
      ),
      textColumn('ParamKind', ({ spec }) =>
        spec?.paramKind
          ? `${spec.paramKind.apiVersion}/${spec.paramKind.kind}`
          : '<unset>',
      ),
      ageColumn,
    ],
    applyDefaults: ({ spec = {} }) => {
      spec.failurePolicy ??= 'Fail';
      selectEverything(spec.matchConstraints);
    },
    validate: policyErrors,
  },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'ValidatingAdmissionPolicyBinding',
    resource: 'validatingadmissionpolicybindings',
    categories: ['api-extensions'],
    namespaced: false,
    hasGeneration: true,
    columns: [
      nameColumn,
      textColumn('PolicyName', ({ spec }) => spec?.policyName),
      textColumn('ParamRef', ({ spec }) =>
        spec?.paramRef
          ? `${spec.paramRef.namespace ?? '*'}/${spec.paramRef.name ?? '*'}`
          : '<unset>',
      ),
      ageColumn,
    ],
    applyDefaults: ({ spec = {} }) => selectEverything(spec.matchResources),
    validate: bindingErrors,
  },
];
