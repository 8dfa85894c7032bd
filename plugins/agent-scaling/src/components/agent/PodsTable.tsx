import { useMemo } from 'react';
import { Cell, CellText, Table, Text, type ColumnConfig } from '@backstage/ui';
import type { PodDetail } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useAge } from '../../hooks/useRelativeTime';
import { useText } from '../../hooks/useText';
import { toPodRows, type PodRow } from '../../lib/podRow';
import { PodStatusCell } from './PodStatusCell';
import { PodUsageCell } from './PodUsageCell';

function Age(props: { sinceMs: number }) {
  return <>{useAge(props.sinceMs)}</>;
}

/** Pods with what they do, how long, where, and how much of what they asked for they use. */
export function PodsTable(props: { pods: readonly PodDetail[] }) {
  const t = useText();
  const format = useFormatters();
  const rows = useMemo(() => toPodRows(props.pods), [props.pods]);
  const columns = useMemo(
    (): ColumnConfig<PodRow>[] => [
      {
        id: 'pod',
        label: t('pods.columns.pod'),
        isRowHeader: true,
        defaultWidth: '3fr',
        minWidth: 170,
        cell: row => <CellText title={row.name} />,
      },
      {
        id: 'status',
        label: t('pods.columns.status'),
        defaultWidth: '3fr',
        minWidth: 150,
        cell: row => (
          <Cell>
            <PodStatusCell row={row} />
          </Cell>
        ),
      },
      {
        id: 'ready',
        label: t('pods.columns.ready'),
        defaultWidth: '1fr',
        minWidth: 85,
        cell: row => (
          <CellText
            title={t('pods.containers', {
              ready: format.integer(row.containersReady),
              total: format.integer(row.containersTotal),
            })}
          />
        ),
      },
      {
        id: 'restarts',
        label: t('pods.columns.restarts'),
        defaultWidth: '1fr',
        minWidth: 100,
        cell: row => <CellText title={format.integer(row.restarts)} />,
      },
      {
        id: 'age',
        label: t('pods.columns.age'),
        defaultWidth: '2fr',
        minWidth: 120,
        cell: row => (
          <Cell>
            <span>
              {row.createdAtMs !== undefined && (
                <Age sinceMs={row.createdAtMs} />
              )}
            </span>
          </Cell>
        ),
      },
      {
        id: 'node',
        label: t('pods.columns.node'),
        defaultWidth: '2fr',
        minWidth: 110,
        cell: row => <CellText title={row.node ?? ''} />,
      },
      {
        id: 'cpu',
        label: t('pods.columns.cpu'),
        defaultWidth: '2fr',
        minWidth: 130,
        cell: row => (
          <Cell>
            <PodUsageCell usage={row.usage[0]} />
          </Cell>
        ),
      },
      {
        id: 'memory',
        label: t('pods.columns.memory'),
        defaultWidth: '2fr',
        minWidth: 140,
        cell: row => (
          <Cell>
            <PodUsageCell usage={row.usage[1]} />
          </Cell>
        ),
      },
    ],
    [t, format],
  );
  if (rows.length === 0) {
    return (
      <Text variant="body-small" color="secondary">
        {t('pods.none')}
      </Text>
    );
  }
  return (
    <Table columnConfig={columns} data={rows} pagination={{ type: 'none' }} />
  );
}
