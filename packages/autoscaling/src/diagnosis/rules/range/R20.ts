import { MINUTE } from '../../facts/Facts';
import { eventEvidence, eventCount } from '../../facts/events';
import { defineRule, match } from '../../rule/Rule';

/** R20: KEDA cannot reach what it should measure. */
export const R20 = defineRule({
  id: 'R20',
  severity: 'error',
  needs: ['scaledObjects', 'events'],
  title: { en: 'KEDA scaler fails', zh: 'KEDA 触发器失败' },
  message: {
    en: 'ScaledObject {name} failed {count} times, last in the past {minutes} min: {problem}.',
    zh: 'ScaledObject {name} 失败 {count} 次，最近一次在 {minutes} 分钟内：{problem}。',
  },
  remedy: {
    en: 'Check the address, the TriggerAuthentication and the query of the trigger.',
    zh: '请检查触发器的地址、TriggerAuthentication 和查询。',
  },
  check: facts => {
    const minutes = facts.thresholds.kedaErrorMinutes;
    return facts
      .eventsOfLast(minutes * MINUTE)
      .filter(({ reason }) => reason === 'KEDAScalerFailed')
      .slice(0, 1)
      .map(event =>
        match(
          {
            name: event.involvedObject?.name ?? '',
            count: eventCount(event),
            minutes,
            problem: event.message ?? '',
          },
          eventEvidence(event),
        ),
      );
  },
});
