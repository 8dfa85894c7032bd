import { useFormatters } from '../../../hooks/useFormatters';
import { useText } from '../../../hooks/useText';
import type { FleetRow } from '../../../lib/fleetRow';
import { ReplicaPicture } from '../../shared/ReplicaPicture';
import styles from './cells.module.css';

/** Replicas as numbers and a bar; readiness only where it differs, because a healthy row should be calm. */
export function ReplicasCell({ row }: { row: FleetRow }) {
  const t = useText();
  const format = useFormatters();
  const { ready, total } = row.pods;
  return (
    <div className={styles.stack}>
      <ReplicaPicture replicas={row.replicas} />
      {ready !== total && (
        <span className={styles.secondary}>
          {t('replicas.ready', {
            ready: format.integer(ready),
            total: format.integer(total),
          })}
        </span>
      )}
    </div>
  );
}
