import { isReady } from '../../facts/pods';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** M07: samples are there, but none of a pod that counts. */
export const M07 = defineRule({
  id: 'M07',
  severity: 'warning',
  needs: ['hpas', 'pods'],
  title: { en: 'No pod counts yet', zh: '尚无计入的 Pod' },
  message: {
    en: 'HPA {hpa} has no pod to measure: {ready} of {count} pods are ready, and CPU counts only {seconds} s after the start unless the pod was ready from the beginning.',
    zh: 'HPA {hpa} 没有可度量的 Pod：{count} 个 Pod 中有 {ready} 个就绪，且 CPU 在启动 {seconds} 秒后才计入（自始就绪者除外）。',
  },
  remedy: {
    en: 'Find out why the pods are not ready (probe, model load, image), and let the readiness probe answer as soon as the agent can.',
    zh: '请查明 Pod 未就绪的原因（探针、模型加载、镜像），并让就绪探针在智能体可用时立即通过。',
  },
  check: ({ hpas, pods, hpaOptions }) =>
    hpas.flatMap(hpa => {
      const failure = hpa.failure(
        /^FailedGet/,
        /did not receive metrics for (any|targeted)/,
      );
      if (!failure) return [];
      return [
        match(
          {
            hpa: hpa.name,
            ready: pods.filter(isReady).length,
            count: pods.length,
            seconds: hpaOptions.cpuInitializationPeriodSeconds,
          },
          failure.evidence,
          ...pods
            .filter(pod => !isReady(pod))
            .map(pod => at.pod(pod, 'status.conditions[type=Ready]')),
        ),
      ];
    }),
});
