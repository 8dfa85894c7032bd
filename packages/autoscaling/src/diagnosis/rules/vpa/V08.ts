import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** The updater's flag `--min-replicas`. */
const DEFAULT_MIN_REPLICAS = 2;

/** V08: the updater leaves the last pods alone. */
export const V08 = defineRule({
  id: 'V08',
  severity: 'warning',
  needs: ['vpas', 'pods'],
  title: { en: 'Too few replicas to evict', zh: '副本过少，无法驱逐' },
  message: {
    en: 'VPA {vpa} evicts only from {needed} live pods on and there are {live}, although requests lie outside of the recommended range.',
    zh: 'VPA {vpa} 至少需要 {needed} 个存活 Pod 才会驱逐，当前为 {live} 个，而请求值已超出推荐范围。',
  },
  remedy: {
    en: 'Set updatePolicy.minReplicas: 1 if a short outage is acceptable, or use InPlaceOrRecreate.',
    zh: '若可接受短暂中断，请设置 updatePolicy.minReplicas: 1；否则使用 InPlaceOrRecreate。',
  },
  check: ({ vpas, pods }) =>
    vpas
      .filter(({ updates }) => updates)
      .flatMap(vpa => {
        const needed =
          vpa.object.spec.updatePolicy?.minReplicas ?? DEFAULT_MIN_REPLICAS;
        const outside = pods.filter(
          pod => vpa.priorityOf(pod).outsideRecommendedRange,
        );
        return pods.length < needed && outside.length > 0
          ? [
              match(
                { vpa: vpa.name, needed, live: pods.length },
                vpa.at('spec.updatePolicy.minReplicas', needed),
                ...outside.map(pod =>
                  at.pod(pod, 'spec.containers[0].resources.requests'),
                ),
              ),
            ]
          : [];
      }),
});
