import { InputError, NotAllowedError } from '@backstage/errors';
import {
  formatObjectReference,
  KubernetesObject,
  objectReference,
} from '@suoke/agent-manifests';
import { ApplyConfig } from '../config/readAgentsConfig';

/** What an agent consists of. Anything else, a Secret or a role for example, is not for a template to write. */
const NAMESPACED_KINDS = new Set([
  'v1/ServiceAccount',
  'v1/Service',
  'apps/v1/Deployment',
  'autoscaling/v2/HorizontalPodAutoscaler',
  'autoscaling.k8s.io/v1/VerticalPodAutoscaler',
  'keda.sh/v1alpha1/ScaledObject',
  'policy/v1/PodDisruptionBudget',
  'networking.k8s.io/v1/NetworkPolicy',
]);

const CLUSTER_KINDS = new Set([
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding',
]);

/** Which objects to apply, in their order, and which to leave to somebody with more rights. */
export interface ApplyPlan {
  apply: KubernetesObject[];
  skip: { object: KubernetesObject; reason: string }[];
}

/**
 * Sorts manifests by what the configuration allows.
 *
 * @throws NotAllowedError for a namespace that is not configured; InputError for a kind that no agent has.
 */
export function planApply(
  objects: readonly KubernetesObject[],
  config: Pick<ApplyConfig, 'namespaces' | 'clusterScoped'>,
): ApplyPlan {
  const plan: ApplyPlan = { apply: [], skip: [] };
  for (const object of objects) {
    const type = `${object.apiVersion}/${object.kind}`;
    const name = formatObjectReference(objectReference(object));
    if (CLUSTER_KINDS.has(type)) {
      if (config.clusterScoped) {
        plan.apply.push(object);
      } else {
        plan.skip.push({
          object,
          reason:
            'cluster-scoped objects are off (agents.apply.clusterScoped); an administrator has to apply it',
        });
      }
      continue;
    }
    if (!NAMESPACED_KINDS.has(type)) {
      throw new InputError(
        `${name} of ${object.apiVersion} is no part of an agent and is not applied from a template; remove it from the manifests`,
      );
    }
    const namespace = object.metadata.namespace;
    if (!namespace || !config.namespaces.includes(namespace)) {
      throw new NotAllowedError(
        `${name}: namespace '${
          namespace ?? ''
        }' is not among agents.apply.namespaces; use ${
          config.namespaces.join(', ') || 'a namespace that is configured there'
        }`,
      );
    }
    plan.apply.push(object);
  }
  return plan;
}
