import { useMemo } from 'react';
import { Cell, CellText, Table, Text, type ColumnConfig } from '@backstage/ui';
import type { ScaleEvent } from '@suoke/plugin-agent-scaling-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText } from '../../hooks/useText';
import { ScaleEventText } from './ScaleEventText';
import { useScaleChangeText } from './useScaleChangeText';

/** Changes of scale, newest first. */
export function ScaleEventsTable(props: { events: readonly ScaleEvent[] }) {
  const t = useText();
  const format = useFormatters();
  const changeText = useScaleChangeText();
  const columns = useMemo(
    (): ColumnConfig<ScaleEvent>[] => [
      {
        id: 'time',
        label: t('history.time'),
        isRowHeader: true,
        defaultWidth: '2fr',
        minWidth: 170,
        cell: event => (
          <CellText title={format.dateTime(Date.parse(event.at))} />
        ),
      },
      {
        id: 'change',
        label: t('history.change'),
        defaultWidth: '2fr',
        minWidth: 150,
        cell: event => (
          <CellText
            title={changeText(event) ?? t(`history.kind.${event.kind}`)}
            description={
              changeText(event) ? t(`history.kind.${event.kind}`) : undefined
            }
          />
        ),
      },
      {
        id: 'reason',
        label: t('history.reason'),
        defaultWidth: '5fr',
        minWidth: 220,
        cell: event => (
          <Cell>
            <ScaleEventText event={event} />
          </Cell>
        ),
      },
    ],
    [t, format, changeText],
  );
  const newestFirst = useMemo(
    () => [...props.events].reverse(),
    [props.events],
  );
  if (newestFirst.length === 0) {
    return (
      <Text variant="body-small" color="secondary">
        {t('history.noEvents')}
      </Text>
    );
  }
  return (
    <section aria-label={t('history.events')}>
      <Table
        columnConfig={columns}
        data={newestFirst}
        pagination={{ type: 'none' }}
      />
    </section>
  );
}
