import {
  AgentSpec,
  documentToYaml,
  Environment,
  KubernetesObject,
  renderAdapterRule,
  renderAgent,
  renderCatalogComponent,
  toYaml,
} from '@suoke/agent-manifests';

const AUTOSCALERS = [
  'HorizontalPodAutoscaler',
  'ScaledObject',
  'VerticalPodAutoscaler',
];

/** The content of an agent's folder, by relative path. */
export interface AgentFiles {
  files: Record<string, string>;
  objects: KubernetesObject[];
}

/**
 * Composes the folder of an agent: its specification (to render again), its catalog entity, and manifests that
 * `kubectl apply -k manifests` takes as they are.
 */
export function agentFiles(
  spec: AgentSpec,
  environment: Environment | undefined,
): AgentFiles {
  const objects = renderAgent(spec, { environment });
  const isAutoscaler = ({ kind }: KubernetesObject) =>
    AUTOSCALERS.includes(kind);
  const adapterRule =
    spec.scaling.provider === 'adapter' ? renderAdapterRule(spec) : undefined;
  return {
    objects,
    files: {
      'agent.yaml': documentToYaml(spec),
      'catalog-info.yaml': documentToYaml(renderCatalogComponent(spec)),
      'manifests/agent.yaml': toYaml(
        objects.filter(object => !isAutoscaler(object)),
      ),
      'manifests/autoscaling.yaml': toYaml(objects.filter(isAutoscaler)),
      'manifests/kustomization.yaml': documentToYaml({
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        resources: ['agent.yaml', 'autoscaling.yaml'],
      }),
      ...(adapterRule && {
        'monitoring/prometheus-adapter-values.yaml': documentToYaml({
          rules: { custom: [adapterRule] },
        }),
      }),
    },
  };
}
