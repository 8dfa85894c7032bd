import { updatePriority } from '../../vpa/updater/priority';
import { containerPolicyOf, controlledResourcesOf } from '../../vpa/policy';
import type { ContainerRecommendation } from '../../vpa/types';
import { at } from '../rule/at';
import type { Evidence } from '../rule/Finding';
import type {
  SnapshotCondition,
  SnapshotPod,
  SnapshotVpa,
} from '../snapshot/objects';

/** Modes in which the updater touches running pods. */
const UPDATING = ['Recreate', 'Auto', 'InPlaceOrRecreate', 'InPlace'];

/** A VPA with the questions that rules ask of it. */
export class VpaFacts {
  constructor(readonly object: SnapshotVpa) {}

  get name(): string {
    return this.object.metadata.name;
  }
  /** Recreate is the default of the API. */
  get mode(): string {
    return this.object.spec.updatePolicy?.updateMode ?? 'Recreate';
  }
  /** Whether it changes pods at all, be it only new ones. */
  get acts(): boolean {
    return this.mode !== 'Off';
  }
  /** Whether it changes running pods. */
  get updates(): boolean {
    return UPDATING.includes(this.mode);
  }

  /** Evidence at a path of the VPA. */
  at(field: string, value?: unknown): Evidence {
    return value === undefined
      ? at.vpa(this.object, field)
      : at.vpa(this.object, field, value);
  }

  condition(type: string): SnapshotCondition | undefined {
    return this.object.status?.conditions?.find(each => each.type === type);
  }

  policyOf(container: string) {
    return containerPolicyOf(this.object.spec, container);
  }

  /** Policies as written, each with its path. */
  get policies() {
    return (this.object.spec.resourcePolicy?.containerPolicies ?? []).map(
      (policy, index) => ({
        policy,
        field: `spec.resourcePolicy.containerPolicies[${index}]`,
      }),
    );
  }

  /** Whether it changes this resource of the container. */
  controls(container: string, resource: string): boolean {
    return (
      this.acts &&
      controlledResourcesOf(this.policyOf(container)).some(
        controlled => controlled === resource,
      )
    );
  }

  /** Recommendations, each with its path; missing amounts are empty. */
  get recommendations(): {
    field: string;
    recommendation: ContainerRecommendation;
  }[] {
    const list =
      this.object.status?.recommendation?.containerRecommendations ?? [];
    return list.map((each, index) => ({
      field: `status.recommendation.containerRecommendations[${index}]`,
      recommendation: {
        target: {},
        lowerBound: {},
        upperBound: {},
        uncappedTarget: {},
        ...each,
      },
    }));
  }

  /** How far a pod is from what is recommended. */
  priorityOf(pod: SnapshotPod) {
    return updatePriority(
      {
        name: pod.metadata.name,
        phase: pod.status?.phase ?? 'Pending',
        containers: (pod.spec?.containers ?? [])
          .filter(({ name }) => this.policyOf(name)?.mode !== 'Off')
          .map(({ name, resources }) => ({
            name,
            requests: resources?.requests,
          })),
      },
      this.recommendations.map(({ recommendation }) => recommendation),
    );
  }
}
