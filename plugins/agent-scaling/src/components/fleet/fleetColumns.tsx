import { Cell, type ColumnConfig } from '@backstage/ui';
import type { Text } from '../../hooks/useText';
import type { FleetOrder } from '../../lib/fleetQuery';
import type { FleetRow } from '../../lib/fleetRow';
import { AgentStatus } from '../shared/AgentStatus';
import { AgentCell } from './cells/AgentCell';
import { LastScaleCell } from './cells/LastScaleCell';
import { MetricsCell } from './cells/MetricsCell';
import { PlaceCell } from './cells/PlaceCell';
import { ReplicasCell } from './cells/ReplicasCell';
import { VerticalCell } from './cells/VerticalCell';

/** Ids of sortable columns are the words that the backend sorts by. */
const sortable = (id: FleetOrder) => ({ id, isSortable: true });

/** Columns of the fleet. The cluster is named only where there are several. */
export function createFleetColumns(
  t: Text,
  options: { severalClusters: boolean },
): ColumnConfig<FleetRow>[] {
  return [
    {
      ...sortable('name'),
      label: t('fleet.columns.agent'),
      isRowHeader: true,
      defaultWidth: '3fr',
      minWidth: 130,
      cell: row => (
        <Cell>
          <AgentCell row={row} />
        </Cell>
      ),
    },
    {
      ...sortable('attention'),
      label: t('fleet.columns.status'),
      defaultWidth: '4fr',
      minWidth: 170,
      cell: row => (
        <Cell>
          <AgentStatus attention={row.attention} />
        </Cell>
      ),
    },
    {
      ...sortable('currentReplicas'),
      label: t('fleet.columns.replicas'),
      defaultWidth: '3fr',
      minWidth: 130,
      cell: row => (
        <Cell>
          <ReplicasCell row={row} />
        </Cell>
      ),
    },
    {
      id: 'metrics',
      label: t('fleet.columns.metrics'),
      defaultWidth: '6fr',
      minWidth: 260,
      cell: row => (
        <Cell>
          <MetricsCell row={row} />
        </Cell>
      ),
    },
    {
      ...sortable('lastScale'),
      label: t('fleet.columns.lastScale'),
      defaultWidth: '3fr',
      minWidth: 140,
      cell: row => (
        <Cell>
          <LastScaleCell row={row} />
        </Cell>
      ),
    },
    {
      id: 'vertical',
      label: t('fleet.columns.vertical'),
      defaultWidth: '3fr',
      minWidth: 140,
      cell: row => (
        <Cell>
          <VerticalCell row={row} />
        </Cell>
      ),
    },
    {
      ...sortable('namespace'),
      label: options.severalClusters
        ? t('fleet.columns.place')
        : t('fleet.columns.namespace'),
      defaultWidth: '2fr',
      minWidth: 120,
      cell: row => (
        <Cell>
          <PlaceCell row={row} showCluster={options.severalClusters} />
        </Cell>
      ),
    },
  ];
}
