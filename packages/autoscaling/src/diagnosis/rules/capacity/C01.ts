import { MINUTE } from '../../facts/Facts';
import { unschedulable } from '../../facts/pods';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** What the scheduler says of cards; C06 has a word of its own for that. */
const GPU = /Insufficient \S*(gpu|mig)/i;

/** C01: replicas that exist on paper. */
export const C01 = defineRule({
  id: 'C01',
  severity: 'error',
  needs: ['pods'],
  title: { en: 'Pods find no node', zh: 'Pod 找不到节点' },
  message: {
    en: '{count} pods have been Pending for up to {minutes} min: {problem}',
    zh: '{count} 个 Pod 处于 Pending 已达 {minutes} 分钟：{problem}',
  },
  remedy: {
    en: 'Add nodes, lower the requests, or correct what the scheduler names: tolerations, affinity, the zone of a volume.',
    zh: '请增加节点、降低请求值，或修正调度器指出的问题：容忍度、亲和性、存储卷所在可用区。',
  },
  check: facts => {
    const waiting = facts.pods.flatMap(pod => {
      const condition = unschedulable(pod);
      const since =
        condition?.lastTransitionTime ?? pod.metadata.creationTimestamp;
      const minutes = facts.ageOf(since) / MINUTE;
      return condition &&
        !GPU.test(condition.message ?? '') &&
        minutes > facts.thresholds.pendingMinutes
        ? [{ pod, minutes, message: condition.message ?? '' }]
        : [];
    });
    if (waiting.length === 0) return [];
    return [
      match(
        {
          count: waiting.length,
          minutes: Math.floor(Math.max(...waiting.map(each => each.minutes))),
          problem: waiting[0].message,
        },
        ...waiting.map(({ pod }) =>
          at.pod(pod, 'status.conditions[type=PodScheduled]'),
        ),
      ),
    ];
  },
});
