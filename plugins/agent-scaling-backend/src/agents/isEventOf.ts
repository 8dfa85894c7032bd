import type { KubernetesEvent } from '../kubernetes/objects';
import type { AgentObjects } from './AgentObjects';
import { toDeploymentName } from './ownerNames';

/** A test for events of an agent: of its workload and model server with their ReplicaSets and pods, also gone ones, and of its autoscalers. */
export function isEventOf(
  objects: AgentObjects,
): (event: KubernetesEvent) => boolean {
  const { key, hpas, vpa, scaledObject, modelServer } = objects;
  const workloads = [key.name, modelServer?.deployment.metadata.name];
  const autoscalers = new Set([
    ...hpas.map(hpa => `HorizontalPodAutoscaler/${hpa.metadata.name}`),
    `VerticalPodAutoscaler/${vpa?.metadata.name}`,
    `ScaledObject/${scaledObject?.metadata.name}`,
  ]);
  return event => {
    const { kind, name = '' } = event.involvedObject ?? {};
    const workload = toDeploymentName(kind, name);
    return (
      autoscalers.has(`${kind}/${name}`) ||
      (workload !== undefined && workloads.includes(workload))
    );
  };
}
