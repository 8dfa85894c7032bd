import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { profileOf } from '../runtimes/profileOf';
import { AgentSpec } from '../spec/AgentSpec';
import {
  agentSelector,
  modelServerLabels,
  modelServerSelector,
} from './labels';
import { modelServerName } from './names';

/** Lets the agent ask its model server and Prometheus scrape it; nobody else reaches it. */
export function renderNetworkPolicy(spec: AgentSpec): KubernetesObject {
  const profile = profileOf(spec.modelServer);
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: modelServerName(spec),
      namespace: spec.namespace,
      labels: modelServerLabels(spec),
    },
    spec: {
      podSelector: { matchLabels: modelServerSelector(spec) },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ podSelector: { matchLabels: agentSelector(spec) } }],
          ports: [{ protocol: 'TCP', port: profile.port }],
        },
        {
          from: [
            {
              namespaceSelector: {
                matchLabels: {
                  'kubernetes.io/metadata.name':
                    spec.networkPolicy.monitoringNamespace,
                },
              },
            },
          ],
          ports: [{ protocol: 'TCP', port: profile.metricsPort }],
        },
      ],
    },
  };
}
