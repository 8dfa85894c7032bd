import { manifestsOfKind, readNumber } from '../../facts/manifests';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** Z02: without pods there is no CPU, so nothing could wake the target. The API server refuses it. */
export const Z02 = defineRule({
  id: 'Z02',
  severity: 'error',
  needs: ['manifests'],
  title: { en: 'Nothing could wake it from 0', zh: '没有指标能将其从 0 唤醒' },
  message: {
    en: 'HPA {hpa} in Git has minReplicas {min} and no Object or External metric.',
    zh: 'Git 中的 HPA {hpa} 的 minReplicas 为 {min}，却没有 Object 或 External 指标。',
  },
  remedy: {
    en: 'Add an Object or External metric, use a KEDA ScaledObject, or set minReplicas to 1.',
    zh: '请添加 Object 或 External 指标，使用 KEDA ScaledObject，或将 minReplicas 设为 1。',
  },
  check: ({ snapshot }) =>
    manifestsOfKind(snapshot, 'HorizontalPodAutoscaler').flatMap(manifest => {
      const metrics = (manifest.spec?.metrics ?? []) as { type?: string }[];
      const min = readNumber(manifest, 'spec.minReplicas');
      const canWake = metrics.some(
        ({ type }) => type === 'Object' || type === 'External',
      );
      return min === 0 && !canWake
        ? [
            match(
              { hpa: manifest.metadata.name, min },
              at.manifest(manifest, 'spec.minReplicas'),
              at.manifest(manifest, 'spec.metrics'),
            ),
          ]
        : [];
    }),
});
