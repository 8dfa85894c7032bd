import { AgentSpec } from '../spec/AgentSpec';
import { AGENT_LABEL } from './labels';

/** A catalog entity as it is written in `catalog-info.yaml`. */
export interface CatalogComponent {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    title?: string;
    description?: string;
    labels: Record<string, string>;
    annotations: Record<string, string>;
    tags: string[];
  };
  spec: Record<string, unknown>;
}

/** The agent in the software catalog. Its model is a dependency, so the model's page lists the agents it serves. */
export function renderCatalogComponent(spec: AgentSpec): CatalogComponent {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: spec.name,
      ...(spec.title && { title: spec.title }),
      ...(spec.description && { description: spec.description }),
      labels: { [AGENT_LABEL]: spec.name },
      annotations: {
        'backstage.io/kubernetes-id': spec.name,
        'backstage.io/kubernetes-namespace': spec.namespace,
      },
      tags: ['ai-agent', spec.modelServer.framework],
    },
    spec: {
      type: 'ai-agent',
      lifecycle: spec.lifecycle,
      owner: spec.owner,
      system: spec.system,
      dependsOn: [`aimodel:default/${spec.model.name}`],
    },
  };
}
