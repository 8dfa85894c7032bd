/** Any Kubernetes object as it is written in a manifest. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: KubernetesMetadata;
  [field: string]: unknown;
}

/** The part of `metadata` that a manifest sets. */
export interface KubernetesMetadata {
  name: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

/** Names one object in a message: who reads a finding must be able to find the manifest. */
export interface ObjectReference {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/** The reference of an object. */
export function objectReference(object: KubernetesObject): ObjectReference {
  const { apiVersion, kind, metadata } = object;
  return metadata.namespace
    ? { apiVersion, kind, namespace: metadata.namespace, name: metadata.name }
    : { apiVersion, kind, name: metadata.name };
}

/** `HorizontalPodAutoscaler suoke-agents/xiaoai`, for logs and sentences. */
export function formatObjectReference(reference: ObjectReference): string {
  const { kind, namespace, name } = reference;
  return namespace ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}
