import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** H10: KEDA writes its HPA again at the next change of the ScaledObject, and the edit is gone. */
export const H10 = defineRule({
  id: 'H10',
  severity: 'warning',
  needs: ['hpas', 'scaledObjects'],
  title: { en: "KEDA's HPA was edited", zh: 'KEDA 的 HPA 被手工修改' },
  message: {
    en: 'HPA {hpa} says {min} to {max} replicas, its ScaledObject {wantedMin} to {wantedMax}.',
    zh: 'HPA {hpa} 的范围是 {min} 至 {max} 个副本，而其 ScaledObject 为 {wantedMin} 至 {wantedMax}。',
  },
  remedy: {
    en: 'Edit the ScaledObject; KEDA writes the HPA from it.',
    zh: '请修改 ScaledObject；KEDA 会据此写入 HPA。',
  },
  check: ({ hpas, snapshot }) =>
    hpas.flatMap(hpa => {
      const scaled = (snapshot.scaledObjects ?? []).find(
        ({ metadata }) => metadata.name === hpa.scaledObjectName,
      );
      if (!scaled) return [];
      const { minReplicaCount = 0, maxReplicaCount = 100 } = scaled.spec ?? {};
      // From 0 to 1 KEDA scales itself; its HPA never goes below 1.
      const wantedMin = Math.max(1, minReplicaCount);
      if (hpa.min === wantedMin && hpa.max === maxReplicaCount) return [];
      const editors = (hpa.object.metadata.managedFields ?? []).filter(
        ({ manager = '', fieldsV1 }) =>
          !/keda/.test(manager) && fieldsV1?.['f:spec'] !== undefined,
      );
      return [
        match(
          {
            hpa: hpa.name,
            min: hpa.min,
            max: hpa.max,
            wantedMin,
            wantedMax: maxReplicaCount,
          },
          hpa.at('spec.minReplicas'),
          hpa.at('spec.maxReplicas'),
          at.scaledObject(scaled, 'spec.minReplicaCount'),
          at.scaledObject(scaled, 'spec.maxReplicaCount'),
          ...editors.map(({ manager }) =>
            hpa.at(`metadata.managedFields[manager=${manager}]`, manager),
          ),
        ),
      ];
    }),
});
