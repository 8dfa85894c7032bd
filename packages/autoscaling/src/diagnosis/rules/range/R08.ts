import { defineRule, match } from '../../rule/Rule';

/** R08: one direction is switched off. */
export const R08 = defineRule({
  id: 'R08',
  severity: 'information',
  needs: ['hpas'],
  title: { en: 'A direction is disabled', zh: '某一方向已禁用' },
  message: {
    en: 'HPA {hpa} never goes in one direction: selectPolicy of {direction} is Disabled.',
    zh: 'HPA {hpa} 永不向某一方向伸缩：{direction} 的 selectPolicy 为 Disabled。',
  },
  remedy: {
    en: 'Confirm that this is meant, or remove selectPolicy from behavior.{direction}.',
    zh: '请确认这是有意为之，否则从 behavior.{direction} 中移除 selectPolicy。',
  },
  check: ({ hpas }) =>
    hpas.flatMap(hpa =>
      (['scaleUp', 'scaleDown'] as const)
        .filter(
          direction =>
            hpa.object.spec.behavior?.[direction]?.selectPolicy === 'Disabled',
        )
        .map(direction =>
          match(
            { hpa: hpa.name, direction },
            hpa.at(`spec.behavior.${direction}.selectPolicy`),
          ),
        ),
    ),
});
