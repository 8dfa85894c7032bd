import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { renderAgent } from '../render/renderAgent';
import { AgentSpec } from '../spec/AgentSpec';
import { Environment } from '../spec/environments';
import { strategicPatch } from './strategicPatch';

/**
 * What an environment changes of a rendered agent, as patches for kustomize. Applied to `renderAgent(spec)` they give
 * `renderAgent(spec, { environment })`.
 */
export function renderOverlay(
  spec: AgentSpec,
  environment: Environment,
): KubernetesObject[] {
  const sized = renderAgent(spec, { environment });
  // Both lists come from the same renderer, so they have the same objects in the same order.
  return renderAgent(spec).flatMap(
    (object, index) => strategicPatch(object, sized[index]) ?? [],
  );
}
