import { useText } from '../../hooks/useText';
import chart from './ReplicaChart.module.css';
import marker from './ScaleMarker.module.css';
import styles from './ReplicaChartLegend.module.css';

const LINES = ['current', 'desired', 'ready', 'max'] as const;

/** What the lines and marks of the replica chart mean, drawn as they are drawn. */
export function ReplicaChartLegend() {
  const t = useText();
  return (
    <figcaption className={styles.root}>
      {LINES.map(line => (
        <span key={line} className={styles.entry}>
          <svg
            width={24}
            height={10}
            aria-hidden="true"
            className={chart[line]}
          >
            <path d="M 0 5 H 24" fill="none" />
          </svg>
          {t(`history.${line}`)}
        </span>
      ))}
      <span className={styles.entry}>
        <svg width={24} height={10} aria-hidden="true">
          <rect width={24} height={10} className={styles.band} />
        </svg>
        {t('history.band')}
      </span>
      <span className={styles.entry}>
        <svg width={12} height={12} aria-hidden="true">
          <path d="M 6 1 L 11 11 L 1 11 Z" className={marker.marker} />
        </svg>
        {t('history.event')}
      </span>
    </figcaption>
  );
}
