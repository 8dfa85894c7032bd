import { containerStatuses } from '../../facts/pods';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

const BAD_START =
  /^(CrashLoopBackOff|ImagePullBackOff|ErrImagePull|InvalidImageName|CreateContainerConfigError|CreateContainerError|RunContainerError)$/;

/** C07: pods that never start count as idle, so the HPA adds more of them. */
export const C07 = defineRule({
  id: 'C07',
  severity: 'error',
  needs: ['pods'],
  title: { en: 'Pods do not start', zh: 'Pod 无法启动' },
  message: {
    en: '{count} of {total} pods do not start, for example {pod}: container {container} is in {reason}.',
    zh: '{total} 个 Pod 中有 {count} 个无法启动，例如 {pod}：容器 {container} 处于 {reason}。',
  },
  remedy: {
    en: 'Look at the logs and events of {pod}: image, configuration, crash at start. Scaling does not help.',
    zh: '请查看 {pod} 的日志和事件：镜像、配置、启动崩溃。伸缩无济于事。',
  },
  check: ({ pods }) => {
    const failing = pods.flatMap(pod =>
      containerStatuses(pod)
        .filter(({ status }) =>
          BAD_START.test(status.state?.waiting?.reason ?? ''),
        )
        .slice(0, 1)
        .map(({ field, status }) => ({ pod, field, status })),
    );
    if (failing.length === 0) return [];
    const [{ pod, status }] = failing;
    return [
      match(
        {
          count: failing.length,
          total: pods.length,
          pod: pod.metadata.name,
          container: status.name,
          reason: status.state?.waiting?.reason ?? '',
        },
        ...failing.map(each =>
          at.pod(each.pod, `${each.field}.state.waiting.reason`),
        ),
      ),
    ];
  },
});
