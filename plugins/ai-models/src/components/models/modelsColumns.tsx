import { Cell, CellText, Text, type ColumnConfig } from '@backstage/ui';
import type { Text as Translate } from '../../hooks/useText';
import type { ModelRow } from '../../lib/modelRow';
import { EntityLink } from '../shared/EntityLink';
import { EntityLinks } from '../shared/EntityLinks';
import { State } from '../shared/State';
import styles from './modelsColumns.module.css';

function ActiveCell(props: { row: ModelRow; t: Translate }) {
  const { row, t } = props;
  const { active } = row;
  if (!active) {
    return (
      <Cell>
        <State tone="quiet">{t('models.noActive')}</State>
      </Cell>
    );
  }
  return (
    <Cell>
      {active.number ? (
        <EntityLink entityRef={active.ref}>{active.number}</EntityLink>
      ) : (
        <State tone="warning">
          {t('models.missingActive', { name: active.name })}
        </State>
      )}
    </Cell>
  );
}

/** The columns of the table of all models. */
export function createModelsColumns(t: Translate): ColumnConfig<ModelRow>[] {
  return [
    {
      id: 'model',
      label: t('models.columns.model'),
      isRowHeader: true,
      isSortable: true,
      minWidth: 220,
      cell: row => (
        <Cell>
          <div className={styles.model}>
            <EntityLink entityRef={row.id}>{row.title}</EntityLink>
            {row.title !== row.name && (
              <Text variant="body-x-small" color="secondary">
                {row.name}
              </Text>
            )}
          </div>
        </Cell>
      ),
    },
    {
      id: 'framework',
      label: t('models.columns.framework'),
      isSortable: true,
      minWidth: 170,
      cell: row => <CellText title={row.framework} description={row.task} />,
    },
    {
      id: 'active',
      label: t('models.columns.active'),
      isSortable: true,
      minWidth: 150,
      cell: row => <ActiveCell row={row} t={t} />,
    },
    {
      id: 'versions',
      label: t('models.columns.versions'),
      isSortable: true,
      minWidth: 90,
      cell: row => <CellText title={String(row.versionCount)} />,
    },
    {
      id: 'agents',
      label: t('models.columns.agents'),
      isSortable: true,
      minWidth: 110,
      cell: row => (
        <Cell>
          <EntityLinks entityRefs={row.agentRefs} />
        </Cell>
      ),
    },
    {
      id: 'registry',
      label: t('models.columns.registry'),
      isSortable: true,
      minWidth: 130,
      cell: row => (
        <Cell>
          {row.registryRef && <EntityLink entityRef={row.registryRef} />}
        </Cell>
      ),
    },
    {
      id: 'owner',
      label: t('models.columns.owner'),
      isSortable: true,
      minWidth: 130,
      cell: row => (
        <Cell>
          <EntityLinks entityRefs={row.ownerRefs} />
        </Cell>
      ),
    },
    {
      id: 'lifecycle',
      label: t('models.columns.lifecycle'),
      isSortable: true,
      minWidth: 110,
      cell: row => <CellText title={row.lifecycle ?? ''} />,
    },
  ];
}
