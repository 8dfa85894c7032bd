import type { AgentSummary, Metric } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { describeNow } from '../../lib/describeNow';
import { ratioOf } from '../../lib/metricBar';
import { currentText, metricName, targetText } from '../../lib/metricText';

/** Says in one sentence what an agent is doing. */
export function useActivityText(): (agent: AgentSummary) => string {
  const t = useText();
  const format = useFormatters();

  const metricValues = (metric: Metric) => ({
    metric: metricName(metric, t),
    value: currentText(metric, format, t),
    target: targetText(metric, format),
  });
  const leadingValues = (metric: Metric) => ({
    metric: metricName(metric, t),
    ratio: format.ratio(ratioOf(metric) ?? 0),
  });

  return agent => {
    const name = agent.title ?? agent.name;
    const activity = describeNow(agent);
    switch (activity.kind) {
      case 'stale':
        return t('now.stale');
      case 'unscaled':
        return t('now.unscaled', { agent: name, count: activity.current });
      case 'blocked':
        return t('now.blocked', {
          agent: name,
          current: format.integer(activity.current),
        });
      case 'growing': {
        const sizes = {
          agent: name,
          current: format.integer(activity.current),
          desired: format.integer(activity.desired),
        };
        return activity.because
          ? t('now.growingBecause', {
              ...sizes,
              ...metricValues(activity.because),
            })
          : t('now.growing', sizes);
      }
      case 'shrinking':
        return t('now.shrinking', {
          agent: name,
          current: format.integer(activity.current),
          desired: format.integer(activity.desired),
        });
      case 'atMax':
        return t('now.atMax', {
          agent: name,
          max: format.integer(activity.max),
          ...metricValues(activity.because),
        });
      case 'atMin':
        return t('now.atMin', {
          agent: name,
          min: format.integer(activity.min),
          ...leadingValues(activity.leading),
        });
      case 'holding':
        return t('now.holding', {
          agent: name,
          current: format.integer(activity.current),
          ...leadingValues(activity.leading),
        });
      default:
        return t('now.resting', {
          agent: name,
          current: format.integer(activity.current),
        });
    }
  };
}
