import { matchesLabels, type LabelRequirement } from '@suoke/autoscaling';
import type { Deployment, Hpa, Vpa } from '../kubernetes/objects';

export const AGENT_LABEL = 'ai.suoke.life/agent';
export const COMPONENT_LABEL = 'app.kubernetes.io/component';
export const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const MODEL_SERVER = 'model-server';

/** Which workloads are agents. */
export interface AgentSelector {
  /** Workloads whose labels meet all of these are agents. */
  labels: readonly LabelRequirement[];
  /** Workloads that an HPA scales and that name a catalog entity are agents too, whatever their labels. */
  autoscaledEntities: boolean;
}

/** Whether a Deployment is an agent. */
export function isAgent(
  deployment: Deployment,
  options: { selector: AgentSelector; isAutoscaled: boolean },
): boolean {
  const { selector, isAutoscaled } = options;
  const { labels } = deployment.metadata;
  if (matchesLabels(selector.labels, labels ?? {})) {
    return true;
  }
  return (
    selector.autoscaledEntities &&
    isAutoscaled &&
    kubernetesId(deployment) !== undefined &&
    labels?.[COMPONENT_LABEL] !== MODEL_SERVER
  );
}

/** The id that joins an object with a catalog entity; a label in most charts, an annotation in some. */
export function kubernetesId(object: {
  metadata: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
}): string | undefined {
  const { labels, annotations } = object.metadata;
  return labels?.[KUBERNETES_ID] ?? annotations?.[KUBERNETES_ID];
}

/** Name of the agent that a Deployment serves the model of; `undefined` when it is no model server. */
export function agentOfModelServer(deployment: Deployment): string | undefined {
  const { labels } = deployment.metadata;
  return labels?.[COMPONENT_LABEL] === MODEL_SERVER
    ? labels[AGENT_LABEL]
    : undefined;
}

/** The Deployment that an autoscaler acts on. The version of the API group says nothing about the target. */
export function targetedDeployment(autoscaler: Hpa | Vpa): string | undefined {
  const ref =
    (autoscaler as Hpa).spec?.scaleTargetRef ??
    (autoscaler as Vpa).spec?.targetRef;
  const isDeployment =
    ref?.kind === 'Deployment' &&
    (ref.apiVersion === undefined ||
      /^(apps|extensions)\//.test(ref.apiVersion));
  return isDeployment ? ref.name : undefined;
}
