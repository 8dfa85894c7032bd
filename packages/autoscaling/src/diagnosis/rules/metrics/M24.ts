import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

const SHARING = 'nvidia.com/gpu.sharing-strategy';

/** M24: pods that share a card all read the same number, that of the card. */
export const M24 = defineRule({
  id: 'M24',
  severity: 'warning',
  needs: ['hpas', 'nodes'],
  title: { en: 'Metric of a shared GPU', zh: '共享 GPU 的指标' },
  message: {
    en: 'HPA {hpa} scales on {metric} per pod, but node {node} shares its cards by time-slicing: every pod reads its neighbours too.',
    zh: 'HPA {hpa} 按每个 Pod 的 {metric} 伸缩，但节点 {node} 以时间片方式共享显卡：每个 Pod 读到的也包含其邻居。',
  },
  remedy: {
    en: 'Scale on a metric of requests: queue length, requests per second, latency.',
    zh: '请按请求类指标伸缩：队列长度、每秒请求数、延迟。',
  },
  check: ({ hpas, pods, snapshot }) => {
    const homes = new Set(pods.map(({ spec }) => spec?.nodeName));
    const shared = (snapshot.nodes ?? []).filter(
      ({ metadata }) =>
        metadata.labels?.[SHARING] === 'time-slicing' &&
        (pods.length === 0 || homes.has(metadata.name)),
    );
    return shared
      .slice(0, 1)
      .flatMap(node =>
        hpas.flatMap(hpa =>
          hpa.metrics
            .filter(({ name }) => /^DCGM_/i.test(name))
            .map(({ name, field }) =>
              match(
                { hpa: hpa.name, metric: name, node: node.metadata.name },
                hpa.at(field),
                at.node(node, `metadata.labels["${SHARING}"]`),
              ),
            ),
        ),
      );
  },
});
