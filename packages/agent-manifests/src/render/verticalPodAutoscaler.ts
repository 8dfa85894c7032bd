import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { AgentSpec } from '../spec/AgentSpec';
import { GpuSpec } from '../spec/gpu';
import { VerticalScalingSpec } from '../spec/verticalScaling';
import { agentLabels, GPU_RANGE_ANNOTATION } from './labels';
import { AGENT_CONTAINER } from './names';
import { canonicalCpu, canonicalMemory } from './resources';

/** The VPA of an agent. It knows CPU and memory only, so a GPU range is an annotation here and a policy elsewhere. */
export function renderVerticalPodAutoscaler(
  spec: AgentSpec,
  vertical: VerticalScalingSpec,
): KubernetesObject {
  const { gpu } = spec.modelServer;
  const bounds = (end: 'min' | 'max') => ({
    cpu: canonicalCpu(vertical.cpu[end]),
    memory: canonicalMemory(vertical.memory[end]),
  });
  return {
    apiVersion: 'autoscaling.k8s.io/v1',
    kind: 'VerticalPodAutoscaler',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: agentLabels(spec),
      ...(gpu && {
        annotations: { [GPU_RANGE_ANNOTATION]: formatGpuRange(gpu) },
      }),
    },
    spec: {
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: spec.name },
      updatePolicy: { updateMode: vertical.updateMode },
      resourcePolicy: {
        containerPolicies: [
          {
            containerName: AGENT_CONTAINER,
            controlledResources: vertical.controlledResources,
            controlledValues: 'RequestsAndLimits',
            minAllowed: bounds('min'),
            maxAllowed: bounds('max'),
          },
        ],
      },
    },
  };
}

/** `0.5-2 cards`. */
export function formatGpuRange(gpu: GpuSpec): string {
  return `${gpu.min}-${gpu.max} cards`;
}
