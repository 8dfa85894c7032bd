import { MINUTE } from '../../facts/Facts';
import { eventEvidence } from '../../facts/events';
import { defineRule, match } from '../../rule/Rule';

/** How Cluster Autoscaler and Karpenter say that they may not add a node. */
const AT_LIMIT =
  /max node group size reached|max cluster (cpu|memory|size)|exceed(s|ed)? (the )?limits?|limits? .*exceeded/i;

/** C05: the cluster could grow, but somebody set a limit. */
export const C05 = defineRule({
  id: 'C05',
  severity: 'error',
  needs: ['events'],
  title: {
    en: 'Node autoscaler is at its limit',
    zh: '节点自动伸缩器已达上限',
  },
  message: {
    en: 'No node is added for {name}: {problem}',
    zh: '不会为 {name} 增加节点：{problem}',
  },
  remedy: {
    en: 'Raise the maximum of the node group or the limits of the NodePool.',
    zh: '请提高节点组的最大值或 NodePool 的 limits。',
  },
  check: facts =>
    facts
      .eventsOfLast(facts.thresholds.recentEventMinutes * MINUTE)
      .filter(
        ({ reason, message = '' }) =>
          /^(NotTriggerScaleUp|FailedScheduling)$/.test(reason ?? '') &&
          AT_LIMIT.test(message),
      )
      .slice(0, 1)
      .map(event =>
        match(
          {
            name: event.involvedObject?.name ?? '',
            problem: event.message ?? '',
          },
          eventEvidence(event),
        ),
      ),
});
