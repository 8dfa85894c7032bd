import { defineRule, match } from '../../rule/Rule';

/** Z01: an HPA leaves a target alone that somebody else put to 0. */
export const Z01 = defineRule({
  id: 'Z01',
  severity: 'warning',
  needs: ['hpas'],
  title: { en: 'Scaled to 0 by hand', zh: '被手动缩至 0' },
  message: {
    en: '{target} has 0 replicas that HPA {hpa} did not set, so the HPA is off until somebody sets more.',
    zh: '{target} 的 0 个副本并非由 HPA {hpa} 设置，因此在有人调高之前该 HPA 处于停用状态。',
  },
  remedy: {
    en: 'Set the replicas of {target} to 1 or more; the HPA takes over from there.',
    zh: '请将 {target} 的副本数设为 1 或更多；之后由 HPA 接管。',
  },
  check: ({ hpas }) =>
    hpas
      .filter(
        hpa =>
          hpa.conditionWith('ScalingActive', 'False', 'ScalingDisabled') &&
          hpa.condition('ScaledToZero')?.status !== 'True',
      )
      .map(hpa =>
        match(
          {
            hpa: hpa.name,
            target: hpa.object.spec.scaleTargetRef.name,
          },
          hpa.conditionAt('ScalingActive'),
          hpa.at('status.currentReplicas'),
        ),
      ),
});
