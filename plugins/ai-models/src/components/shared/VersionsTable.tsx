import { useMemo } from 'react';
import {
  Cell,
  CellText,
  Table,
  useTable,
  type ColumnConfig,
} from '@backstage/ui';
import { useText, type Text } from '../../hooks/useText';
import type { VersionRow } from '../../lib/versionRow';
import { Aliases } from './Aliases';
import { Code } from './Code';
import { EntityLink } from './EntityLink';
import { RoleState } from './RoleState';
import styles from './VersionsTable.module.css';

function createColumns(
  t: Text,
  of: 'model' | 'registry',
): ColumnConfig<VersionRow>[] {
  const version: ColumnConfig<VersionRow> = {
    id: 'version',
    label: t('versions.columns.version'),
    isRowHeader: true,
    minWidth: 120,
    cell: row => (
      <Cell>
        <div className={styles.version}>
          <EntityLink entityRef={row.id}>{row.number}</EntityLink>
          <Aliases aliases={row.aliases} />
        </div>
      </Cell>
    ),
  };
  const model: ColumnConfig<VersionRow> = {
    id: 'model',
    label: t('versions.columns.model'),
    minWidth: 140,
    cell: row => (
      <Cell>{row.modelRef && <EntityLink entityRef={row.modelRef} />}</Cell>
    ),
  };
  const role: ColumnConfig<VersionRow> = {
    id: 'role',
    label: t('versions.columns.role'),
    minWidth: 120,
    cell: row => (
      <Cell>
        <RoleState role={row.role} />
      </Cell>
    ),
  };
  return [
    version,
    of === 'model' ? role : model,
    {
      id: 'image',
      label: t('versions.columns.image'),
      minWidth: 220,
      cell: row => (
        <Cell>
          {row.image ? (
            <Code>{row.image}</Code>
          ) : (
            t('versions.modelDefaultImage')
          )}
        </Cell>
      ),
    },
    {
      id: 'format',
      label: t('versions.columns.format'),
      minWidth: 100,
      cell: row => <CellText title={row.format ?? ''} />,
    },
    {
      id: 'lifecycle',
      label: t('versions.columns.lifecycle'),
      minWidth: 100,
      cell: row => <CellText title={row.lifecycle ?? ''} />,
    },
  ];
}

/** More would make the page long without telling more. */
const PAGE_SIZE = 10;

/** Versions of one model, or of all models that a registry keeps. */
export function VersionsTable(props: {
  rows: VersionRow[];
  of: 'model' | 'registry';
}) {
  const t = useText();
  const columns = useMemo(() => createColumns(t, props.of), [t, props.of]);
  const { tableProps } = useTable({
    mode: 'complete',
    data: props.rows,
    paginationOptions: { pageSize: PAGE_SIZE },
  });
  return (
    <Table
      {...tableProps}
      columnConfig={columns}
      pagination={
        props.rows.length > PAGE_SIZE ? tableProps.pagination : { type: 'none' }
      }
      emptyState={<>{t('versions.empty')}</>}
    />
  );
}
