import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { profileOf } from '../runtimes/profileOf';
import { AgentSpec } from '../spec/AgentSpec';
import { modelServerLabels, modelServerSelector } from './labels';
import { modelServerName } from './names';

/** The address of the model server inside the cluster, on the port of its runtime. */
export function renderModelServerService(spec: AgentSpec): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: modelServerName(spec),
      namespace: spec.namespace,
      labels: modelServerLabels(spec),
    },
    spec: {
      type: 'ClusterIP',
      selector: modelServerSelector(spec),
      ports: [
        {
          name: 'http',
          port: profileOf(spec.modelServer).port,
          targetPort: 'http',
        },
      ],
    },
  };
}
