import { useState } from 'react';
import { useModels } from '../../hooks/useModels';
import { filterModels, type ModelFilter } from '../../lib/modelRow';
import { LoadingLines } from '../shared/LoadingLines';
import { PageFrame } from '../shared/PageFrame';
import { ProblemPanel } from '../shared/ProblemPanel';
import { EmptyModels } from './EmptyModels';
import { ModelsFilters } from './ModelsFilters';
import { ModelsTable } from './ModelsTable';
import { NoMatch } from './NoMatch';

const NO_FILTER: ModelFilter = { text: '' };

/** All models: the states in order, from "cannot read" to "rows". */
function Models() {
  const models = useModels();
  const [filter, setFilter] = useState(NO_FILTER);
  if (models.isPending) {
    return <LoadingLines lines={8} />;
  }
  if (models.error) {
    return <ProblemPanel error={models.error} onRetry={models.refetch} />;
  }
  if (models.data.length === 0) {
    return <EmptyModels />;
  }
  const shown = filterModels(models.data, filter);
  return (
    <>
      <ModelsFilters
        rows={models.data}
        shown={shown.length}
        filter={filter}
        onChange={setFilter}
      />
      {shown.length > 0 ? (
        <ModelsTable rows={shown} />
      ) : (
        <NoMatch onClear={() => setFilter(NO_FILTER)} />
      )}
    </>
  );
}

/** The page of all models. */
export function ModelsPage() {
  return (
    <PageFrame>
      <Models />
    </PageFrame>
  );
}
