import type { Metric } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { toMetricBar } from '../../lib/metricBar';
import { currentText, metricName, targetText } from '../../lib/metricText';
import styles from './MetricBar.module.css';

const percent = (position: number) => `${position * 100}%`;

/** A metric against its target, which is the upright line. An unknown value is an empty dashed bar, not a short one. */
export function MetricBar(props: { metric: Metric; tolerance?: number }) {
  const t = useText();
  const format = useFormatters();
  const { metric, tolerance } = props;
  const bar = toMetricBar(metric, tolerance);
  const label = t('metric.picture', {
    name: metricName(metric, t),
    current: currentText(metric, format, t),
    target: targetText(metric, format),
    state: t(`metric.state.${bar.state}`),
  });
  return (
    <svg role="img" aria-label={label} className={styles.picture} height={10}>
      <rect
        className={bar.state === 'unknown' ? styles.unknown : styles.track}
        x={0.5}
        y={2.5}
        width="calc(100% - 1px)"
        height={5}
        rx={2}
      />
      {bar.fill > 0 && (
        <rect
          className={styles[bar.state]}
          y={2}
          width={percent(bar.fill)}
          height={6}
          rx={2}
        />
      )}
      <line
        className={styles.target}
        x1={percent(bar.target)}
        x2={percent(bar.target)}
        y1={0}
        y2={10}
      />
    </svg>
  );
}
