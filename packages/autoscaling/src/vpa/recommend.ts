/** `status.recommendation` of a VPA. Mirrors the recommender's loop: estimate, post-process, cap. */
import { AutoscalingInputError } from '../errors';
import { quantitiesOf } from './amounts';
import { capToPolicy, type Capping } from './capping';
import type { ContainerUsage } from './ContainerUsage';
import { estimateContainer } from './estimate';
import {
  DEFAULT_VPA_RECOMMENDER_OPTIONS,
  type VpaRecommenderOptions,
} from './options';
import { containerPolicyOf, controlledResourcesOf } from './policy';
import type {
  ContainerRecommendation,
  ResourceAmounts,
  VpaSpec,
} from './types';

export interface VpaRecommendation {
  /** As in `status.recommendation`, sorted by container name. */
  containerRecommendations: ContainerRecommendation[];
  /** Why the target of a container differs from its `uncappedTarget`, by container name. */
  cappings: Readonly<Record<string, readonly Capping[]>>;
}

export interface VpaRecommendInput {
  spec: Pick<VpaSpec, 'resourcePolicy'>;
  /** What was seen of each container, by name. */
  usage: Readonly<Record<string, ContainerUsage>>;
  /** Containers in a pod of the target; the pod's minimum is spread over them. Default: the number of `usage`. */
  containersPerPod?: number;
  /** Containers whose cpu is rounded up to whole cores (annotation `vpa-post-processor.kubernetes.io/<container>_integerCPU`). */
  integerCpuContainers?: readonly string[];
}

function roundUp(amount: number, step: number): number {
  return Math.ceil(amount / step) * step;
}

/**
 * Recommends requests for each container that the VPA controls.
 *
 * @throws {@link AutoscalingInputError} for a container count below 1 or a policy whose quantities cannot be read
 */
export function recommendResources(
  input: VpaRecommendInput,
  options: Partial<VpaRecommenderOptions> = {},
): VpaRecommendation {
  const resolved = { ...DEFAULT_VPA_RECOMMENDER_OPTIONS, ...options };
  const names = Object.keys(input.usage).sort();
  const containersPerPod = input.containersPerPod ?? Math.max(names.length, 1);
  if (!Number.isInteger(containersPerPod) || containersPerPod < 1) {
    throw new AutoscalingInputError({
      field: 'containersPerPod',
      problem: `${containersPerPod} is not a number of containers`,
      remedy: 'pass a whole number of at least 1',
    });
  }
  const cappings: Record<string, readonly Capping[]> = {};
  const containerRecommendations = names.flatMap(
    (containerName): ContainerRecommendation[] => {
      const policy = containerPolicyOf(input.spec, containerName);
      const resources = controlledResourcesOf(policy);
      if (resources.length === 0) return [];
      const estimated = estimateContainer(
        input.usage[containerName],
        containersPerPod,
        resources,
        resolved,
      );
      const cpuStep = input.integerCpuContainers?.includes(containerName)
        ? 1000
        : resolved.roundCpuMillicores;
      const postProcess = (amounts: ResourceAmounts): ResourceAmounts =>
        amounts.cpu === undefined
          ? amounts
          : { ...amounts, cpu: roundUp(amounts.cpu, cpuStep) };
      const cap = (amounts: ResourceAmounts) =>
        capToPolicy(amounts, policy, resolved.globalMaxAllowed);
      const uncapped = postProcess(estimated.target);
      const target = cap(uncapped);
      cappings[containerName] = target.cappings;
      return [
        {
          containerName,
          target: quantitiesOf(target.amounts),
          lowerBound: quantitiesOf(
            cap(postProcess(estimated.lowerBound)).amounts,
          ),
          upperBound: quantitiesOf(
            cap(postProcess(estimated.upperBound)).amounts,
          ),
          uncappedTarget: quantitiesOf(uncapped),
        },
      ];
    },
  );
  return { containerRecommendations, cappings };
}
