import { defineRule, match } from '../../rule/Rule';

/** V07: the name goes away; the behaviour is that of Recreate. */
export const V07 = defineRule({
  id: 'V07',
  severity: 'information',
  needs: ['vpas'],
  title: { en: 'Mode Auto is deprecated', zh: 'Auto 模式已弃用' },
  message: {
    en: 'VPA {vpa} has updateMode {mode}, which is deprecated and means Recreate.',
    zh: 'VPA {vpa} 的 updateMode 为 {mode}，它已弃用，等同于 Recreate。',
  },
  remedy: {
    en: 'Write Recreate, or InPlaceOrRecreate on Kubernetes 1.33 and newer.',
    zh: '请改为 Recreate，或在 Kubernetes 1.33 及以上版本使用 InPlaceOrRecreate。',
  },
  check: ({ vpas }) =>
    vpas
      .filter(({ mode }) => mode === 'Auto')
      .map(vpa =>
        match(
          { vpa: vpa.name, mode: vpa.mode },
          vpa.at('spec.updatePolicy.updateMode'),
        ),
      ),
});
