import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import type { PodUsage } from '../../lib/podRow';
import styles from './PodUsageCell.module.css';

const percent = (position: number) => `${position * 100}%`;

/** Usage of a resource as a bar up to the limit; the upright line is the request. */
export function PodUsageCell({ usage }: { usage: PodUsage }) {
  const t = useText();
  const format = useFormatters();
  const amount = (value: number | undefined, absent: string) =>
    value === undefined ? absent : format.resource(value, usage.resource);
  const used = amount(usage.used, t('pods.noSample'));
  const request = amount(usage.request, t('pods.noRequest'));
  return (
    <div className={styles.root}>
      <span className={usage.used === undefined ? styles.absent : undefined}>
        {t('pods.usage', { used, request })}
      </span>
      <svg
        role="img"
        aria-label={t('pods.usagePicture', {
          resource: usage.resource,
          used,
          request,
          limit: amount(usage.limit, t('pods.noLimit')),
        })}
        className={styles.picture}
        height={8}
      >
        <rect className={styles.track} y={2} width="100%" height={4} rx={2} />
        {usage.usedPosition !== undefined && (
          <rect
            className={
              usage.ratio !== undefined && usage.ratio > 1
                ? styles.over
                : styles.used
            }
            y={1}
            width={percent(usage.usedPosition)}
            height={6}
            rx={2}
          />
        )}
        {usage.requestPosition !== undefined && (
          <line
            className={styles.request}
            x1={percent(usage.requestPosition)}
            x2={percent(usage.requestPosition)}
            y1={0}
            y2={8}
          />
        )}
      </svg>
    </div>
  );
}
