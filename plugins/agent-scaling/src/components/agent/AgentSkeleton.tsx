import { Skeleton } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import styles from './AgentSections.module.css';

/** The shape of an agent's page before anything is known. */
export function AgentSkeleton() {
  const t = useText();
  return (
    <div role="status" aria-label={t('agent.loading')} className={styles.root}>
      <Skeleton width="100%" height={120} />
      <Skeleton width="100%" height={340} />
      <Skeleton width="100%" height={240} />
    </div>
  );
}
