import { quantityToNumber } from '../../../quantity';
import { HOUR } from '../../facts/Facts';
import { oomKills } from '../../facts/pods';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** V19: memory is too small and nothing may make it larger. */
export const V19 = defineRule({
  id: 'V19',
  severity: 'error',
  needs: ['vpas', 'pods'],
  title: { en: 'OOM loop', zh: '反复内存不足' },
  message: {
    en: '{count} OOM kills in {hours} h, and VPA {vpa} cannot help: {reason}.',
    zh: '{hours} 小时内发生 {count} 次内存不足终止，而 VPA {vpa} 无能为力：{reason}。',
  },
  remedy: {
    en: 'Raise maxAllowed of memory, or apply the recommendation by hand.',
    zh: '请提高内存的 maxAllowed，或手动应用推荐值。',
  },
  check: facts => {
    const { oomHours: hours, oomKills: enough } = facts.thresholds;
    const kills = facts.pods.flatMap(pod =>
      oomKills(pod)
        .filter(({ finishedAt }) => facts.now - finishedAt <= hours * HOUR)
        .map(({ field, restarts }) => ({
          evidence: at.pod(pod, field),
          // Kubernetes keeps only the last end of a container; all restarts of a young pod fall into the time.
          count: facts.ageOfObject(pod) <= hours * HOUR ? restarts : 1,
        })),
    );
    const count = kills.reduce((sum, kill) => sum + kill.count, 0);
    if (count < enough) return [];
    return facts.vpas.flatMap(vpa => {
      const isCapped = vpa.recommendations.some(
        ({ recommendation: { target, uncappedTarget } }) =>
          quantityToNumber(uncappedTarget.memory ?? 0) >
          quantityToNumber(target.memory ?? 0),
      );
      if (vpa.acts && !isCapped) return [];
      return [
        match(
          {
            count,
            hours,
            vpa: vpa.name,
            reason: isCapped ? 'maxAllowed.memory' : 'updateMode Off',
          },
          ...kills.map(({ evidence }) => evidence),
          vpa.at('spec.updatePolicy.updateMode'),
          vpa.at('spec.resourcePolicy'),
        ),
      ];
    });
  },
});
