import { quantityToNumber } from '../../../quantity';
import { checkpointConfidence } from '../../../vpa/confidence';
import { defineRule, match } from '../../rule/Rule';

/** V27: after a day wide bounds are not ignorance but a load that changes much. Young recommendations are V16. */
export const V27 = defineRule({
  id: 'V27',
  severity: 'information',
  needs: ['vpas', 'checkpoints'],
  title: { en: 'Bounds are wide', zh: '上下界差距过大' },
  message: {
    en: 'The {resource} bounds of {container} in VPA {vpa} are {lower} to {upper}, a factor of {ratio}: the load is volatile.',
    zh: 'VPA {vpa} 中 {container} 的 {resource} 上下界为 {lower} 至 {upper}，相差 {ratio} 倍：负载波动大。',
  },
  remedy: {
    en: 'Answer a volatile load with replicas (HPA) rather than with size.',
    zh: '对波动的负载，请用副本数（HPA）而非规格来应对。',
  },
  check: ({ vpas, snapshot, thresholds }) =>
    vpas.flatMap(vpa =>
      vpa.recommendations.flatMap(({ field, recommendation }) => {
        const { containerName, lowerBound, upperBound } = recommendation;
        const checkpoint = (snapshot.checkpoints ?? []).find(
          ({ spec }) =>
            spec.vpaObjectName === vpa.name &&
            spec.containerName === containerName,
        );
        if (!checkpoint?.status || checkpointConfidence(checkpoint.status).low)
          return [];
        return Object.keys(lowerBound).flatMap(resource => {
          const lower = quantityToNumber(lowerBound[resource]);
          const upper = quantityToNumber(upperBound[resource] ?? 0);
          const ratio = upper / lower;
          return ratio > thresholds.wideBoundsRatio && lower > 0
            ? [
                match(
                  {
                    vpa: vpa.name,
                    container: containerName,
                    resource,
                    lower: lowerBound[resource],
                    upper: upperBound[resource],
                    ratio,
                  },
                  vpa.at(`${field}.lowerBound.${resource}`),
                  vpa.at(`${field}.upperBound.${resource}`),
                ),
              ]
            : [];
        });
      }),
    ),
});
