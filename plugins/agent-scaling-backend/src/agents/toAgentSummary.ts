import type {
  AgentSummary,
  ModelRef,
  ScaleChange,
} from '@suoke/plugin-agent-scaling-common';
import type { AgentObjects } from './AgentObjects';
import { toAttention } from './toAttention';
import { toMetrics } from './toMetrics';
import { isLivePod, isReadyPod } from './toPodDetail';
import { toReplicas } from './toReplicas';
import { hasRecommendation, vpaUpdateMode } from './toVpaDetail';

/** One row of the list of agents. Equal objects give an equal row, apart from the graces that `now` decides. */
export function toAgentSummary(objects: AgentObjects, now: Date): AgentSummary {
  const { key, deployment, scaledObject, vpa, entity, cluster } = objects;
  const hpa = objects.hpas[0];
  const live = objects.pods.filter(isLivePod);
  const replicas = toReplicas(objects);
  const metrics = hpa ? toMetrics(hpa, scaledObject) : [];
  const model = toModelRef(objects);
  const lastScale = toLastScale(objects);
  return {
    cluster: key.cluster,
    namespace: key.namespace,
    name: key.name,
    ...(entity?.title && { title: entity.title }),
    ...(entity && { entityRef: entity.entityRef }),
    ...(entity?.owner && { owner: entity.owner }),
    ...(entity?.system && { system: entity.system }),
    workload: {
      apiVersion: deployment?.apiVersion ?? 'apps/v1',
      kind: 'Deployment',
      name: key.name,
    },
    ...(hpa && {
      autoscaler: scaledObject
        ? { kind: 'ScaledObject', name: scaledObject.metadata.name }
        : { kind: 'HorizontalPodAutoscaler', name: hpa.metadata.name },
    }),
    replicas,
    pods: { ready: live.filter(isReadyPod).length, total: live.length },
    attention: toAttention(objects, { replicas, metrics, now }),
    metrics,
    ...(lastScale && { lastScale }),
    ...(vpa && {
      vpa: {
        name: vpa.metadata.name,
        updateMode: vpaUpdateMode(vpa),
        hasRecommendation: hasRecommendation(vpa),
      },
    }),
    ...(model && { model }),
    simulated: cluster.simulated,
  };
}

/** History knows numbers and reason, the HPA only when; the newer one wins, and within a minute they mean the same change. */
function toLastScale(objects: AgentObjects): ScaleChange | undefined {
  const at = objects.hpas[0]?.status?.lastScaleTime;
  const { lastScale } = objects;
  if (!at || !lastScale) {
    return lastScale ?? (at ? { at } : undefined);
  }
  return Date.parse(at) - Date.parse(lastScale.at) > 60_000
    ? { at }
    : lastScale;
}

/**
 * The model of an agent: which one from the catalog, which version from the labels of the running model server. Without a version label
 * the tag of the server's image is the best that is known.
 */
export function toModelRef(objects: AgentObjects): ModelRef | undefined {
  const { entity, modelServer } = objects;
  if (!entity?.model && !modelServer) {
    return undefined;
  }
  const { metadata, spec } = modelServer?.deployment ?? {};
  const labels = {
    ...metadata?.annotations,
    ...metadata?.labels,
  };
  const image = spec?.template?.spec?.containers?.find(
    container => container.name === 'model-server',
  )?.image;
  const name =
    labels['ai.suoke.life/model'] ?? entity?.model?.split('/').at(-1);
  const version =
    labels['ai.suoke.life/model-version'] ??
    labels['app.kubernetes.io/version'] ??
    /:([^:/@]+)(?:@.*)?$/.exec(image ?? '')?.[1];
  const framework = labels['ai.suoke.life/framework'];
  return {
    ...(entity?.model && { entityRef: entity.model }),
    ...(name && { name }),
    ...(version && { version }),
    ...(framework && { framework }),
    ...(metadata && { server: metadata.name }),
  };
}
