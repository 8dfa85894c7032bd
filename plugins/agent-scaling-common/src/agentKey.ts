/** Names one agent: the cluster, the namespace and the name of its workload. @public */
export interface AgentKey {
  cluster: string;
  namespace: string;
  name: string;
}

/** `cluster/namespace/name`; Kubernetes forbids slashes in the last two, so it can be parsed back. @public */
export function stringifyAgentKey(key: AgentKey): string {
  return `${key.cluster}/${key.namespace}/${key.name}`;
}

/** The reverse of {@link stringifyAgentKey}; `undefined` when the text is not a key. @public */
export function parseAgentKey(text: string): AgentKey | undefined {
  const match = /^(.+)\/([^/]+)\/([^/]+)$/.exec(text);
  if (!match) {
    return undefined;
  }
  const [, cluster, namespace, name] = match;
  return { cluster, namespace, name };
}
