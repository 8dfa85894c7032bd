import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** R19: the size is a guess that was written down for the case of an outage. */
export const R19 = defineRule({
  id: 'R19',
  severity: 'error',
  needs: ['scaledObjects'],
  title: { en: 'KEDA fallback is active', zh: 'KEDA 回退已生效' },
  message: {
    en: 'ScaledObject {name} cannot read its metric and holds the fallback of {replicas} replicas.',
    zh: 'ScaledObject {name} 无法读取其指标，正保持回退值 {replicas} 个副本。',
  },
  remedy: {
    en: 'Repair the source of the trigger: address, authentication, query.',
    zh: '请修复触发器的数据源：地址、认证、查询。',
  },
  check: ({ snapshot }) =>
    (snapshot.scaledObjects ?? [])
      .filter(({ status }) =>
        status?.conditions?.some(
          ({ type, status: value }) => type === 'Fallback' && value === 'True',
        ),
      )
      .map(scaled =>
        match(
          {
            name: scaled.metadata.name,
            replicas: scaled.spec?.fallback?.replicas ?? '?',
          },
          at.scaledObject(scaled, 'status.conditions[type=Fallback]'),
          at.scaledObject(scaled, 'spec.fallback.replicas'),
        ),
      ),
});
