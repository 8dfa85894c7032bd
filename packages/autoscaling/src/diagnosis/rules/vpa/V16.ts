import { checkpointConfidence } from '../../../vpa/confidence';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** V16: no component sets the LowConfidence condition, so it is computed from the checkpoint. */
export const V16 = defineRule({
  id: 'V16',
  severity: 'information',
  needs: ['vpas', 'checkpoints'],
  title: { en: 'Recommendation is young', zh: '推荐值依据不足' },
  message: {
    en: 'VPA {vpa} knows container {container} for {days} days: the upper bound is still multiplied by {multiplier}.',
    zh: 'VPA {vpa} 对容器 {container} 只有 {days} 天的历史：上界仍会乘以 {multiplier}。',
  },
  remedy: {
    en: 'Wait for a day of samples before you act on the bounds.',
    zh: '请等待积累一天的样本后再依据上下界采取行动。',
  },
  check: ({ vpas, snapshot }) =>
    (snapshot.checkpoints ?? []).flatMap(checkpoint => {
      const { vpaObjectName, containerName } = checkpoint.spec;
      const isKnown = vpas.some(({ name }) => name === vpaObjectName);
      if (!checkpoint.status || !isKnown) return [];
      const { low, days, upperMultiplier } = checkpointConfidence(
        checkpoint.status,
      );
      return low
        ? [
            match(
              {
                vpa: vpaObjectName,
                container: containerName,
                days,
                multiplier: Number.isFinite(upperMultiplier)
                  ? upperMultiplier
                  : '∞',
              },
              at.checkpoint(checkpoint, 'status.totalSamplesCount'),
              at.checkpoint(checkpoint, 'status.firstSampleStart'),
              at.checkpoint(checkpoint, 'status.lastSampleStart'),
            ),
          ]
        : [];
    }),
});
