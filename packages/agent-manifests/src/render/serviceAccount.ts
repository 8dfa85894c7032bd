import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { AgentSpec } from '../spec/AgentSpec';
import { agentLabels } from './labels';

/** Identity of the agent's pods; without a token, because an agent has no business with the Kubernetes API. */
export function renderServiceAccount(spec: AgentSpec): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: agentLabels(spec),
    },
    automountServiceAccountToken: false,
  };
}
