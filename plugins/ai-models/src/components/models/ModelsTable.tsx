import { useMemo } from 'react';
import { Table, useTable } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { sortModels, type ModelRow } from '../../lib/modelRow';
import { createModelsColumns } from './modelsColumns';

const PAGE_SIZE = 50;

/** The models as a table. */
export function ModelsTable(props: { rows: ModelRow[] }) {
  const t = useText();
  const columns = useMemo(() => createModelsColumns(t), [t]);
  const { tableProps } = useTable({
    mode: 'complete',
    data: props.rows,
    initialSort: { column: 'model', direction: 'ascending' },
    sortFn: (rows, { column, direction }) =>
      sortModels(rows, String(column), direction),
    paginationOptions: { pageSize: PAGE_SIZE },
  });
  return (
    <section aria-label={t('models.table')}>
      <Table
        {...tableProps}
        columnConfig={columns}
        pagination={
          props.rows.length > PAGE_SIZE
            ? tableProps.pagination
            : { type: 'none' }
        }
      />
    </section>
  );
}
