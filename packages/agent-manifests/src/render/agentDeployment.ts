import { SizedAgent } from '../environments/SizedAgent';
import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { profileOf } from '../runtimes/profileOf';
import { AgentSpec } from '../spec/AgentSpec';
import { renderEnv } from './environmentVariables';
import {
  agentLabels,
  agentSelector,
  METRICS_ANNOTATION,
  scrapeAnnotations,
} from './labels';
import { AGENT_CONTAINER, modelServerName } from './names';
import { renderProbes } from './probes';
import { renderResources } from './resources';
import { containerSecurityContext, podSecurityContext } from './security';
import { renderSpread } from './spread';

/** The agent itself. It has no `replicas`: that number belongs to the autoscaler, and a manifest that sets it fights. */
export function renderAgentDeployment(sized: SizedAgent): KubernetesObject {
  const { spec } = sized;
  const { agent } = spec;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: agentLabels(spec),
    },
    spec: {
      revisionHistoryLimit: 5,
      selector: { matchLabels: agentSelector(spec) },
      template: {
        metadata: {
          labels: agentLabels(spec),
          annotations: {
            ...scrapeAnnotations(agent.port, agent.metricsPath),
            ...(spec.scaling.customMetric && {
              [METRICS_ANNOTATION]: spec.scaling.customMetric.name,
            }),
          },
        },
        spec: {
          serviceAccountName: spec.name,
          automountServiceAccountToken: false,
          terminationGracePeriodSeconds: agent.terminationGracePeriodSeconds,
          securityContext: podSecurityContext(),
          ...(sized.spread && {
            topologySpreadConstraints: renderSpread(agentSelector(spec)),
          }),
          containers: [
            {
              name: AGENT_CONTAINER,
              image: agent.image,
              ports: [{ name: 'http', containerPort: agent.port }],
              env: renderEnv(agentEnv(spec, sized.logLevel)),
              ...renderProbes(agent.probes),
              resources: renderResources(agent.resources),
              securityContext: containerSecurityContext({
                readOnlyRootFilesystem: true,
              }),
              volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
            },
          ],
          volumes: [{ name: 'tmp', emptyDir: {} }],
        },
      },
    },
  };
}

function agentEnv(spec: AgentSpec, logLevel: string): Record<string, string> {
  const { port } = profileOf(spec.modelServer);
  return {
    // First, because kustomize moves what an overlay patches to the front.
    LOG_LEVEL: logLevel,
    AGENT_NAME: spec.name,
    PORT: String(spec.agent.port),
    MODEL_NAME: spec.model.name,
    MODEL_VERSION: spec.model.version,
    MODEL_SERVER_URL: `http://${modelServerName(spec)}.${
      spec.namespace
    }.svc:${port}`,
    ...spec.agent.env,
  };
}
