import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Cell,
  CellText,
  Table,
  Text as Words,
  useTable,
  type ColumnConfig,
} from '@backstage/ui';
import type { ModelCondition } from '@suoke/plugin-ai-models-common';
import { useFormatters } from '../../hooks/useFormatters';
import { useText, type Text } from '../../hooks/useText';
import type { Formatters } from '../../lib/format';
import { Section } from './Section';
import { State, type Tone } from './State';
import styles from './ConditionsCard.module.css';

type ConditionRow = ModelCondition & { id: string };

/** `True` is good for every condition but `Stalled`. */
function toneOf({ type, status }: ModelCondition): Tone {
  if (status === 'Unknown') {
    return 'quiet';
  }
  return (status === 'True') === (type !== 'Stalled') ? 'good' : 'bad';
}

function createColumns(
  t: Text,
  format: Formatters,
): ColumnConfig<ConditionRow>[] {
  return [
    {
      id: 'type',
      label: t('conditions.condition'),
      isRowHeader: true,
      cell: row => <CellText title={row.type} />,
    },
    {
      id: 'status',
      label: t('conditions.status'),
      cell: row => (
        <Cell>
          <State tone={toneOf(row)}>
            {t(`conditions.status${row.status}`)}
          </State>
        </Cell>
      ),
    },
    {
      id: 'reason',
      label: t('conditions.reason'),
      minWidth: 260,
      // A message may be long and is the reason to look here, so it wraps instead of being cut.
      cell: row => (
        <Cell>
          <div>{row.reason}</div>
          <Words variant="body-small" className={styles.message}>
            {row.message}
          </Words>
        </Cell>
      ),
    },
    {
      id: 'since',
      label: t('conditions.since'),
      minWidth: 190,
      cell: row => (
        <CellText
          title={
            row.lastTransitionTime ? format.time(row.lastTransitionTime) : ''
          }
        />
      ),
    },
  ];
}

/** What the cluster says about the entity of the page. */
export function ConditionsCard() {
  const t = useText();
  const format = useFormatters();
  const { entity } = useEntity();
  const status = (entity as { status?: { conditions?: ModelCondition[] } })
    .status;
  const { tableProps } = useTable({
    mode: 'complete',
    data: (status?.conditions ?? []).map(condition => ({
      ...condition,
      id: condition.type,
    })),
    paginationOptions: { pageSize: 50 },
  });
  // The new frontend system leaves the card out by its filter; an older app renders it always.
  if (!status?.conditions?.length) {
    return null;
  }
  return (
    <Section title={t('conditions.title')} subtitle={t('conditions.subtitle')}>
      <Table
        {...tableProps}
        columnConfig={createColumns(t, format)}
        pagination={{ type: 'none' }}
      />
    </Section>
  );
}
