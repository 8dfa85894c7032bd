import { useMemo } from 'react';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ModelKindName } from '@suoke/plugin-ai-models-common';
import { readModelObject } from '../lib/readModelObject';

/** The entity of the page, also as the typed object that it was made from. */
export function useModelObject<K extends ModelKindName>(kind: K) {
  const { entity } = useEntity();
  return useMemo(
    () => ({ entity, ...readModelObject(kind, entity) }),
    [kind, entity],
  );
}
