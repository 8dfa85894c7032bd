import type {
  AgentDetail,
  DisruptionBudget,
  PodDetail,
} from '@suoke/plugin-agent-scaling-common';
import type { Pod, PodDisruptionBudget } from '../kubernetes/objects';
import type { AgentDetailObjects } from './AgentObjects';
import { toAgentEvents } from './toAgentEvents';
import { toAgentSummary, toModelRef } from './toAgentSummary';
import { toHpaDetail } from './toHpaDetail';
import { toKedaDetail } from './toKedaDetail';
import { toPodDetail } from './toPodDetail';
import { toVpaDetail } from './toVpaDetail';
import { toWorkloadDetail } from './toWorkloadDetail';

const MAX_EVENTS = 200;

/** Everything about one agent, for its page. */
export function toAgentDetail(
  objects: AgentDetailObjects,
  now: Date,
): AgentDetail {
  const { deployment, scaledObject, vpa, modelServer, usage } = objects;
  const [hpa, ...others] = objects.hpas;
  const toPods = (pods: readonly Pod[]): PodDetail[] =>
    [...pods]
      .sort((left, right) => age(left) - age(right))
      .map(pod => toPodDetail(pod, usage.get(pod.metadata.name)));
  return {
    ...toAgentSummary(objects, now),
    ...(hpa && { hpa: toHpaDetail(hpa, scaledObject) }),
    otherAutoscalers: others.map(other => other.metadata.name),
    ...(vpa && {
      vpaDetail: toVpaDetail(
        vpa,
        deployment?.spec?.template?.spec?.containers ?? [],
      ),
    }),
    ...(scaledObject && { keda: toKedaDetail(scaledObject) }),
    ...(deployment && { deployment: toWorkloadDetail(deployment) }),
    podList: toPods(objects.pods),
    ...(modelServer && {
      modelServer: {
        model: toModelRef(objects) ?? {},
        workload: toWorkloadDetail(modelServer.deployment),
        pods: toPods(modelServer.pods),
      },
    }),
    disruptionBudgets: objects.disruptionBudgets.map(toDisruptionBudget),
    events: toAgentEvents(objects.events, MAX_EVENTS),
    freshness: objects.cluster.resources,
    asOf: now.toISOString(),
  };
}

function age(pod: Pod): number {
  return Date.parse(pod.metadata.creationTimestamp ?? '') || 0;
}

function toDisruptionBudget(budget: PodDisruptionBudget): DisruptionBudget {
  const { metadata, spec = {}, status = {} } = budget;
  return {
    name: metadata.name,
    ...(spec.minAvailable !== undefined && {
      minAvailable: String(spec.minAvailable),
    }),
    ...(spec.maxUnavailable !== undefined && {
      maxUnavailable: String(spec.maxUnavailable),
    }),
    disruptionsAllowed: status.disruptionsAllowed ?? 0,
    currentHealthy: status.currentHealthy ?? 0,
    desiredHealthy: status.desiredHealthy ?? 0,
    expectedPods: status.expectedPods ?? 0,
  };
}
