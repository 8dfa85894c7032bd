import { isReady } from '../../facts/pods';
import { START_UP_UNKNOWN } from '../../facts/startUpUnknown';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** C09: whatever the HPA decides comes this much later. */
export const C09 = defineRule({
  id: 'C09',
  severity: 'warning',
  needs: ['pods'],
  title: { en: 'Slow start', zh: '启动缓慢' },
  message: {
    en: 'A pod takes {startUp} s from creation to Ready (90th percentile); new replicas help only after that.',
    zh: 'Pod 从创建到就绪需要 {startUp} 秒（第 90 百分位）；新副本在此之后才能起作用。',
  },
  remedy: {
    en: 'Keep the image and the weights on the nodes, load them faster, or trigger earlier with a lower target.',
    zh: '请在节点上缓存镜像和权重、加快加载，或用较低的目标提前触发。',
  },
  check: ({ startUpSeconds, thresholds, pods }) => {
    if (startUpSeconds === undefined) return START_UP_UNKNOWN;
    if (startUpSeconds <= thresholds.slowStartSeconds) return [];
    return [
      match(
        { startUp: startUpSeconds },
        ...pods
          .filter(isReady)
          .flatMap(pod => [
            at.pod(pod, 'metadata.creationTimestamp'),
            at.pod(pod, 'status.conditions[type=Ready].lastTransitionTime'),
          ]),
      ),
    ];
  },
});
