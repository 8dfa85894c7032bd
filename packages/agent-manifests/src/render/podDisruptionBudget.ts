import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { agentLabels, agentSelector } from './labels';
import { AgentSpec } from '../spec/AgentSpec';

/**
 * Limits what a drain may take at once. `maxUnavailable` and not `minAvailable`: the latter blocks every drain when
 * the autoscaler is at its minimum. Unhealthy pods may always go, or a crash loop blocks the node.
 */
export function renderPodDisruptionBudget(spec: AgentSpec): KubernetesObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: agentLabels(spec),
    },
    spec: {
      maxUnavailable: spec.disruption.maxUnavailable,
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
      selector: { matchLabels: agentSelector(spec) },
    },
  };
}
