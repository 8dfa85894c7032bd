import { SearchField, Select, Text } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import type { ModelFilter, ModelRow } from '../../lib/modelRow';
import styles from './ModelsFilters.module.css';

const ANY = 'any';

/** Narrows the table down, and says how many models are left. */
export function ModelsFilters(props: {
  rows: ModelRow[];
  shown: number;
  filter: ModelFilter;
  onChange: (filter: ModelFilter) => void;
}) {
  const t = useText();
  const { rows, shown, filter, onChange } = props;
  const frameworks = [...new Set(rows.map(row => row.framework))].sort();
  return (
    <search className={styles.filters}>
      <SearchField
        className={styles.search}
        aria-label={t('models.search')}
        placeholder={t('models.searchPlaceholder')}
        value={filter.text}
        onChange={text => onChange({ ...filter, text })}
      />
      <Select
        className={styles.select}
        aria-label={t('models.framework')}
        options={[
          { id: ANY, label: t('models.anyFramework') },
          ...frameworks.map(framework => ({ id: framework, label: framework })),
        ]}
        value={filter.framework ?? ANY}
        onChange={key =>
          onChange({
            ...filter,
            framework: key === ANY || key === null ? undefined : String(key),
          })
        }
      />
      <Text variant="body-small" color="secondary" aria-live="polite">
        {shown === rows.length
          ? t('models.count', { count: shown })
          : t('models.countOf', {
              shown: String(shown),
              total: String(rows.length),
            })}
      </Text>
    </search>
  );
}
