import { MINUTE } from '../../facts/Facts';
import { mean } from '../../facts/statistics';
import { defineRule, match, insufficient } from '../../rule/Rule';
import { at } from '../../rule/at';

/** M20: the average is calm while one pod drowns. */
export const M20 = defineRule({
  id: 'M20',
  severity: 'warning',
  needs: ['hpas', 'pods', 'podUsage'],
  title: { en: 'One pod carries the load', zh: '负载集中在单个 Pod' },
  message: {
    en: 'For {minutes} min pod {pod} has used {ratio} times the mean CPU of {count} pods, and the average stays below the target.',
    zh: '在 {minutes} 分钟内，Pod {pod} 的 CPU 用量为 {count} 个 Pod 平均值的 {ratio} 倍，而平均值仍低于目标。',
  },
  remedy: {
    en: 'Spread the load: long-lived connections, gRPC without client-side balancing and session affinity tie it to one pod. The HPA cannot help.',
    zh: '请分散负载：长连接、无客户端均衡的 gRPC 和会话保持都会将负载绑定到单个 Pod。HPA 对此无能为力。',
  },
  check: ({ hpas, pods, snapshot, now, thresholds }) => {
    const minutes = thresholds.hotPodMinutes;
    const samples = (snapshot.podUsage ?? []).filter(
      sample => sample.at >= now - minutes * MINUTE,
    );
    const oldest = Math.min(...samples.map(sample => sample.at));
    if (oldest > now - 0.8 * minutes * MINUTE)
      return insufficient(`podUsage of ${minutes} minutes`);
    const loads = pods.flatMap(pod => {
      const own = samples.filter(({ pod: name }) => name === pod.metadata.name);
      const cpu = mean(own.map(({ cpuCores }) => cpuCores));
      return cpu === undefined ? [] : [{ pod, cpu }];
    });
    const average = mean(loads.map(({ cpu }) => cpu));
    const [hottest] = [...loads].sort((a, b) => b.cpu - a.cpu);
    const isCalm = hpas.some(hpa =>
      hpa.metrics.some(
        ({ name, current, target }) =>
          name === 'cpu' && (current ?? 0) < target,
      ),
    );
    if (!average || !isCalm || hottest.cpu / average <= thresholds.hotPodRatio)
      return [];
    return [
      match(
        {
          minutes,
          pod: hottest.pod.metadata.name,
          ratio: hottest.cpu / average,
          count: loads.length,
        },
        ...loads.map(({ pod, cpu }) =>
          at.pod(pod, 'PodMetrics.usage.cpu', cpu),
        ),
      ),
    ];
  },
});
