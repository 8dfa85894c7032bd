import { useMemo } from 'react';
import { Table, type SortState } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import {
  defaultOrderOf,
  fleetOrders,
  type FleetQuery,
} from '../../lib/fleetQuery';
import type { FleetRow } from '../../lib/fleetRow';
import { createFleetColumns } from './fleetColumns';
import styles from './FleetTable.module.css';

/** The agents as a table. Sorting is the backend's, because it knows the agents of the other pages too. */
export function FleetTable(props: {
  rows: FleetRow[] | undefined;
  severalClusters: boolean;
  query: FleetQuery;
  onChange: (change: Partial<FleetQuery>) => void;
  /** The rows answer an earlier question than the one asked now. */
  stale: boolean;
}) {
  const t = useText();
  const { query, onChange, severalClusters } = props;
  const columns = useMemo(
    () => createFleetColumns(t, { severalClusters }),
    [t, severalClusters],
  );
  const sort: SortState = {
    descriptor: {
      column: query.orderBy,
      direction: query.order === 'asc' ? 'ascending' : 'descending',
    },
    onSortChange: ({ column, direction }) => {
      const orderBy = fleetOrders.find(candidate => candidate === column);
      if (!orderBy) {
        return;
      }
      // A column that is chosen anew starts with its useful end: the most urgent or the newest first.
      const turned = direction === 'ascending' ? 'asc' : 'desc';
      onChange({
        orderBy,
        order: orderBy === query.orderBy ? turned : defaultOrderOf(orderBy),
      });
    },
  };
  return (
    <section aria-label={t('fleet.table')} className={styles.root}>
      <Table
        columnConfig={columns}
        data={props.rows}
        isPending={props.rows === undefined}
        isStale={props.stale}
        sort={sort}
        pagination={{ type: 'none' }}
      />
    </section>
  );
}
