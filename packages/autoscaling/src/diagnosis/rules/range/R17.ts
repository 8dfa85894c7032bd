import { START_UP_UNKNOWN } from '../../facts/startUpUnknown';
import { mean } from '../../facts/statistics';
import { defineRule, match, insufficient } from '../../rule/Rule';

/** R17: the CPU of starting up looks like load and calls for more pods that start up. */
export const R17 = defineRule({
  id: 'R17',
  severity: 'warning',
  needs: ['hpas', 'pods', 'podUsage'],
  title: { en: 'Start-up CPU counts as load', zh: '启动时的 CPU 被当作负载' },
  message: {
    en: 'A starting pod uses {ratio} times the CPU of a warm one and takes {startUp} s to become ready, but HPA {hpa} leaves out only the first {seconds} s.',
    zh: '启动中的 Pod 的 CPU 用量为热身后的 {ratio} 倍，且就绪需 {startUp} 秒，但 HPA {hpa} 只忽略最初 {seconds} 秒。',
  },
  remedy: {
    en: 'Add a startup probe so that the pod is not ready until it is warm, raise --horizontal-pod-autoscaler-cpu-initialization-period, or scale on requests instead of CPU.',
    zh: '请添加启动探针使 Pod 热身后才就绪、提高 --horizontal-pod-autoscaler-cpu-initialization-period，或改为按请求量而非 CPU 伸缩。',
  },
  check: ({ hpas, pods, startUpSeconds, snapshot, hpaOptions, thresholds }) => {
    const seconds = hpaOptions.cpuInitializationPeriodSeconds;
    if (startUpSeconds === undefined) return START_UP_UNKNOWN;
    if (startUpSeconds <= seconds) return [];
    const samples = (snapshot.podUsage ?? []).flatMap(
      ({ pod, at: instant, cpuCores }) => {
        const start = pods.find(({ metadata }) => metadata.name === pod)?.status
          ?.startTime;
        const age = (instant - Date.parse(start ?? '')) / 1000;
        return age >= 0 ? [{ isStarting: age < startUpSeconds, cpuCores }] : [];
      },
    );
    const meanOf = (isStarting: boolean) =>
      mean(
        samples
          .filter(sample => sample.isStarting === isStarting)
          .map(({ cpuCores }) => cpuCores),
      );
    const starting = meanOf(true);
    const warm = meanOf(false);
    if (starting === undefined || !warm)
      return insufficient('podUsage of starting and of warm pods');
    const ratio = starting / warm;
    return hpas.flatMap(hpa => {
      const metric = hpa.metrics.find(({ name }) => name === 'cpu');
      return metric && ratio > thresholds.startUpCpuRatio
        ? [
            match(
              { hpa: hpa.name, ratio, startUp: startUpSeconds, seconds },
              hpa.at(metric.field),
            ),
          ]
        : [];
    });
  },
});
