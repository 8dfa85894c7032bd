import { MINUTE } from '../../facts/Facts';
import { defineRule, match } from '../../rule/Rule';

/** Faults that have a rule of their own: V04 and V05. */
const OTHER_RULES = ['NoPodsMatched', 'ConfigUnsupported'];

/** V03: the recommender has nothing to say. */
export const V03 = defineRule({
  id: 'V03',
  severity: 'warning',
  needs: ['vpas'],
  title: { en: 'No recommendation', zh: '没有推荐值' },
  message: {
    en: 'VPA {vpa} is {minutes} min old and has no recommendation.',
    zh: 'VPA {vpa} 已创建 {minutes} 分钟，仍没有推荐值。',
  },
  remedy: {
    en: 'Check that the recommender runs and that metrics-server or its Prometheus has usage of the pods.',
    zh: '请确认 recommender 正在运行，且 metrics-server 或其 Prometheus 有这些 Pod 的用量。',
  },
  check: facts =>
    facts.vpas.flatMap(vpa => {
      const minutes = facts.ageOfObject(vpa.object) / MINUTE;
      const isExplained = OTHER_RULES.some(
        type => vpa.condition(type)?.status === 'True',
      );
      return vpa.recommendations.length === 0 &&
        !isExplained &&
        minutes > facts.thresholds.noRecommendationMinutes
        ? [
            match(
              { vpa: vpa.name, minutes: Math.floor(minutes) },
              vpa.at('status.conditions[type=RecommendationProvided]'),
              vpa.at('status.recommendation'),
            ),
          ]
        : [];
    }),
});
