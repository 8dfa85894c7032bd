import { ResourceRegistry } from '../../registry/ResourceRegistry';
import { ComponentSchemas, Json } from './componentSchemas';
import { kindComponentName } from './openApiV3';

/** The older, single document. Only definitions: the paths are in the v3 documents, which clients of today read. */
export function openApiV2(
  registry: ResourceRegistry,
  serverVersion: string,
): Json {
  const components = new ComponentSchemas('#/definitions/');
  for (const type of registry.all()) {
    for (const version of type.versions) {
      const body = version.schema
        ? components.inline(version.schema)
        : { type: 'object' };
      components.add(kindComponentName(type, version), {
        ...body,
        'x-kubernetes-group-version-kind': [
          { group: type.group, kind: type.kind, version: version.name },
        ],
      });
    }
  }
  return {
    swagger: '2.0',
    info: { title: 'Kubernetes', version: serverVersion },
    paths: {},
    definitions: components.schemas,
  };
}
