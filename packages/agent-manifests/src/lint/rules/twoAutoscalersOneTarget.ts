import { LintRule } from '../LintRule';
import { targetKey } from '../Manifests';

/** H06: two HPAs on one target undo each other's decisions. */
export const twoAutoscalersOneTarget: LintRule = {
  id: 'H06',
  severity: 'error',
  remedy: {
    en: 'Keep one HorizontalPodAutoscaler and move the metrics of the others into it.',
    zh: '只保留一个 HorizontalPodAutoscaler，并把其他的指标合并到其中。',
  },
  check({ hpas }) {
    const first = new Map<string, string>();
    return hpas.flatMap(hpa => {
      const key = targetKey(hpa, hpa.spec?.scaleTargetRef);
      const owner = first.get(key);
      if (owner === undefined) {
        first.set(key, hpa.metadata.name);
        return [];
      }
      return [
        {
          object: hpa,
          field: 'spec.scaleTargetRef',
          message: {
            en: `The target is already scaled by HorizontalPodAutoscaler ${owner}.`,
            zh: `该目标已由 HorizontalPodAutoscaler ${owner} 伸缩。`,
          },
        },
      ];
    });
  },
};
