import { useMemo } from 'react';
import { Alert, Button } from '@backstage/ui';
import type { AgentList } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { isFiltered, type FleetQuery } from '../../lib/fleetQuery';
import { toFleetRows } from '../../lib/fleetRow';
import { toFleetTotals } from '../../lib/fleetTotals';
import { clustersOutOfContact } from '../../lib/freshness';
import { ClusterStrip } from './ClusterStrip';
import { EmptyFleet } from './EmptyFleet';
import { FleetFilters } from './FleetFilters';
import { FleetPager } from './FleetPager';
import { FleetTable } from './FleetTable';
import { FleetTotalsBar } from './FleetTotalsBar';

/** The fleet as it was answered; decides which of its states is shown. */
export function Fleet(props: {
  list: AgentList;
  query: FleetQuery;
  onChange: (change: Partial<FleetQuery>) => void;
  stale: boolean;
}) {
  const t = useText();
  const format = useFormatters();
  const { list, query, onChange, stale } = props;
  const rows = useMemo(() => toFleetRows(list.items), [list.items]);
  const totals = useMemo(() => toFleetTotals(list), [list]);
  const silent = clustersOutOfContact(list.clusters);

  if (list.clusters.length === 0) {
    return (
      <Alert
        status="info"
        icon
        title={t('fleet.noClusters.title')}
        description={t('fleet.noClusters.description')}
      />
    );
  }

  const body = () => {
    if (rows.length > 0) {
      return (
        <>
          <FleetTable
            rows={rows}
            severalClusters={list.clusters.length > 1}
            query={query}
            onChange={onChange}
            stale={stale}
          />
          <FleetPager
            totalItems={list.totalItems}
            page={query.page}
            onPage={page => onChange({ page })}
          />
        </>
      );
    }
    if (isFiltered(query) || totals.agents > 0) {
      return (
        <Alert
          role="status"
          status="info"
          icon
          title={t('fleet.noMatch.title')}
          description={t('fleet.noMatch.description')}
          customActions={
            <Button
              variant="secondary"
              onPress={() =>
                onChange({ text: '', states: [], clusters: [], namespaces: [] })
              }
            >
              {t('fleet.filters.clear')}
            </Button>
          }
        />
      );
    }
    return <EmptyFleet />;
  };

  return (
    <>
      <ClusterStrip clusters={list.clusters} />
      {silent.length > 0 && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('fleet.partial.title', { count: silent.length })}
          description={t('fleet.partial.description', {
            clusters: format.list(
              silent.map(cluster => cluster.title ?? cluster.name),
            ),
          })}
        />
      )}
      <FleetTotalsBar
        totals={totals}
        states={query.states}
        onStatesChange={states => onChange({ states })}
      />
      {totals.agents > 0 && (
        <FleetFilters query={query} facets={list.facets} onChange={onChange} />
      )}
      {body()}
    </>
  );
}
