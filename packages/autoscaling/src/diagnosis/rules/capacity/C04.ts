import { formatMilli } from '../../../quantity';
import { podRequest } from '../../facts/containers';
import { roomFor, usableNodes } from '../../facts/nodes';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** C04: even with nothing else on them the nodes cannot hold the maximum. GPUs are U06. */
export const C04 = defineRule({
  id: 'C04',
  severity: 'warning',
  needs: ['hpas', 'workload', 'nodes'],
  title: { en: 'Maximum does not fit the nodes', zh: '最大副本数超出节点容量' },
  message: {
    en: 'The {nodes} usable nodes have room for {room} pods of {request} {resource}, even when empty; the maximum is {max}.',
    zh: '{nodes} 个可用节点即使为空也只能容纳 {room} 个 {resource} 请求为 {request} 的 Pod；而最大值为 {max}。',
  },
  remedy: {
    en: 'Lower maxReplicas or the requests, add nodes, or make sure that a node autoscaler may add them.',
    zh: '请降低 maxReplicas 或请求值、增加节点，或确认节点自动伸缩器可以增加节点。',
  },
  check: ({ hpas, workload, containers, snapshot }) => {
    const nodes = usableNodes(snapshot);
    if (!workload) return [];
    return hpas.flatMap(hpa =>
      (['cpu', 'memory'] as const).flatMap(resource => {
        const request = podRequest(containers, resource);
        if (!request) return [];
        const room = roomFor(nodes, resource, request);
        return room >= hpa.max
          ? []
          : [
              match(
                {
                  nodes: nodes.length,
                  room,
                  request: formatMilli(
                    request,
                    resource === 'memory' ? 'BinarySI' : 'DecimalSI',
                  ),
                  resource,
                  max: hpa.max,
                },
                hpa.at('spec.maxReplicas'),
                ...containers.map(({ field }) =>
                  at.workload(
                    workload,
                    `${field}.resources.requests.${resource}`,
                  ),
                ),
              ),
            ];
      }),
    );
  },
});
