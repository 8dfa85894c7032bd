import { defineRule, match } from '../../rule/Rule';

/** API versions of workloads that no cluster serves any more. */
const GONE = /^(extensions\/v1beta1|apps\/v1beta[12])$/;

/** H03: the API version of the target is not served, so no kind is found. */
export const H03 = defineRule({
  id: 'H03',
  severity: 'error',
  needs: ['hpas'],
  title: { en: 'Wrong apiVersion of the target', zh: '目标的 apiVersion 错误' },
  message: {
    en: 'HPA {hpa} targets {kind} in {apiVersion}, which this cluster does not serve.',
    zh: 'HPA {hpa} 指向 {apiVersion} 中的 {kind}，而本集群不提供该版本。',
  },
  remedy: {
    en: 'Write the served version in scaleTargetRef.apiVersion: apps/v1 for a Deployment or StatefulSet.',
    zh: '请在 scaleTargetRef.apiVersion 中写明集群提供的版本：Deployment 或 StatefulSet 为 apps/v1。',
  },
  check: ({ hpas }) =>
    hpas.flatMap(hpa => {
      const { kind, apiVersion = '' } = hpa.object.spec.scaleTargetRef;
      const failure = hpa.failure(/^FailedGetScale$/, /no matches for kind/);
      if (!failure && !GONE.test(apiVersion)) return [];
      return [
        match(
          { hpa: hpa.name, kind, apiVersion },
          hpa.at('spec.scaleTargetRef.apiVersion'),
          ...(failure ? [failure.evidence] : []),
        ),
      ];
    }),
});
