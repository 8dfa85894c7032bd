import type { Entity } from '@backstage/catalog-model';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import plugin from '.';

const component = (
  annotations: Record<string, string> | undefined,
  kind = 'Component',
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'xiaoai', annotations },
});

describe('the plugin', () => {
  it.each([
    [component({ 'backstage.io/kubernetes-id': 'xiaoai' }), true],
    [component({ 'example.com/other': 'xiaoai' }), false],
    [component(undefined), false],
    [component({ 'backstage.io/kubernetes-id': 'xiaoai' }, 'Resource'), false],
  ])('has a tab on %j: %s', (entity, expected) => {
    const filter = createExtensionTester(
      plugin.getExtension('entity-content:agent-scaling/scaling'),
    ).get(EntityContentBlueprint.dataRefs.filterFunction);
    expect(filter?.(entity)).toBe(expected);
  });

  it('names its routes so that others can link to them', () => {
    expect(Object.keys(plugin.routes)).toEqual(['root', 'agent']);
    expect(Object.keys(plugin.externalRoutes)).toEqual(['createAgent']);
  });
});
