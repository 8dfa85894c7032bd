import { DAY } from '../../facts/Facts';
import { defineRule, match, insufficient } from '../../rule/Rule';

/** R04: a minimum that is never left is a fixed size. */
export const R04 = defineRule({
  id: 'R04',
  severity: 'information',
  needs: ['hpas', 'history'],
  title: { en: 'Always at the minimum', zh: '始终处于最小副本数' },
  message: {
    en: 'HPA {hpa} was at its minimum of {min} replicas for {share} % of the last {days} days.',
    zh: '在过去 {days} 天中，HPA {hpa} 有 {share} % 的时间处于最小值 {min} 个副本。',
  },
  remedy: {
    en: 'Lower minReplicas as far as availability allows, or the requests of each pod.',
    zh: '请在可用性允许的范围内降低 minReplicas，或降低每个 Pod 的请求值。',
  },
  check: facts => {
    const { habitDays: days, pinnedAtMinShare } = facts.thresholds;
    const samples = facts.samplesOfLast(days * DAY);
    if (!samples) return insufficient(`history of ${days} days`);
    return facts.hpas.flatMap(hpa => {
      const pinned = samples.filter(
        ({ current, min }) => current === (min ?? hpa.min),
      );
      const share = pinned.length / samples.length;
      // One replica is the least there is without scaling to zero.
      return share >= pinnedAtMinShare && hpa.min > 1
        ? [
            match(
              { hpa: hpa.name, min: hpa.min, share: share * 100, days },
              hpa.at('spec.minReplicas'),
            ),
          ]
        : [];
    });
  },
});
