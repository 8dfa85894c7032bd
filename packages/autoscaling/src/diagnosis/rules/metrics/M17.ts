import { tolerancesOf } from '../../../hpa/tolerance';
import { defineRule, match } from '../../rule/Rule';

/** M17: 10 % of many replicas is several replicas that are never added and never removed. */
export const M17 = defineRule({
  id: 'M17',
  severity: 'warning',
  needs: ['hpas'],
  title: { en: 'Tolerance hides whole pods', zh: '容差掩盖了整个 Pod' },
  message: {
    en: 'At {current} replicas the tolerance of {percent} % lets HPA {hpa} ignore a load of {pods} pods.',
    zh: '在 {current} 个副本时，{percent} % 的容差使 HPA {hpa} 忽略相当于 {pods} 个 Pod 的负载。',
  },
  remedy: {
    en: 'Set behavior.scaleUp.tolerance and behavior.scaleDown.tolerance to less, such as 0.02 (on by default since Kubernetes 1.35).',
    zh: '请将 behavior.scaleUp.tolerance 和 behavior.scaleDown.tolerance 设得更小，例如 0.02（自 Kubernetes 1.35 起默认可用）。',
  },
  check: ({ hpas, hpaOptions, thresholds }) =>
    hpas.flatMap(hpa => {
      const { up, down } = tolerancesOf(hpa.object.spec.behavior, hpaOptions);
      const tolerance = Math.max(up, down);
      const pods = hpa.current * tolerance;
      return pods < thresholds.deadBandPods
        ? []
        : [
            match(
              {
                hpa: hpa.name,
                current: hpa.current,
                percent: tolerance * 100,
                pods,
              },
              hpa.at('status.currentReplicas'),
              hpa.at('spec.behavior'),
            ),
          ];
    }),
});
