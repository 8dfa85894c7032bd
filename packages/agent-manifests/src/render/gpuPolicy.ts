import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { AgentSpec } from '../spec/AgentSpec';
import { gpuPieces, GpuPieces, GpuSpec } from '../spec/gpu';
import { AGENT_LABEL, modelServerLabels } from './labels';
import { gpuPolicyName, MODEL_SERVER_CONTAINER } from './names';
import { formatGpuRange } from './verticalPodAutoscaler';

/**
 * The admission policy, and its binding, that keep the GPUs of a model server within the agent's range. A VPA
 * cannot: it recommends CPU and memory only.
 *
 * It judges Deployments, so that an edit is refused to the person who makes it instead of failing later as a pod
 * that never comes.
 */
export function renderGpuPolicy(
  spec: AgentSpec,
  gpu: GpuSpec,
): KubernetesObject[] {
  const pieces = gpuPieces(gpu);
  const name = gpuPolicyName(spec);
  const labels = modelServerLabels(spec);
  return [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name, labels },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: ['apps'],
              apiVersions: ['v1'],
              operations: ['CREATE', 'UPDATE'],
              resources: ['deployments'],
            },
          ],
        },
        validations: renderValidations(spec, gpu, pieces),
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name, labels },
      spec: {
        policyName: name,
        validationActions: ['Deny'],
        matchResources: {
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': spec.namespace },
          },
          objectSelector: {
            matchLabels: {
              [AGENT_LABEL]: spec.name,
              'app.kubernetes.io/component': 'model-server',
            },
          },
        },
      },
    },
  ];
}

function renderValidations(
  spec: AgentSpec,
  gpu: GpuSpec,
  { resource, min, max }: GpuPieces,
) {
  const containers = 'object.spec.template.spec.containers';
  const hasKey = `has(c.resources) && has(c.resources.limits) && '${resource}' in c.resources.limits`;
  const pieces = `int(c.resources.limits['${resource}'])`;
  return [
    {
      expression: `${containers}.filter(c, c.name == '${MODEL_SERVER_CONTAINER}').all(c, ${hasKey} && ${pieces} >= ${min} && ${pieces} <= ${max})`,
      message: `${
        spec.name
      }: container ${MODEL_SERVER_CONTAINER} needs a limit of ${min} to ${max} ${resource} (${formatGpuRange(
        gpu,
      )}); change the range in the agent's specification and render again`,
      reason: 'Invalid',
    },
    {
      expression: `${containers}.filter(c, c.name != '${MODEL_SERVER_CONTAINER}').all(c, !(${hasKey}))`,
      message: `${spec.name}: only container ${MODEL_SERVER_CONTAINER} may use ${resource}, or the range means nothing`,
      reason: 'Invalid',
    },
  ];
}
