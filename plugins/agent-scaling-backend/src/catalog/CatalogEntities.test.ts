import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogEntities } from './CatalogEntities';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'chat',
    annotations: { 'backstage.io/kubernetes-id': 'chat' },
  },
};
const WORKLOAD = { cluster: 'eu', namespace: 'agents', kubernetesId: 'chat' };

describe('CatalogEntities', () => {
  it('says whether a refresh brought anything new', async () => {
    const entities = CatalogEntities.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [entity] }),
      logger: mockServices.logger.mock(),
    });
    expect(entities.find(WORKLOAD)).toBeUndefined();
    await expect(entities.refresh()).resolves.toBe(true);
    expect(entities.find(WORKLOAD)?.entityRef).toBe('component:default/chat');
    await expect(entities.refresh()).resolves.toBe(false);
  });

  it('keeps what it has while the catalog is away, and says so', async () => {
    const catalog = catalogServiceMock({ entities: [entity] });
    const logger = mockServices.logger.mock();
    const entities = CatalogEntities.create({
      auth: mockServices.auth(),
      catalog,
      logger,
    });
    await entities.refresh();
    jest.spyOn(catalog, 'streamEntities').mockImplementation(() => {
      throw new Error('503');
    });
    await expect(entities.refresh()).resolves.toBe(false);
    expect(entities.find(WORKLOAD)).toBeDefined();
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('503'));
  });
});
