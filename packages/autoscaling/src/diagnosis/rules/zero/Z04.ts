import { START_UP_UNKNOWN } from '../../facts/startUpUnknown';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** Z04: the first request waits for the whole start. */
export const Z04 = defineRule({
  id: 'Z04',
  severity: 'information',
  needs: ['hpas', 'scaledObjects', 'pods'],
  title: { en: 'Waking takes too long', zh: '唤醒耗时过长' },
  message: {
    en: '{target} may go to 0 replicas and takes {startUp} s to start; clients give up after {timeout} s.',
    zh: '{target} 可缩至 0 个副本，启动需 {startUp} 秒；而客户端在 {timeout} 秒后放弃。',
  },
  remedy: {
    en: 'Keep 1 replica, keep a warm pool, or put a queue in front.',
    zh: '请保留 1 个副本、保持热备池，或在前面加队列。',
  },
  check: ({ hpas, snapshot, startUpSeconds, thresholds }) => {
    const zero = [
      ...hpas
        .filter(({ min }) => min === 0)
        .map(hpa => ({
          target: hpa.object.spec.scaleTargetRef.name,
          evidence: hpa.at('spec.minReplicas'),
        })),
      ...(snapshot.scaledObjects ?? [])
        .filter(({ spec }) => (spec?.minReplicaCount ?? 0) === 0)
        .map(scaled => ({
          target: scaled.spec?.scaleTargetRef?.name ?? scaled.metadata.name,
          evidence: at.scaledObject(scaled, 'spec.minReplicaCount'),
        })),
    ];
    if (zero.length === 0) return [];
    if (startUpSeconds === undefined) return START_UP_UNKNOWN;
    const timeout = thresholds.clientTimeoutSeconds;
    return zero
      .filter(() => startUpSeconds > timeout)
      .map(({ target, evidence }) =>
        match({ target, startUp: startUpSeconds, timeout }, evidence),
      );
  },
});
