import { defineRule, match } from '../../rule/Rule';

/** M09: a new HPA has had no pass with samples yet. */
export const M09 = defineRule({
  id: 'M09',
  severity: 'information',
  needs: ['hpas'],
  title: { en: 'HPA is new', zh: 'HPA 刚刚创建' },
  message: {
    en: 'HPA {hpa} was made {age} s ago and has no values of {names} yet.',
    zh: 'HPA {hpa} 创建于 {age} 秒前，尚无 {names} 的数值。',
  },
  remedy: {
    en: 'Wait until it is {seconds} s old: a pass runs every 15 s, and samples take as long again.',
    zh: '请等到它创建满 {seconds} 秒：控制器每 15 秒运行一次，采样也需要同样的时间。',
  },
  check: facts =>
    facts.hpas.flatMap(hpa => {
      const seconds = facts.thresholds.settlingSeconds;
      const age = facts.ageOfObject(hpa.object) / 1000;
      const waiting = hpa.metrics.filter(
        ({ current }) => current === undefined,
      );
      return age < seconds && waiting.length > 0
        ? [
            match(
              {
                hpa: hpa.name,
                age,
                seconds,
                names: waiting.map(({ name }) => name).join(', '),
              },
              hpa.at('metadata.creationTimestamp'),
              hpa.at('status.currentMetrics'),
            ),
          ]
        : [];
    }),
});
