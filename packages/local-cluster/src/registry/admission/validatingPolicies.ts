import { StatusError } from '../../store/StatusError';
import { ClusterObject, ResourceKey } from '../../store/types';
import { celValue } from '../cel/celValue';
import { CelProgram, compileCel } from '../cel/compile';
import { namespaces } from '../namespaceLifecycle';
import { ResourceType, StrategyContext, versionOf } from '../ResourceType';
import { AdmissionPlugin, AdmissionRequest } from './AdmissionPlugin';
import { parametersOf } from './policyParameters';
import { resourcesMatch } from './policyMatching';
import { POLICY_VARIABLES } from './policyVariables';

const GROUP = 'admissionregistration.k8s.io';
const policies: ResourceKey = {
  group: GROUP,
  resource: 'validatingadmissionpolicies',
};
const bindings: ResourceKey = {
  group: GROUP,
  resource: 'validatingadmissionpolicybindings',
};

const codes: Record<string, number> = {
  Unauthorized: 401,
  Forbidden: 403,
  RequestEntityTooLarge: 413,
  Invalid: 422,
};

interface Failure {
  message: string;
  reason: string;
}

/** Policies are frozen objects, so their programs can be kept beside them. */
const programs = new Map<string, CelProgram>();
const MAX_PROGRAMS = 2000;

function programOf(expression: string): CelProgram {
  const known = programs.get(expression);
  if (known) return known;
  const program = compileCel(expression, POLICY_VARIABLES);
  if (programs.size >= MAX_PROGRAMS) programs.clear();
  programs.set(expression, program);
  return program;
}

function schemaOf(type: ResourceType) {
  return versionOf(type, type.storageVersion)?.schema;
}

function requestVariable({
  type,
  operation,
  namespace,
  name,
  subresource,
  dryRun,
}: AdmissionRequest): Record<string, unknown> {
  const kind = {
    group: type.group,
    version: type.storageVersion,
    kind: type.kind,
  };
  const resource = {
    group: type.group,
    version: type.storageVersion,
    resource: type.resource,
  };
  return {
    kind,
    resource,
    requestKind: kind,
    requestResource: resource,
    ...(subresource && { subResource: subresource }),
    name,
    ...(namespace !== undefined && { namespace }),
    operation,
    userInfo: {
      username: 'local-cluster:admin',
      groups: ['system:masters', 'system:authenticated'],
    },
    dryRun,
  };
}

function activation(
  request: AdmissionRequest,
  policy: ClusterObject,
  params: ClusterObject | undefined,
  context: StrategyContext,
) {
  const schema = schemaOf(request.type);
  const namespace =
    request.namespace === undefined
      ? undefined
      : context.get(namespaces, { name: request.namespace });
  const values: Record<string, unknown> = {
    object: request.object ? celValue(schema, request.object) : null,
    oldObject: request.oldObject ? celValue(schema, request.oldObject) : null,
    request: requestVariable(request),
    params: params ? celValue(undefined, params) : null,
    namespaceObject: namespace ? celValue(undefined, namespace) : null,
  };
  const variables: Record<string, unknown> = {};
  values.variables = variables;
  // Variables are computed when they are first asked for, and may use those before them.
  for (const { name, expression } of policy.spec?.variables ?? []) {
    let computed: { value: unknown } | undefined;
    Object.defineProperty(variables, name, {
      enumerable: true,
      get: () => (computed ??= { value: programOf(expression)(values) }).value,
    });
  }
  return values;
}

function failuresOf(
  policy: ClusterObject,
  values: Record<string, unknown>,
): Failure[] {
  const ignores = policy.spec?.failurePolicy === 'Ignore';
  const failures: Failure[] = [];
  for (const {
    expression,
    message,
    messageExpression,
    reason = 'Invalid',
  } of policy.spec?.validations ?? []) {
    try {
      if (programOf(expression)(values) === true) continue;
      failures.push({
        reason,
        message:
          textOf(messageExpression, values) ??
          message ??
          `failed expression: ${expression.trim()}`,
      });
    } catch (error) {
      if (!ignores)
        failures.push({
          reason: 'Invalid',
          message: `expression '${expression}' resulted in error: ${
            (error as Error).message
          }`,
        });
    }
  }
  return failures;
}

function textOf(
  expression: string | undefined,
  values: Record<string, unknown>,
): string | undefined {
  if (!expression) return undefined;
  try {
    const text = programOf(expression)(values);
    return typeof text === 'string' && text.trim() ? text : undefined;
  } catch {
    // The fixed message follows: the refusal must not get lost with its words.
    return undefined;
  }
}

function conditionsHold(
  policy: ClusterObject,
  values: Record<string, unknown>,
): boolean {
  return (
    (policy.spec?.matchConditions ?? []) as {
      name: string;
      expression: string;
    }[]
  ).every(({ expression }) => {
    try {
      return programOf(expression)(values) === true;
    } catch (error) {
      if (policy.spec?.failurePolicy === 'Ignore') return false;
      throw error;
    }
  });
}

function enforce(
  request: AdmissionRequest,
  policy: ClusterObject,
  binding: ClusterObject,
  failures: readonly Failure[],
): void {
  const actions: string[] = binding.spec?.validationActions ?? ['Deny'];
  const names = `ValidatingAdmissionPolicy '${policy.metadata.name}' with binding '${binding.metadata.name}'`;
  if (actions.includes('Warn')) {
    for (const { message } of failures)
      request.warn(`Validation failed for ${names}: ${message}`);
  }
  if (!actions.includes('Deny') || failures.length === 0) return;
  const [{ message, reason }] = failures;
  const text = `${names} denied request: ${message}`;
  const { type, name } = request;
  const resource = type.group
    ? `${type.resource}.${type.group}`
    : type.resource;
  throw new StatusError(
    codes[reason] ?? 422,
    reason,
    `${resource} "${name}" is forbidden: ${text}`,
    {
      name,
      ...(type.group && { group: type.group }),
      kind: type.resource,
      causes: [{ message: text }],
    },
  );
}

/** ValidatingAdmissionPolicies and their bindings. */
export function validatingPolicyAdmission(): AdmissionPlugin {
  return {
    validate(request, context) {
      // Policies do not rule over policies, or one could lock everybody out.
      if (request.type.group === GROUP) return;
      for (const binding of context.list(bindings)) {
        const policy = context.get(policies, {
          name: binding.spec?.policyName ?? '',
        });
        if (!policy) continue;
        if (!resourcesMatch(policy.spec?.matchConstraints, request, context))
          continue;
        if (!resourcesMatch(binding.spec?.matchResources, request, context))
          continue;
        for (const params of parametersOf(policy, binding, request, context)) {
          const values = activation(request, policy, params, context);
          if (conditionsHold(policy, values))
            enforce(request, policy, binding, failuresOf(policy, values));
        }
      }
    },
  };
}
