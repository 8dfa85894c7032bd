import { sizeFor } from '../environments/sizeFor';
import { SizedAgent } from '../environments/SizedAgent';
import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { AgentSpec } from '../spec/AgentSpec';
import { Environment } from '../spec/environments';
import { renderAgentDeployment } from './agentDeployment';
import { renderAgentService } from './agentService';
import { renderGpuPolicy } from './gpuPolicy';
import { renderHorizontalPodAutoscaler } from './horizontalPodAutoscaler';
import { renderModelServerDeployment } from './modelServerDeployment';
import { renderModelServerService } from './modelServerService';
import { renderNetworkPolicy } from './networkPolicy';
import { renderPodDisruptionBudget } from './podDisruptionBudget';
import { renderScaledObject } from './scaledObject';
import { renderServiceAccount } from './serviceAccount';
import { renderVerticalPodAutoscaler } from './verticalPodAutoscaler';

/**
 * Every object of one agent, in an order that can be applied: what others refer to comes first, and the GPU policy
 * before the Deployment that it judges. The namespace is not part of it, see `renderNamespace`.
 *
 * @param options.environment - which sizes to use; without it, the spec as it stands.
 */
export function renderAgent(
  spec: AgentSpec,
  options: { environment?: Environment } = {},
): KubernetesObject[] {
  const sized: SizedAgent = options.environment
    ? sizeFor(spec, options.environment)
    : { spec, logLevel: 'info', spread: false };
  return renderSized(sized);
}

function renderSized(sized: SizedAgent): KubernetesObject[] {
  const { spec } = sized;
  const { gpu } = spec.modelServer;
  return [
    renderServiceAccount(spec),
    ...(gpu ? renderGpuPolicy(spec, gpu) : []),
    renderAgentDeployment(sized),
    renderAgentService(spec),
    spec.scaling.provider === 'keda'
      ? renderScaledObject(spec)
      : renderHorizontalPodAutoscaler(spec),
    ...(spec.verticalScaling
      ? [renderVerticalPodAutoscaler(spec, spec.verticalScaling)]
      : []),
    renderPodDisruptionBudget(spec),
    renderModelServerDeployment(sized),
    renderModelServerService(spec),
    ...(spec.networkPolicy.enabled ? [renderNetworkPolicy(spec)] : []),
  ];
}
