import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { AgentSpec } from '../spec/AgentSpec';
import { agentLabels } from './labels';
import { renderKedaTriggers } from './metricRules';

/** The ScaledObject of an agent that KEDA scales. KEDA makes the HPA of it, under the agent's own name. */
export function renderScaledObject(spec: AgentSpec): KubernetesObject {
  const { scaling } = spec;
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: agentLabels(spec),
    },
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: spec.name,
      },
      pollingInterval: 30,
      minReplicaCount: scaling.minReplicas,
      maxReplicaCount: scaling.maxReplicas,
      ...(scaling.customMetric && {
        // When Prometheus is silent the agent keeps half of its range instead of falling to the minimum.
        fallback: {
          failureThreshold: 3,
          replicas: Math.ceil((scaling.minReplicas + scaling.maxReplicas) / 2),
        },
      }),
      advanced: {
        horizontalPodAutoscalerConfig: {
          name: spec.name,
          behavior: scaling.behavior,
        },
      },
      triggers: renderKedaTriggers(spec),
    },
  };
}
