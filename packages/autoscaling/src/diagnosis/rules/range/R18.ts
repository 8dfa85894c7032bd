import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

const PAUSED = 'autoscaling.keda.sh/paused';
const PAUSED_REPLICAS = 'autoscaling.keda.sh/paused-replicas';

/** R18: a pause that somebody forgot overrides everything that is configured. */
export const R18 = defineRule({
  id: 'R18',
  severity: 'warning',
  needs: ['scaledObjects'],
  title: { en: 'KEDA is paused', zh: 'KEDA 已暂停' },
  message: {
    en: 'ScaledObject {name} is paused by annotation {annotation}: {value}; nothing scales.',
    zh: 'ScaledObject {name} 被注解 {annotation}: {value} 暂停；不会进行任何伸缩。',
  },
  remedy: {
    en: 'Remove annotation {annotation} when the reason for the pause is over.',
    zh: '暂停原因消除后，请移除注解 {annotation}。',
  },
  check: ({ snapshot }) =>
    (snapshot.scaledObjects ?? []).flatMap(scaled => {
      const annotations = scaled.metadata.annotations ?? {};
      return [PAUSED, PAUSED_REPLICAS]
        .filter(name => (annotations[name] ?? 'false') !== 'false')
        .slice(0, 1)
        .map(annotation =>
          match(
            {
              name: scaled.metadata.name,
              annotation,
              value: annotations[annotation],
            },
            at.scaledObject(scaled, `metadata.annotations["${annotation}"]`),
          ),
        );
    }),
});
