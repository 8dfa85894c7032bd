import { LintRule } from '../LintRule';
import { targetKey } from '../Manifests';
import { readScaledObject } from '../Autoscaler';

/** H09: KEDA makes an HPA of a ScaledObject, so a plain one on the same target is a second. */
export const hpaBesideScaledObject: LintRule = {
  id: 'H09',
  severity: 'error',
  remedy: {
    en: 'Remove the HorizontalPodAutoscaler, or hand it over with the annotation scaledobject.keda.sh/transfer-hpa-ownership.',
    zh: '删除该 HorizontalPodAutoscaler，或用注解 scaledobject.keda.sh/transfer-hpa-ownership 移交所有权。',
  },
  check({ hpas, scaledObjects }) {
    const scaled = new Map(
      scaledObjects.map(object => [
        targetKey(object, readScaledObject(object).target),
        object,
      ]),
    );
    return hpas.flatMap(hpa => {
      const owner = scaled.get(targetKey(hpa, hpa.spec?.scaleTargetRef));
      const transferred =
        owner?.metadata.annotations?.[
          'scaledobject.keda.sh/transfer-hpa-ownership'
        ] === 'true';
      if (!owner || transferred) return [];
      return [
        {
          object: hpa,
          field: 'spec.scaleTargetRef',
          message: {
            en: `ScaledObject ${owner.metadata.name} scales the same target.`,
            zh: `ScaledObject ${owner.metadata.name} 也在伸缩同一目标。`,
          },
        },
      ];
    });
  },
};
