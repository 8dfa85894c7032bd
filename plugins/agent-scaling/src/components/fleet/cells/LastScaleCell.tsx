import { useFormatters } from '../../../hooks/useFormatters';
import { useText } from '../../../hooks/useText';
import type { FleetRow } from '../../../lib/fleetRow';
import { RelativeTime } from '../../shared/RelativeTime';
import styles from './cells.module.css';

/** When the agent last changed its size, from what to what, and the autoscaler's words for it. */
export function LastScaleCell({ row }: { row: FleetRow }) {
  const t = useText();
  const format = useFormatters();
  const scale = row.lastScale;
  if (!scale) {
    return <span className={styles.secondary}>{t('fleet.neverScaled')}</span>;
  }
  const change =
    scale.from !== undefined && scale.to !== undefined
      ? t('fleet.lastScaleChange', {
          from: format.integer(scale.from),
          to: format.integer(scale.to),
        })
      : undefined;
  return (
    <div className={styles.stack}>
      <span>
        <RelativeTime at={scale.at} />
        {change && <span className={styles.secondary}> {change}</span>}
      </span>
      {scale.reason && (
        <span
          className={`${styles.secondary} ${styles.clamped}`}
          title={scale.reason}
        >
          {scale.reason}
        </span>
      )}
    </div>
  );
}
