import { useMemo } from 'react';
import { Cell, Table, Text, type ColumnConfig } from '@backstage/ui';
import type { Condition } from '@suoke/plugin-agent-scaling-common';
import { useText } from '../../hooks/useText';
import { RelativeTime } from '../shared/RelativeTime';
import { toneOfLevel } from '../shared/Tone';
import { ToneIcon } from '../shared/ToneIcon';
import { useConditionText } from './useConditionText';
import styles from './ConditionsTable.module.css';

type ConditionRow = Condition & { id: string };

/** What an autoscaler says of itself, in plain words; the cluster's own words stand below them. */
export function ConditionsTable(props: {
  conditions: readonly Condition[];
  empty: string;
}) {
  const t = useText();
  const conditionText = useConditionText();
  const columns = useMemo(
    (): ColumnConfig<ConditionRow>[] => [
      {
        id: 'condition',
        label: t('hpa.conditionColumns.condition'),
        isRowHeader: true,
        defaultWidth: '3fr',
        minWidth: 160,
        cell: condition => (
          <Cell>
            <div className={styles.condition}>
              <ToneIcon tone={toneOfLevel(condition.level)} />
              <span>
                {condition.type}
                <span className={styles.secondary}>
                  {' '}
                  {t(`conditionStatus.${condition.status}`)}
                </span>
              </span>
            </div>
          </Cell>
        ),
      },
      {
        id: 'meaning',
        label: t('hpa.conditionColumns.meaning'),
        defaultWidth: '6fr',
        minWidth: 260,
        cell: condition => {
          const { text, original } = conditionText(condition);
          return (
            <Cell>
              <div className={styles.meaning}>
                {text && <span>{text}</span>}
                {original && (
                  <span className={styles.original} lang="en">
                    {original}
                  </span>
                )}
              </div>
            </Cell>
          );
        },
      },
      {
        id: 'since',
        label: t('hpa.conditionColumns.since'),
        defaultWidth: '1fr',
        minWidth: 100,
        cell: condition => (
          <Cell>
            {condition.lastTransitionTime ? (
              <RelativeTime at={condition.lastTransitionTime} />
            ) : (
              <span />
            )}
          </Cell>
        ),
      },
    ],
    [t, conditionText],
  );
  const rows = useMemo(
    () =>
      props.conditions.map(condition => ({ ...condition, id: condition.type })),
    [props.conditions],
  );
  if (rows.length === 0) {
    return (
      <Text variant="body-small" color="secondary">
        {props.empty}
      </Text>
    );
  }
  return (
    <Table columnConfig={columns} data={rows} pagination={{ type: 'none' }} />
  );
}
