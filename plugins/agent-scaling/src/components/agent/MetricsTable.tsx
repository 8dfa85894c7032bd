import { useMemo } from 'react';
import { Cell, Table, Text, type ColumnConfig } from '@backstage/ui';
import type { Metric } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { toMetricBar } from '../../lib/metricBar';
import { currentText, metricName, targetText } from '../../lib/metricText';
import { MetricBar } from '../shared/MetricBar';
import styles from './MetricsTable.module.css';

/** Every metric of an autoscaler, whatever its type, with its current value and its target. */
export function MetricsTable(props: {
  metrics: readonly Metric[];
  tolerance?: number;
}) {
  const t = useText();
  const format = useFormatters();
  const { metrics, tolerance } = props;
  const columns = useMemo(
    (): ColumnConfig<Metric>[] => [
      {
        id: 'metric',
        label: t('hpa.metricColumns.metric'),
        isRowHeader: true,
        defaultWidth: '3fr',
        minWidth: 160,
        cell: metric => (
          <Cell>
            <div className={styles.stack}>
              <span>{metricName(metric, t)}</span>
              <span className={styles.secondary}>
                {t(`metric.type.${metric.type}`)}
              </span>
              {metric.selector && (
                <code className={styles.secondary}>{metric.selector}</code>
              )}
              {metric.trigger && (
                <span className={styles.secondary}>
                  {t('metric.kedaTrigger', { trigger: metric.trigger })}
                </span>
              )}
            </div>
          </Cell>
        ),
      },
      {
        id: 'current',
        label: t('hpa.metricColumns.current'),
        defaultWidth: '2fr',
        minWidth: 110,
        cell: metric => (
          <Cell>
            <div className={styles.stack}>
              <span
                className={metric.current ? styles.value : styles.unknown}
                title={metric.current ? undefined : t('metric.unknownHint')}
              >
                {currentText(metric, format, t)}
              </span>
              {metric.currentAverage && (
                <span className={styles.secondary}>
                  {t('metric.average', {
                    value: format.resource(
                      metric.currentAverage.value,
                      metric.name,
                    ),
                  })}
                </span>
              )}
            </div>
          </Cell>
        ),
      },
      {
        id: 'target',
        label: t('hpa.metricColumns.target'),
        defaultWidth: '2fr',
        minWidth: 150,
        cell: metric => (
          <Cell>
            <span className={styles.stack}>
              {t(`metric.target.${metric.target.type}`, {
                value: targetText(metric, format),
              })}
            </span>
          </Cell>
        ),
      },
      {
        id: 'reading',
        label: t('hpa.metricColumns.reading'),
        defaultWidth: '3fr',
        minWidth: 150,
        cell: metric => (
          <Cell>
            <div className={styles.stack}>
              <MetricBar metric={metric} tolerance={tolerance} />
              <span className={styles.secondary}>
                {t(`metric.state.${toMetricBar(metric, tolerance).state}`)}
              </span>
            </div>
          </Cell>
        ),
      },
    ],
    [t, format, tolerance],
  );
  if (metrics.length === 0) {
    return (
      <Text variant="body-small" color="secondary">
        {t('fleet.noMetrics')}
      </Text>
    );
  }
  return (
    <Table
      columnConfig={columns}
      data={[...metrics]}
      pagination={{ type: 'none' }}
    />
  );
}
