import { MINUTE } from '../../facts/Facts';
import { defineRule, match, insufficient } from '../../rule/Rule';

/** R14: the decision is made, and nobody carries it out. */
export const R14 = defineRule({
  id: 'R14',
  severity: 'error',
  needs: ['hpas', 'history'],
  title: { en: 'Replicas do not follow', zh: '副本数未跟随' },
  message: {
    en: 'HPA {hpa} has wanted {desired} replicas for {minutes} min, and there are still {current}.',
    zh: 'HPA {hpa} 想要 {desired} 个副本已有 {minutes} 分钟，但仍为 {current} 个。',
  },
  remedy: {
    en: 'Look at the capacity findings (pending pods, quota, failing starts) and at the permission to write the scale of the target.',
    zh: '请查看容量类问题（Pod 待调度、配额、启动失败），以及写入目标 scale 的权限。',
  },
  check: facts => {
    const minutes = facts.thresholds.stuckMinutes;
    const samples = facts.samplesOfLast(minutes * MINUTE);
    if (!samples) return insufficient(`history of ${minutes} minutes`);
    return facts.hpas
      .filter(
        ({ current, desired, min, max }) =>
          current !== desired &&
          current > min &&
          current < max &&
          samples.every(
            sample =>
              sample.current === current && sample.desired !== sample.current,
          ),
      )
      .map(hpa =>
        match(
          {
            hpa: hpa.name,
            desired: hpa.desired,
            current: hpa.current,
            minutes,
          },
          hpa.at('status.desiredReplicas'),
          hpa.at('status.currentReplicas'),
        ),
      );
  },
});
