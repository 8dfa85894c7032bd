import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { momentAt, type ReplicaChartModel } from '../../lib/replicaChart';
import { ScaleEventText } from './ScaleEventText';
import { useScaleChangeText } from './useScaleChangeText';
import styles from './ReplicaChartTooltip.module.css';

/** What the chart shows at one moment: the numbers, and the changes of scale around it with their reasons. */
export function ReplicaChartTooltip(props: {
  model: ReplicaChartModel;
  /** Milliseconds since the epoch. */
  at: number;
}) {
  const t = useText();
  const format = useFormatters();
  const changeText = useScaleChangeText();
  const { point, markers } = momentAt(props.model, props.at);
  const rows: [string, number | null | undefined][] = [
    [t('history.current'), point?.current],
    [t('history.desired'), point?.desired],
    [t('history.ready'), point?.ready],
  ];
  return (
    <div className={styles.root}>
      <div className={styles.time}>{format.dateTime(props.at)}</div>
      <dl className={styles.values}>
        {rows.map(([name, value]) =>
          value === null || value === undefined ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{format.integer(value)}</dd>
            </div>
          ),
        )}
      </dl>
      {markers.map(({ id, event }) => (
        <div key={id} className={styles.event}>
          <strong>
            {[t(`history.kind.${event.kind}`), changeText(event)]
              .filter(Boolean)
              .join(' ')}
          </strong>
          <ScaleEventText event={event} />
        </div>
      ))}
    </div>
  );
}
