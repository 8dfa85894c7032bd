import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { MODEL_ROW_FIELDS, toModelRows } from '../lib/modelRow';

/** All models that the reader may see, as table rows. */
export function useModels() {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['ai-models', 'models'],
    queryFn: () =>
      catalog.getEntities({
        filter: [{ kind: 'AIModel' }, { kind: 'ModelVersion' }],
        fields: MODEL_ROW_FIELDS,
      }),
    select: ({ items }) => toModelRows(items),
  });
}
