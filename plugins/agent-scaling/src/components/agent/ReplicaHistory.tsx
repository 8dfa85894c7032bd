import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import type { AgentHistory } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { toReplicaChart } from '../../lib/replicaChart';
import { ReplicaChart } from './ReplicaChart';
import { ScaleEventsTable } from './ScaleEventsTable';
import styles from './ReplicaHistory.module.css';

const MINUTE_MS = 60_000;

/** The chart with a sentence that says the same, and the changes of scale as a list for those who cannot point at it. */
export function ReplicaHistory({ history }: { history: AgentHistory }) {
  const t = useText();
  const format = useFormatters();
  const model = useMemo(() => {
    const utcOffsetMs = -new Date(history.to).getTimezoneOffset() * MINUTE_MS;
    return toReplicaChart(history, { utcOffsetMs });
  }, [history]);
  const summary = model.extent
    ? t('history.summary', {
        lowest: format.integer(model.extent.lowest),
        highest: format.integer(model.extent.highest),
        from: format.dateTime(model.from),
        to: format.dateTime(model.to),
        changes: format.integer(model.markers.length),
      })
    : t('history.empty');

  return (
    <div className={styles.root}>
      <ReplicaChart model={model} label={summary} />
      <Text variant="body-small" color="secondary">
        {summary}
        {model.gaps.length > 0 &&
          ` ${t('history.gaps', { count: model.gaps.length })}`}
      </Text>
      <details className={styles.events}>
        <summary>{t('history.showEvents')}</summary>
        <ScaleEventsTable events={history.events} />
        {history.eventsTruncated && (
          <Text variant="body-small" color="secondary">
            {t('history.truncated')}
          </Text>
        )}
      </details>
    </div>
  );
}
