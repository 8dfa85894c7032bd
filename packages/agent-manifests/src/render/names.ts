/** Name of the model server's Deployment, Service and NetworkPolicy. */
export function modelServerName(agent: { name: string }): string {
  return `${agent.name}-model-server`;
}

/** Name of the cluster-scoped policy; carries the namespace, because two namespaces may run an agent of one name. */
export function gpuPolicyName(agent: {
  name: string;
  namespace: string;
}): string {
  return `gpu-range.${agent.name}.${agent.namespace}`;
}

export const AGENT_CONTAINER = 'agent';
export const MODEL_SERVER_CONTAINER = 'model-server';
