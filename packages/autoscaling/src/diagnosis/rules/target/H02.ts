import { defineRule, match } from '../../rule/Rule';

/** H02: the kind exists, but it has no `/scale`. */
export const H02 = defineRule({
  id: 'H02',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'Target cannot be scaled', zh: '目标不支持伸缩' },
  message: {
    en: 'HPA {hpa} targets {kind}/{name}, which has no scale subresource.',
    zh: 'HPA {hpa} 指向 {kind}/{name}，而它没有 scale 子资源。',
  },
  remedy: {
    en: 'Add subresources.scale to the CustomResourceDefinition of {kind}, or target the workload that owns the pods.',
    zh: '请在 {kind} 的 CustomResourceDefinition 中添加 subresources.scale，或改为指向拥有这些 Pod 的工作负载。',
  },
  check: ({ hpas }) =>
    hpas.flatMap(hpa => {
      const failure = hpa.failure(
        /^FailedGetScale$/,
        /could not find the requested resource/,
      );
      const { kind, name } = hpa.object.spec.scaleTargetRef;
      return failure
        ? [
            match(
              { hpa: hpa.name, kind, name },
              hpa.at('spec.scaleTargetRef'),
              failure.evidence,
            ),
          ]
        : [];
    }),
});
