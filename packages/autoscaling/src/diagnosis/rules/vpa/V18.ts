import { MINUTE } from '../../facts/Facts';
import { podCondition } from '../../facts/pods';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** V18: the resize was asked for, and the node has no room. */
export const V18 = defineRule({
  id: 'V18',
  severity: 'warning',
  needs: ['pods'],
  title: { en: 'Resize in place is stuck', zh: '原地调整停滞' },
  message: {
    en: 'The resize of pod {pod} has been {state} for {minutes} min.',
    zh: 'Pod {pod} 的原地调整处于 {state} 已有 {minutes} 分钟。',
  },
  remedy: {
    en: 'Make room on its node, or use InPlaceOrRecreate so that the pod may move.',
    zh: '请在其节点上腾出空间，或使用 InPlaceOrRecreate 使 Pod 可以迁移。',
  },
  check: facts => {
    const patience = {
      PodResizePending: facts.thresholds.resizeDeferredMinutes,
      PodResizeInProgress: facts.thresholds.resizeInProgressMinutes,
    };
    return facts.pods.flatMap(pod =>
      (['PodResizePending', 'PodResizeInProgress'] as const).flatMap(type => {
        const condition = podCondition(pod, type);
        const minutes = facts.ageOf(condition?.lastTransitionTime) / MINUTE;
        return condition?.status === 'True' && minutes > patience[type]
          ? [
              match(
                {
                  pod: pod.metadata.name,
                  state: condition.reason ?? type,
                  minutes: Math.floor(minutes),
                },
                at.pod(pod, `status.conditions[type=${type}]`),
              ),
            ]
          : [];
      }),
    );
  },
});
