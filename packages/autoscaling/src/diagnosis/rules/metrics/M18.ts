import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** M18: the controller decides on numbers of the past. */
export const M18 = defineRule({
  id: 'M18',
  severity: 'warning',
  needs: ['hpas', 'pods', 'podUsage'],
  title: { en: 'Samples are stale', zh: '采样已过期' },
  message: {
    en: 'The newest sample of {count} pods is more than {seconds} s old; that of {pod} is {age} s.',
    zh: '有 {count} 个 Pod 的最新采样已超过 {seconds} 秒；其中 {pod} 的采样为 {age} 秒前。',
  },
  remedy: {
    en: 'Check metrics-server on the nodes of these pods; for other metrics shorten the scrape interval and the window of the rate.',
    zh: '请检查这些 Pod 所在节点上的 metrics-server；其他指标请缩短抓取间隔和速率窗口。',
  },
  check: ({ hpas, pods, snapshot, now, thresholds }) => {
    const seconds = thresholds.staleSampleSeconds;
    const stale = pods.flatMap(pod => {
      const times = (snapshot.podUsage ?? [])
        .filter(sample => sample.pod === pod.metadata.name)
        .map(sample => sample.at);
      const age = (now - Math.max(...times)) / 1000;
      return times.length > 0 && age > seconds ? [{ pod, age }] : [];
    });
    if (hpas.length === 0 || stale.length === 0) return [];
    const [{ pod, age }] = stale;
    return [
      match(
        { count: stale.length, seconds, pod: pod.metadata.name, age },
        ...stale.map(each =>
          at.pod(each.pod, 'PodMetrics.timestamp', `${each.age} s`),
        ),
      ),
    ];
  },
});
