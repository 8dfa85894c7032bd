import { MINUTE } from '../../facts/Facts';
import { oomKills } from '../../facts/pods';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** C12: fewer pods with the same load, and some of them die of it. */
export const C12 = defineRule({
  id: 'C12',
  severity: 'warning',
  needs: ['pods', 'history'],
  title: { en: 'Pods die after scaling down', zh: '缩容后 Pod 崩溃' },
  message: {
    en: '{count} of {total} OOM kills came within {minutes} min of a scale-down, for example in {pod}.',
    zh: '{total} 次内存不足终止中有 {count} 次发生在缩容后 {minutes} 分钟内，例如 {pod}。',
  },
  remedy: {
    en: 'Raise the memory limit, or lower the target so that each pod carries less; slow scaling down in behavior.scaleDown.',
    zh: '请提高内存限制，或降低目标以减轻每个 Pod 的负载；并在 behavior.scaleDown 中放慢缩容。',
  },
  check: ({ pods, snapshot, thresholds }) => {
    const minutes = thresholds.restartAfterScaleDownMinutes;
    const downs = (snapshot.history?.scaleEvents ?? []).filter(
      ({ from, to }) => from !== undefined && to !== undefined && to < from,
    );
    const kills = pods.flatMap(pod =>
      oomKills(pod).map(kill => ({ pod, ...kill })),
    );
    const late = kills.filter(({ finishedAt }) =>
      downs.some(
        event =>
          finishedAt >= event.at && finishedAt <= event.at + minutes * MINUTE,
      ),
    );
    // As many at other times, and the scale-down is not the cause.
    if (late.length === 0 || late.length <= kills.length / 2) return [];
    return [
      match(
        {
          count: late.length,
          total: kills.length,
          minutes,
          pod: late[0].pod.metadata.name,
        },
        ...late.map(({ pod, field }) => at.pod(pod, field)),
      ),
    ];
  },
});
