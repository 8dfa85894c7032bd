import type {
  ResourceQuantities,
  VpaContainer,
  VpaDetail,
} from '@suoke/plugin-agent-scaling-common';
import type {
  ContainerTemplate,
  ResourceList,
  TargetReference,
  Vpa,
} from '../kubernetes/objects';
import { toResourceQuantities } from './resourceQuantities';
import { toVpaConditions } from './toCondition';

/** `Recreate` is what an absent mode means; `Auto` is kept as written because it is deprecated and worth showing. */
export function vpaUpdateMode(vpa: Vpa): string {
  return vpa.spec?.updatePolicy?.updateMode ?? 'Recreate';
}

/** Whether the recommender has said anything yet. */
export function hasRecommendation(vpa: Vpa): boolean {
  const { containerRecommendations = [] } = vpa.status?.recommendation ?? {};
  return containerRecommendations.length > 0;
}

/** A VerticalPodAutoscaler: policy and recommendation of each container beside what its pod template asks for now. */
export function toVpaDetail(
  vpa: Vpa,
  containers: readonly ContainerTemplate[],
): VpaDetail {
  const recommended = (
    vpa.status?.recommendation?.containerRecommendations ?? []
  ).map(recommendation => recommendation.containerName);
  const names = new Set([
    ...containers.map(container => container.name),
    // A container that a webhook injects is in the recommendation and not in the template.
    ...recommended,
  ]);
  return {
    name: vpa.metadata.name,
    createdAt: vpa.metadata.creationTimestamp,
    targetRef: toObjectRef(vpa.spec?.targetRef),
    updateMode: vpaUpdateMode(vpa),
    minReplicas: vpa.spec?.updatePolicy?.minReplicas,
    containers: [...names].map(name =>
      toVpaContainer(
        vpa,
        name,
        containers.find(container => container.name === name),
      ),
    ),
    conditions: toVpaConditions(vpa.status?.conditions),
  };
}

function toObjectRef(ref: TargetReference | undefined) {
  return (
    ref && { apiVersion: ref.apiVersion, kind: ref.kind ?? '', name: ref.name }
  );
}

function toVpaContainer(
  vpa: Vpa,
  name: string,
  template: ContainerTemplate | undefined,
): VpaContainer {
  const policies = vpa.spec?.resourcePolicy?.containerPolicies ?? [];
  const policy =
    policies.find(candidate => candidate.containerName === name) ??
    policies.find(candidate => candidate.containerName === '*');
  const recommendation =
    vpa.status?.recommendation?.containerRecommendations?.find(
      candidate => candidate.containerName === name,
    );
  return {
    name,
    mode: policy?.mode === 'Off' ? 'Off' : 'Auto',
    controlledResources: policy?.controlledResources ?? ['cpu', 'memory'],
    controlledValues:
      policy?.controlledValues === 'RequestsOnly'
        ? 'RequestsOnly'
        : 'RequestsAndLimits',
    ...given('minAllowed', policy?.minAllowed),
    ...given('maxAllowed', policy?.maxAllowed),
    ...given('lowerBound', recommendation?.lowerBound),
    ...given('target', recommendation?.target),
    ...given('upperBound', recommendation?.upperBound),
    ...given('uncappedTarget', recommendation?.uncappedTarget),
    ...given('requests', template?.resources?.requests),
    ...given('limits', template?.resources?.limits),
  };
}

function given<K extends string>(
  key: K,
  list: ResourceList | undefined,
): { [key in K]?: ResourceQuantities } {
  return (list ? { [key]: toResourceQuantities(list) } : {}) as {
    [key in K]?: ResourceQuantities;
  };
}
