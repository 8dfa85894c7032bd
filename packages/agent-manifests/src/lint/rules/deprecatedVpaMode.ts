import { LintRule } from '../LintRule';

/** V07: Auto is deprecated and means Recreate. */
export const deprecatedVpaMode: LintRule = {
  id: 'V07',
  severity: 'info',
  remedy: {
    en: 'Use InPlaceOrRecreate (Kubernetes 1.33 or later) or Recreate.',
    zh: '请使用 InPlaceOrRecreate（Kubernetes 1.33 及以上）或 Recreate。',
  },
  check: ({ vpas }) =>
    vpas
      .filter(({ spec }) => spec?.updatePolicy?.updateMode === 'Auto')
      .map(vpa => ({
        object: vpa,
        field: 'spec.updatePolicy.updateMode',
        message: {
          en: 'The update mode Auto is deprecated.',
          zh: '更新模式 Auto 已弃用。',
        },
      })),
};
