import { LintRule } from '../LintRule';
import { targetKey } from '../Manifests';

/** V17: two VPAs on one workload; which of them counts is not defined. */
export const twoVpasOneTarget: LintRule = {
  id: 'V17',
  severity: 'error',
  remedy: {
    en: 'Keep one VerticalPodAutoscaler.',
    zh: '只保留一个 VerticalPodAutoscaler。',
  },
  check({ vpas }) {
    const first = new Map<string, string>();
    return vpas.flatMap(vpa => {
      const key = targetKey(vpa, vpa.spec?.targetRef);
      const owner = first.get(key);
      if (owner === undefined) {
        first.set(key, vpa.metadata.name);
        return [];
      }
      return [
        {
          object: vpa,
          field: 'spec.targetRef',
          message: {
            en: `VerticalPodAutoscaler ${owner} has the same target.`,
            zh: `VerticalPodAutoscaler ${owner} 的目标相同。`,
          },
        },
      ];
    });
  },
};
