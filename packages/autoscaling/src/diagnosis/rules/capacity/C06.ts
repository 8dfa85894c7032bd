import { unschedulable } from '../../facts/pods';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** C06: cards are whole and few. */
export const C06 = defineRule({
  id: 'C06',
  severity: 'error',
  needs: ['pods'],
  title: { en: 'GPUs are exhausted', zh: 'GPU 已耗尽' },
  message: {
    en: '{count} pods wait for {resource} that no node has free.',
    zh: '{count} 个 Pod 在等待 {resource}，而没有节点有空闲。',
  },
  remedy: {
    en: 'Add GPU nodes, share cards (MIG, time-slicing), or lower maxReplicas to what the cards carry.',
    zh: '请增加 GPU 节点、共享显卡（MIG、时间片），或将 maxReplicas 降至显卡可承载的数量。',
  },
  check: ({ pods }) => {
    const waiting = pods.flatMap(pod => {
      const resource = /Insufficient (\S*(?:gpu|mig)[^\s,.]*)/i.exec(
        unschedulable(pod)?.message ?? '',
      )?.[1];
      return resource ? [{ pod, resource }] : [];
    });
    if (waiting.length === 0) return [];
    return [
      match(
        { count: waiting.length, resource: waiting[0].resource },
        ...waiting.map(({ pod }) =>
          at.pod(pod, 'status.conditions[type=PodScheduled]'),
        ),
      ),
    ];
  },
});
