import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** The versions that have a relation to an entity: `versionOf` a model, or `storedIn` a registry. */
export function useVersions(
  relation: 'versionOf' | 'storedIn',
  targetRef: string,
) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['ai-models', 'versions', relation, targetRef],
    queryFn: async () => {
      const { items } = await catalog.getEntities({
        filter: { kind: 'ModelVersion', [`relations.${relation}`]: targetRef },
      });
      return items;
    },
  });
}
