import {
  podRequest,
  requestedResources,
  isExtendedResource,
} from '../../facts/containers';
import { roomFor } from '../../facts/nodes';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** U06: more cards than the cluster has. */
export const U06 = defineRule({
  id: 'U06',
  severity: 'error',
  needs: ['hpas', 'workload', 'nodes'],
  title: { en: 'Maximum needs more GPUs', zh: '最大副本数需要更多 GPU' },
  message: {
    en: 'At {max} replicas {needed} {resource} are needed, and the cluster has room for {room} such pods.',
    zh: '在 {max} 个副本时需要 {needed} 个 {resource}，而集群只能容纳 {room} 个这样的 Pod。',
  },
  remedy: {
    en: 'Lower maxReplicas to {room}, add GPU nodes, or share cards.',
    zh: '请将 maxReplicas 降至 {room}、增加 GPU 节点，或共享显卡。',
  },
  check: ({ hpas, workload, containers, snapshot }) => {
    const { nodes = [] } = snapshot;
    if (!workload) return [];
    return hpas.flatMap(hpa =>
      requestedResources(containers)
        .filter(isExtendedResource)
        .flatMap(resource => {
          const request = podRequest(containers, resource);
          if (!request) return [];
          const room = roomFor(nodes, resource, request);
          return room >= hpa.max
            ? []
            : [
                match(
                  {
                    max: hpa.max,
                    needed: (hpa.max * request) / 1000,
                    resource,
                    room,
                  },
                  hpa.at('spec.maxReplicas'),
                  ...containers.map(({ field }) =>
                    at.workload(
                      workload,
                      `${field}.resources.limits["${resource}"]`,
                    ),
                  ),
                ),
              ];
        }),
    );
  },
});
