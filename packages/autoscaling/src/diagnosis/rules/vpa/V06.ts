import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** V06: good advice that nobody follows. */
export const V06 = defineRule({
  id: 'V06',
  severity: 'information',
  needs: ['vpas', 'pods'],
  title: { en: 'Recommendation is not applied', zh: '推荐值未被应用' },
  message: {
    en: '{count} pods differ from the recommendation of VPA {vpa} by up to {percent} %, and mode {mode} does not change running pods.',
    zh: '{count} 个 Pod 与 VPA {vpa} 的推荐值相差最多 {percent} %，而 {mode} 模式不会改变运行中的 Pod。',
  },
  remedy: {
    en: 'Apply the recommendation to the requests in a reviewed change, or choose a mode that acts on a resource that no HPA reads.',
    zh: '请通过经评审的变更将推荐值写入请求值，或对 HPA 未使用的资源选择会生效的模式。',
  },
  check: ({ vpas, pods, thresholds }) =>
    vpas
      .filter(({ mode }) => mode === 'Off' || mode === 'Initial')
      .flatMap(vpa => {
        const drifts = pods.map(pod => ({
          pod,
          share: vpa.priorityOf(pod).resourceDiff,
        }));
        const far = drifts.filter(
          ({ share }) => share > thresholds.recommendationDriftShare,
        );
        return far.length === 0
          ? []
          : [
              match(
                {
                  vpa: vpa.name,
                  count: far.length,
                  percent: 100 * Math.max(...far.map(({ share }) => share)),
                  mode: vpa.mode,
                },
                vpa.at('spec.updatePolicy.updateMode'),
                ...vpa.recommendations.map(({ field }) =>
                  vpa.at(`${field}.target`),
                ),
                ...far.map(({ pod }) =>
                  at.pod(pod, 'spec.containers[0].resources.requests'),
                ),
              ),
            ];
      }),
});
