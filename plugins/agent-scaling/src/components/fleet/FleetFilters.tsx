import { useEffect, useState } from 'react';
import { Button, SearchField, Select } from '@backstage/ui';
import {
  agentStateValues,
  type AgentFacets,
  type AgentState,
  type FacetValue,
} from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { isFiltered, type FleetQuery } from '../../lib/fleetQuery';
import styles from './FleetFilters.module.css';

/** Long enough to type a word, short enough to feel immediate. */
const TYPING_MS = 250;

/** The filters of the fleet with the number of agents behind each choice. */
export function FleetFilters(props: {
  query: FleetQuery;
  facets: AgentFacets;
  onChange: (change: Partial<FleetQuery>) => void;
}) {
  const t = useText();
  const format = useFormatters();
  const { query, facets, onChange } = props;
  const [text, setText] = useState(query.text);

  // The address may change from outside, for example by the back button.
  useEffect(() => setText(query.text), [query.text]);

  useEffect(() => {
    if (text === query.text) {
      return undefined;
    }
    const timer = setTimeout(() => onChange({ text }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, query.text, onChange]);

  const options = (
    facet: readonly FacetValue[],
    label: (value: string) => string = value => value,
  ) =>
    facet.map(({ value, count }) => ({
      value,
      label: t('fleet.filters.option', {
        value: label(value),
        amount: format.integer(count),
      }),
    }));

  const isState = (value: unknown): value is AgentState =>
    agentStateValues.some(state => state === value);

  return (
    <div
      role="search"
      aria-label={t('fleet.filters.label')}
      className={styles.root}
    >
      <SearchField
        className={styles.search}
        size="small"
        aria-label={t('fleet.filters.search')}
        placeholder={t('fleet.filters.searchPlaceholder')}
        value={text}
        onChange={setText}
      />
      <Select
        className={styles.select}
        size="small"
        selectionMode="multiple"
        aria-label={t('fleet.filters.status')}
        placeholder={t('fleet.filters.anyStatus')}
        options={options(facets.states, value =>
          isState(value) ? t(`state.${value}`) : value,
        )}
        value={query.states}
        onChange={value => onChange({ states: value.filter(isState) })}
      />
      {facets.clusters.length > 1 && (
        <Select
          className={styles.select}
          size="small"
          selectionMode="multiple"
          aria-label={t('fleet.filters.cluster')}
          placeholder={t('fleet.filters.anyCluster')}
          options={options(facets.clusters)}
          value={query.clusters}
          onChange={value => onChange({ clusters: value.map(String) })}
        />
      )}
      {facets.namespaces.length > 1 && (
        <Select
          className={styles.select}
          size="small"
          selectionMode="multiple"
          aria-label={t('fleet.filters.namespace')}
          placeholder={t('fleet.filters.anyNamespace')}
          options={options(facets.namespaces)}
          value={query.namespaces}
          onChange={value => onChange({ namespaces: value.map(String) })}
        />
      )}
      {isFiltered(query) && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() =>
            onChange({ text: '', states: [], clusters: [], namespaces: [] })
          }
        >
          {t('fleet.filters.clear')}
        </Button>
      )}
    </div>
  );
}
