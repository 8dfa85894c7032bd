import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { RELATION_VERSION_OF, targetsOf } from '../lib/entityRefs';
import { readModelObject } from '../lib/readModelObject';

/** The model that a version is a version of. `null` when the catalog does not have it, or does not show it to the reader. */
export function useModelOfVersion(version: Entity) {
  const catalog = useApi(catalogApiRef);
  const modelRef = targetsOf(version, RELATION_VERSION_OF)[0];
  const query = useQuery({
    queryKey: ['ai-models', 'model', modelRef ?? null],
    queryFn: async () =>
      modelRef ? (await catalog.getEntityByRef(modelRef)) ?? null : null,
  });
  const model = useMemo(
    () => (query.data ? readModelObject('AIModel', query.data) : undefined),
    [query.data],
  );
  return { ...query, modelRef, model: model?.object };
}
