import type { Replicas } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { toReplicaBar } from '../../lib/replicaBar';
import styles from './ReplicaPicture.module.css';

const percent = (position: number) => `${position * 100}%`;

/**
 * Replicas as a bar: the band is what the autoscaler may use, the solid part what runs, the outlined part what is wanted more or
 * less. Numbers stand above it, so the picture adds and never replaces.
 */
export function ReplicaPicture(props: { replicas: Replicas }) {
  const t = useText();
  const format = useFormatters();
  const { min, current, desired, max } = props.replicas;
  const bar = toReplicaBar(props.replicas);
  const integer = (value: number) => format.integer(value);
  const numbers = { current: integer(current), desired: integer(desired) };
  const ranged = min !== undefined && max !== undefined;
  const label = ranged
    ? t('replicas.picture', {
        ...numbers,
        min: integer(min),
        max: integer(max),
      })
    : t('replicas.pictureUnscaled', numbers);
  const low = Math.min(bar.current, bar.desired);
  const change = Math.abs(bar.desired - bar.current);

  return (
    <div className={styles.root}>
      <div className={styles.numbers}>
        <span className={styles.count}>
          {bar.trend === 'steady'
            ? t('replicas.steady', numbers)
            : t('replicas.changing', numbers)}
        </span>
        {ranged && (
          <span className={styles.range}>
            {t('replicas.range', { min: integer(min), max: integer(max) })}
            {bar.atMax && (
              <strong className={styles.atMax}> {t('replicas.atMax')}</strong>
            )}
          </span>
        )}
      </div>
      <svg role="img" aria-label={label} className={styles.picture} height={12}>
        <rect className={styles.track} y={5} width="100%" height={2} rx={1} />
        {ranged && (
          <rect
            className={styles.band}
            x={percent(bar.rangeStart!)}
            width={percent(bar.rangeEnd! - bar.rangeStart!)}
            y={2}
            height={8}
            rx={2}
          />
        )}
        <rect
          className={bar.atMax ? styles.currentAtMax : styles.current}
          width={percent(bar.trend === 'down' ? low : bar.current)}
          y={2}
          height={8}
          rx={2}
        />
        {change > 0 && (
          <rect
            className={bar.trend === 'up' ? styles.growing : styles.shrinking}
            x={percent(low)}
            width={percent(change)}
            y={2.5}
            height={7}
            rx={2}
          />
        )}
        {ranged && (
          <line
            className={styles.end}
            x1={percent(bar.rangeStart!)}
            x2={percent(bar.rangeStart!)}
            y1={0}
            y2={12}
          />
        )}
      </svg>
    </div>
  );
}
