import { KubernetesObject } from '../kubernetes/KubernetesObject';

/** The namespace of agents, held to the restricted Pod Security Standard that the rendered pods meet. */
export function renderNamespace(namespace: {
  name: string;
  partOf: string;
}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace.name,
      labels: {
        'app.kubernetes.io/part-of': namespace.partOf,
        'pod-security.kubernetes.io/enforce': 'restricted',
      },
    },
  };
}
