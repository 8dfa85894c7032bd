import { defineRule, match } from '../../rule/Rule';

/** What to say of failures that have a rule of their own: H02 and H03. */
const OTHER_RULES = /could not find the requested resource|no matches for kind/;

/** H01: the controller asks for the scale of something that is not there. */
export const H01 = defineRule({
  id: 'H01',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'Scale target is missing', zh: '伸缩目标不存在' },
  message: {
    en: 'HPA {hpa} targets {target}, and its size cannot be read.',
    zh: 'HPA {hpa} 指向 {target}，但无法读取其副本数。',
  },
  remedy: {
    en: 'Correct kind, name or apiVersion of scaleTargetRef, create {target}, or delete the HPA.',
    zh: '请更正 scaleTargetRef 的 kind、name 或 apiVersion，创建 {target}，或删除该 HPA。',
  },
  check: ({ hpas, snapshot }) =>
    hpas.flatMap(hpa => {
      const failure = hpa.failure(/^FailedGetScale$/);
      if (!failure && snapshot.workload !== null) return [];
      if (failure && OTHER_RULES.test(failure.message)) return [];
      const { kind, name } = hpa.object.spec.scaleTargetRef;
      return [
        match(
          { hpa: hpa.name, target: `${kind}/${name}` },
          hpa.at('spec.scaleTargetRef'),
          ...(failure ? [failure.evidence] : []),
        ),
      ];
    }),
});
