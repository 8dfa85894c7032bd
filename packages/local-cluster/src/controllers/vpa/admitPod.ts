import {
  amountOfQuantity,
  applyRecommendation,
  capForPod,
  cappingAnnotation,
  ContainerRecommendation,
  containerPolicyOf,
  controlledResourcesOf,
} from '@suoke/autoscaling';
import { Cluster } from '../../registry/Cluster';
import { Container, PodTemplate } from '../runtime/objects';
import { resources } from '../runtime/resources';
import { matchesSelector } from '../runtime/selectors';
import { VerticalPodAutoscaler } from './VpaRecommender';
import { targetOf } from './vpaTarget';

function actingVpaOf(
  cluster: Cluster,
  namespace: string,
  labels: Record<string, string> | undefined,
): VerticalPodAutoscaler | undefined {
  const key = resources.verticalPodAutoscalers;
  if (!cluster.machinery.registry.find(key)) return undefined;
  const vpas = cluster.list(key, { namespace }) as VerticalPodAutoscaler[];
  return vpas.find(
    vpa =>
      vpa.spec.updatePolicy?.updateMode !== 'Off' &&
      matchesSelector(targetOf(cluster, vpa).selector, labels),
  );
}

function admitContainer(
  vpa: VerticalPodAutoscaler,
  container: Container,
  recommendation: ContainerRecommendation,
): { container: Container; changes: string[] } {
  const policy = containerPolicyOf(vpa.spec, container.name);
  const sizes = { name: container.name, ...container.resources };
  const amounts = Object.fromEntries(
    controlledResourcesOf(policy).map(resource => [
      resource,
      amountOfQuantity(resource, recommendation.target[resource] ?? '0'),
    ]),
  );
  const capped = capForPod(amounts, sizes, policy);
  const { requests, limits } = applyRecommendation(
    sizes,
    capped.amounts,
    policy,
  );
  const changed = (kind: 'request' | 'limit', names: string[]) =>
    names.map(name => `${name} ${kind}`);
  const names = Object.keys(capped.amounts);
  return {
    container: {
      ...container,
      resources: { ...container.resources, requests, limits },
    },
    changes: [
      ...capped.cappings.map(cappingAnnotation),
      ...changed('request', names),
      ...changed(
        'limit',
        names.filter(name => limits[name] !== undefined),
      ),
    ],
  };
}

/**
 * What the VPA admission webhook does to a new pod: requests follow the recommendation, in every mode but `Off`.
 * Running pods are never touched: there is no updater here.
 */
export function admitPod(
  cluster: Cluster,
  namespace: string,
  pod: PodTemplate,
): PodTemplate {
  const vpa = actingVpaOf(cluster, namespace, pod.metadata?.labels);
  const recommendation = vpa?.status?.recommendation as
    | { containerRecommendations?: ContainerRecommendation[] }
    | undefined;
  const found = recommendation?.containerRecommendations ?? [];
  if (!vpa || found.length === 0) return pod;
  const notes: string[] = [];
  const containers = pod.spec.containers.map((container, index) => {
    const own = found.find(one => one.containerName === container.name);
    if (!own) return container;
    const admitted = admitContainer(vpa, container, own);
    notes.push(`container ${index}: ${admitted.changes.join(', ')}`);
    return admitted.container;
  });
  if (notes.length === 0) return pod;
  return {
    metadata: {
      ...pod.metadata,
      annotations: {
        ...pod.metadata?.annotations,
        vpaObservedContainers: containers.map(one => one.name).join(', '),
        vpaUpdates: `Pod resources updated by ${
          vpa.metadata.name
        }: ${notes.join('; ')}`,
      },
    },
    spec: { ...pod.spec, containers },
  };
}
