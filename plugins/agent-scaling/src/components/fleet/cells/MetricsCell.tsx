import { useFormatters } from '../../../hooks/useFormatters';
import { useText } from '../../../hooks/useText';
import type { FleetRow } from '../../../lib/fleetRow';
import { currentText, metricName, targetText } from '../../../lib/metricText';
import { MetricBar } from '../../shared/MetricBar';
import styles from './cells.module.css';

/** Each metric of the autoscaler on a line: its name, its bar, its current value and its target. */
export function MetricsCell({ row }: { row: FleetRow }) {
  const t = useText();
  const format = useFormatters();
  if (!row.autoscaler) {
    return <span className={styles.secondary}>{t('fleet.noAutoscaler')}</span>;
  }
  if (row.metrics.length === 0) {
    return <span className={styles.secondary}>{t('fleet.noMetrics')}</span>;
  }
  return (
    <ul className={styles.metrics}>
      {row.metrics.map(metric => (
        <li key={metric.id}>
          <span className={styles.metricName} title={metricName(metric, t)}>
            {metricName(metric, t)}
          </span>
          <MetricBar metric={metric} />
          <span
            className={`${styles.metricValues} ${
              metric.current ? '' : styles.unknown
            }`}
            title={metric.current ? undefined : t('metric.unknownHint')}
          >
            {t('metric.values', {
              current: currentText(metric, format, t),
              target: targetText(metric, format),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
