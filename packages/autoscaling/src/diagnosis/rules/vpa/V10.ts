import { MINUTE } from '../../facts/Facts';
import { eventEvidence, eventCount } from '../../facts/events';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

const UPDATED = 'vpaUpdates';

/** V10: pods are evicted for a change that the new ones do not get. */
export const V10 = defineRule({
  id: 'V10',
  severity: 'error',
  needs: ['vpas', 'events', 'pods'],
  title: { en: 'Evicted in vain', zh: '驱逐无效' },
  message: {
    en: '{count} evictions by the VPA in {minutes} min, and {unchanged} pods came up without its change.',
    zh: '{minutes} 分钟内 VPA 驱逐了 {count} 次，而有 {unchanged} 个 Pod 启动后未被修改。',
  },
  remedy: {
    en: 'Check the scope and objectSelector of vpa-webhook-config, and other webhooks that write resources.',
    zh: '请检查 vpa-webhook-config 的作用范围和 objectSelector，以及其他会修改资源的 webhook。',
  },
  check: facts => {
    const minutes = facts.thresholds.evictionWindowMinutes;
    const evictions = facts
      .eventsOfLast(minutes * MINUTE)
      .filter(({ reason }) => reason === 'EvictedByVPA');
    const count = evictions.reduce((sum, event) => sum + eventCount(event), 0);
    const unchanged = facts.pods.filter(
      ({ metadata }) => metadata.annotations?.[UPDATED] === undefined,
    );
    return count >= facts.thresholds.repeatedEvictions &&
      facts.vpas.some(({ acts }) => acts) &&
      unchanged.length > 0
      ? [
          match(
            { count, minutes, unchanged: unchanged.length },
            ...evictions.map(eventEvidence),
            ...unchanged.map(pod =>
              at.pod(pod, `metadata.annotations["${UPDATED}"]`),
            ),
          ),
        ]
      : [];
  },
});
