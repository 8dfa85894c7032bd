import { useText } from '../../hooks/useText';
import type { PodRow } from '../../lib/podRow';
import { ToneIcon } from '../shared/ToneIcon';
import styles from './PodStatusCell.module.css';

/** What a pod is doing, with the cluster's own word for why it is not ready. */
export function PodStatusCell({ row }: { row: PodRow }) {
  const t = useText();
  return (
    <div className={styles.root}>
      <ToneIcon tone={row.tone} />
      <div className={styles.words}>
        <span>{t(`pods.status.${row.status}`)}</span>
        {row.reason && (
          <span className={styles.reason} lang="en" title={row.message}>
            {row.reason}
          </span>
        )}
      </div>
    </div>
  );
}
