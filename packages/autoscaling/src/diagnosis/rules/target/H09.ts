import { sameTarget } from '../../facts/targetKey';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

const TRANSFER = 'scaledobject.keda.sh/transfer-hpa-ownership';

/** H09: KEDA makes an HPA of its own, so a plain one beside it is a second master. */
export const H09 = defineRule({
  id: 'H09',
  severity: 'error',
  needs: ['hpas', 'scaledObjects'],
  title: { en: 'HPA beside a ScaledObject', zh: 'HPA 与 ScaledObject 并存' },
  message: {
    en: 'HPA {hpa} and ScaledObject {scaledObject} both scale {target}.',
    zh: 'HPA {hpa} 与 ScaledObject {scaledObject} 同时伸缩 {target}。',
  },
  remedy: {
    en: 'Delete HPA {hpa}, or let KEDA take it over: annotation scaledobject.keda.sh/transfer-hpa-ownership: "true" and its name in advanced.horizontalPodAutoscalerConfig.name.',
    zh: '请删除 HPA {hpa}，或让 KEDA 接管：添加注解 scaledobject.keda.sh/transfer-hpa-ownership: "true"，并在 advanced.horizontalPodAutoscalerConfig.name 中写明其名称。',
  },
  check: ({ hpas, snapshot }) =>
    (snapshot.scaledObjects ?? []).flatMap(scaled =>
      hpas
        .filter(hpa => {
          const { annotations } = scaled.metadata;
          const isTransferred =
            annotations?.[TRANSFER] === 'true' &&
            scaled.spec?.advanced?.horizontalPodAutoscalerConfig?.name ===
              hpa.name;
          return (
            hpa.scaledObjectName === undefined &&
            !isTransferred &&
            sameTarget(
              scaled.spec?.scaleTargetRef,
              hpa.object.spec.scaleTargetRef,
            )
          );
        })
        .map(hpa =>
          match(
            {
              hpa: hpa.name,
              scaledObject: scaled.metadata.name,
              target: hpa.object.spec.scaleTargetRef.name,
            },
            hpa.at('spec.scaleTargetRef'),
            at.scaledObject(scaled, 'spec.scaleTargetRef'),
          ),
        ),
    ),
});
