import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { AgentSpec } from '../spec/AgentSpec';
import { agentLabels, agentSelector } from './labels';

/** The address of the agent inside the cluster. */
export function renderAgentService(spec: AgentSpec): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: agentLabels(spec),
    },
    spec: {
      type: 'ClusterIP',
      selector: agentSelector(spec),
      ports: [{ name: 'http', port: spec.service.port, targetPort: 'http' }],
    },
  };
}
