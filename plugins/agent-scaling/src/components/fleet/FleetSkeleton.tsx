import { Skeleton } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import styles from './FleetSkeleton.module.css';

/** The shape of the fleet before its numbers are known, so that nothing jumps. */
export function FleetSkeleton() {
  const t = useText();
  return (
    <div role="status" aria-label={t('fleet.loading')} className={styles.root}>
      <div className={styles.tiles}>
        {[0, 1, 2, 3, 4].map(tile => (
          <Skeleton key={tile} width="100%" height={72} />
        ))}
      </div>
      <Skeleton height={20} width="40%" />
      <Skeleton width="100%" height={48} />
      {[0, 1, 2, 3].map(row => (
        <Skeleton key={row} width="100%" height={72} />
      ))}
    </div>
  );
}
