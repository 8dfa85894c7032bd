import type { ScaleEvent } from '@suoke/plugin-agent-scaling-common';
import { useText } from '../../hooks/useText';

/** Why the scale changed: the cluster's own words, or ours when nobody in the cluster said anything. */
export function ScaleEventText({ event }: { event: ScaleEvent }) {
  const t = useText();
  if (event.source === 'Observed' && !event.message) {
    return <span>{t('history.observed')}</span>;
  }
  return <span lang="en">{event.message ?? event.reason}</span>;
}
