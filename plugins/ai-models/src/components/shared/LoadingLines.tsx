import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import styles from './LoadingLines.module.css';

/** Stands for lines that are on their way. */
export function LoadingLines(props: { lines: number }) {
  const t = useText();
  return (
    <div className={styles.lines} role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: props.lines }, (_, index) => (
        <Skeleton key={index} width="100%" height={20} />
      ))}
    </div>
  );
}
