import { HOUR, DAY } from '../../facts/Facts';
import { resample, steps } from '../../facts/history';
import { autocorrelation } from '../../facts/statistics';
import { defineRule, match, insufficient } from '../../rule/Rule';
import type { HistorySample } from '../../snapshot/AgentSnapshot';

/** Load for the eye of a day: what all pods use, or else how many there are. */
const load = ({ usage, current }: HistorySample) => usage?.cpuCores ?? current;

/** R13: an HPA answers load; what comes every day could be expected. */
export const R13 = defineRule({
  id: 'R13',
  severity: 'information',
  needs: ['hpas', 'history'],
  title: { en: 'Daily load is met too late', zh: '每日负载应对过晚' },
  message: {
    en: 'The load repeats every day (autocorrelation {correlation}), yet {late} of {ramps} ramps in {days} days began with a metric over its target.',
    zh: '负载每日重复（自相关 {correlation}），但 {days} 天内 {ramps} 次爬升中有 {late} 次开始时指标已超过目标。',
  },
  remedy: {
    en: 'Raise minReplicas before the ramps with a KEDA cron trigger, or scale on a forecast.',
    zh: '请用 KEDA cron 触发器在爬升前提高 minReplicas，或按预测伸缩。',
  },
  check: facts => {
    const { thresholds, hpaOptions } = facts;
    const days = thresholds.habitDays;
    const samples = facts.samplesOfLast(days * DAY);
    if (!samples) return insufficient(`history of ${days} days`);
    const correlation = autocorrelation(resample(samples, HOUR, load), 24);
    const ramps = steps(samples, 'up');
    if (ramps.length === 0 || correlation <= thresholds.seasonalCorrelation)
      return [];
    return facts.hpas.flatMap(hpa => {
      const late = ramps.filter(({ before }) =>
        hpa.metrics.some(
          ({ id, target }) =>
            (before.metrics?.[id] ?? 0) > target * (1 + hpaOptions.tolerance),
        ),
      ).length;
      return late / ramps.length > thresholds.breachedRampShare
        ? [
            match(
              { correlation, late, ramps: ramps.length, days },
              hpa.at('spec.minReplicas'),
            ),
          ]
        : [];
    });
  },
});
