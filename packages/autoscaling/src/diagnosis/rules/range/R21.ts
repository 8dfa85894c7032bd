import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** R21: what people expect of the cooldown, the stabilization window does. */
export const R21 = defineRule({
  id: 'R21',
  severity: 'information',
  needs: ['scaledObjects'],
  title: { en: 'Cooldown has no effect', zh: '冷却时间不起作用' },
  message: {
    en: 'ScaledObject {name} sets cooldownPeriod {seconds} s, which acts only on the way to 0 replicas, and its minimum is {min}.',
    zh: 'ScaledObject {name} 设置了 cooldownPeriod {seconds} 秒，它只在缩至 0 个副本时起作用，而其最小值为 {min}。',
  },
  remedy: {
    en: 'To slow scaling down set advanced.horizontalPodAutoscalerConfig.behavior.scaleDown; remove cooldownPeriod.',
    zh: '如需减缓缩容，请设置 advanced.horizontalPodAutoscalerConfig.behavior.scaleDown，并移除 cooldownPeriod。',
  },
  check: ({ snapshot }) =>
    (snapshot.scaledObjects ?? []).flatMap(scaled => {
      const {
        minReplicaCount: min = 0,
        cooldownPeriod,
        idleReplicaCount,
      } = scaled.spec ?? {};
      return cooldownPeriod !== undefined &&
        min >= 1 &&
        idleReplicaCount === undefined
        ? [
            match(
              { name: scaled.metadata.name, seconds: cooldownPeriod, min },
              at.scaledObject(scaled, 'spec.cooldownPeriod'),
              at.scaledObject(scaled, 'spec.minReplicaCount'),
            ),
          ]
        : [];
    }),
});
