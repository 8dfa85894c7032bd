import { MINUTE } from '../../facts/Facts';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** V25: a recommendation that nobody renews looks as good as a fresh one. */
export const V25 = defineRule({
  id: 'V25',
  severity: 'warning',
  needs: ['vpas', 'checkpoints', 'pods'],
  title: { en: 'Recommendation is stale', zh: '推荐值已过期' },
  message: {
    en: 'The checkpoint of container {container} of VPA {vpa} was last written {minutes} min ago, although {pods} pods run.',
    zh: 'VPA {vpa} 中容器 {container} 的检查点上次写入于 {minutes} 分钟前，而有 {pods} 个 Pod 正在运行。',
  },
  remedy: {
    en: 'Check that the VPA recommender runs and may write checkpoints.',
    zh: '请确认 VPA recommender 正在运行且有权写入检查点。',
  },
  check: facts =>
    (facts.snapshot.checkpoints ?? []).flatMap(checkpoint => {
      const minutes = facts.ageOf(checkpoint.status?.lastUpdateTime) / MINUTE;
      const { vpaObjectName, containerName } = checkpoint.spec;
      return minutes > facts.thresholds.staleCheckpointMinutes &&
        facts.pods.length > 0 &&
        facts.vpas.some(({ name }) => name === vpaObjectName)
        ? [
            match(
              {
                container: containerName,
                vpa: vpaObjectName,
                minutes: Math.floor(minutes),
                pods: facts.pods.length,
              },
              at.checkpoint(checkpoint, 'status.lastUpdateTime'),
            ),
          ]
        : [];
    }),
});
