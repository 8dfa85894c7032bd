import { useMemo, useState } from 'react';
import {
  Cell,
  CellText,
  SearchField,
  Switch,
  Table,
  Text,
  type ColumnConfig,
} from '@backstage/ui';
import type { AgentEvent } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { filterEvents } from '../../lib/eventFilter';
import { RelativeTime } from '../shared/RelativeTime';
import { Section } from '../shared/Section';
import { ToneIcon } from '../shared/ToneIcon';
import styles from './EventsSection.module.css';

/** Kubernetes events of everything around the agent, newest first. Their words are the cluster's, in English. */
export function EventsSection(props: { events: readonly AgentEvent[] }) {
  const t = useText();
  const format = useFormatters();
  const [text, setText] = useState('');
  const [warningsOnly, setWarningsOnly] = useState(false);
  const shown = useMemo(
    () => filterEvents(props.events, { text, warningsOnly }),
    [props.events, text, warningsOnly],
  );
  const columns = useMemo(
    (): ColumnConfig<AgentEvent>[] => [
      {
        id: 'time',
        label: t('events.columns.time'),
        defaultWidth: '1fr',
        minWidth: 100,
        cell: event => (
          <Cell>
            <RelativeTime at={event.lastAt} />
          </Cell>
        ),
      },
      {
        id: 'reason',
        label: t('events.columns.reason'),
        isRowHeader: true,
        defaultWidth: '2fr',
        minWidth: 160,
        cell: event => (
          <Cell>
            <div className={styles.reason}>
              <ToneIcon tone={event.type === 'Warning' ? 'warning' : 'good'} />
              <span>
                {event.reason}
                <span className={styles.secondary}>
                  {' '}
                  {t(`events.type.${event.type}`)}
                </span>
              </span>
            </div>
          </Cell>
        ),
      },
      {
        id: 'message',
        label: t('events.columns.message'),
        defaultWidth: '5fr',
        minWidth: 240,
        cell: event => (
          <Cell>
            <span lang="en" className={styles.message}>
              {event.message}
            </span>
          </Cell>
        ),
      },
      {
        id: 'object',
        label: t('events.columns.object'),
        defaultWidth: '2fr',
        minWidth: 150,
        cell: event => (
          <CellText title={event.object.name} description={event.object.kind} />
        ),
      },
      {
        id: 'count',
        label: t('events.columns.count'),
        defaultWidth: '1fr',
        minWidth: 70,
        cell: event => (
          <CellText
            title={t('events.times', { amount: format.integer(event.count) })}
          />
        ),
      },
    ],
    [t, format],
  );

  if (props.events.length === 0) {
    return (
      <Section title={t('events.title')}>
        <Text color="secondary">{t('events.none')}</Text>
      </Section>
    );
  }
  return (
    <Section
      title={t('events.title')}
      actions={
        <div className={styles.filters}>
          <SearchField
            size="small"
            aria-label={t('events.filter')}
            placeholder={t('events.filter')}
            value={text}
            onChange={setText}
          />
          <Switch
            label={t('events.warningsOnly')}
            isSelected={warningsOnly}
            onChange={setWarningsOnly}
          />
        </div>
      }
    >
      <Table
        columnConfig={columns}
        data={shown}
        pagination={{ type: 'none' }}
        emptyState={<Text color="secondary">{t('events.noMatch')}</Text>}
      />
    </Section>
  );
}
