import { usePageVisible } from '../../hooks/usePageVisible';
import { useFormatters } from '../../hooks/useFormatters';
import { useRelativeTime } from '../../hooks/useRelativeTime';
import { useText } from '../../hooks/useText';
import { FALLBACK_POLL_MS, toLiveness } from '../../lib/live';
import styles from './LiveIndicator.module.css';

/** Whether the screen shows the present. It changes by itself, so screen readers hear it only when they ask. */
export function LiveIndicator(props: {
  /** Milliseconds since the epoch of the newest answer; 0 before the first. */
  updatedAt: number;
  signalsAvailable: boolean;
  failed: boolean;
}) {
  const t = useText();
  const format = useFormatters();
  const visible = usePageVisible();
  const time = useRelativeTime(props.updatedAt);
  if (props.updatedAt === 0) {
    return null;
  }
  const liveness = toLiveness({
    signalsAvailable: props.signalsAvailable,
    visible,
    failed: props.failed,
  });
  const hint = props.signalsAvailable
    ? t('live.liveHint', { time })
    : t('live.pollingHint', {
        interval: format.duration(FALLBACK_POLL_MS / 1000),
      });
  return (
    <span className={styles.root} title={hint}>
      <span
        aria-hidden="true"
        className={`${styles.dot} ${styles[liveness]}`}
      />
      {t(`live.${liveness}`, { time })}
    </span>
  );
}
