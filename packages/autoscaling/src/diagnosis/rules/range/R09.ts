import { completeScaleDownRules } from '../../../hpa/defaults';
import { MINUTE } from '../../facts/Facts';
import { defineRule, match, insufficient } from '../../rule/Rule';
import type { HistorySample } from '../../snapshot/AgentSnapshot';

/** How often a series turns around. */
function turns(samples: readonly HistorySample[]): number {
  const directions = samples
    .slice(1)
    .map((sample, index) => Math.sign(sample.current - samples[index].current))
    .filter(direction => direction !== 0);
  return directions
    .slice(1)
    .filter((direction, index) => direction !== directions[index]).length;
}

/** R09: replicas that come and go pay for starting and never get to work. */
export const R09 = defineRule({
  id: 'R09',
  severity: 'warning',
  needs: ['hpas', 'history'],
  title: { en: 'Flapping', zh: '副本数来回波动' },
  message: {
    en: 'The replicas of HPA {hpa} changed direction {count} times in {minutes} min, between {lowest} and {highest}.',
    zh: 'HPA {hpa} 的副本数在 {minutes} 分钟内改变方向 {count} 次，介于 {lowest} 与 {highest} 之间。',
  },
  remedy: {
    en: 'Lengthen behavior.scaleDown.stabilizationWindowSeconds (now {window} s), smooth the metric, or widen the tolerance; replay both before you choose.',
    zh: '请延长 behavior.scaleDown.stabilizationWindowSeconds（当前 {window} 秒）、平滑指标或放宽容差；选择前请分别回放。',
  },
  check: facts => {
    const { flappingMinutes: minutes, flappingChanges } = facts.thresholds;
    const samples = facts.samplesOfLast(minutes * MINUTE);
    if (!samples) return insufficient(`history of ${minutes} minutes`);
    const count = turns(samples);
    const sizes = samples.map(({ current }) => current);
    if (count < flappingChanges) return [];
    return facts.hpas.map(hpa =>
      match(
        {
          hpa: hpa.name,
          count,
          minutes,
          lowest: Math.min(...sizes),
          highest: Math.max(...sizes),
          window: completeScaleDownRules(
            hpa.object.spec.behavior?.scaleDown,
            facts.hpaOptions.downscaleStabilizationSeconds,
          ).stabilizationWindowSeconds,
        },
        hpa.at('history.current', sizes.join(' ')),
        hpa.at('spec.behavior.scaleDown'),
      ),
    );
  },
});
