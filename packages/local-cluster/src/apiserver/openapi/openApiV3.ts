import { createHash } from 'node:crypto';
import { ResourceRegistry } from '../../registry/ResourceRegistry';
import {
  apiVersionOf,
  ResourceType,
  ResourceVersion,
} from '../../registry/ResourceType';
import { objectMetaSchema } from '../../registry/schema/builtinSchemas';
import { patchMediaTypes } from '../decodeBody';
import { ComponentSchemas, componentName, Json } from './componentSchemas';

const queryParameter = (name: string, type: string) => ({
  name,
  in: 'query',
  schema: { type, uniqueItems: true },
});

const writeParameters = [
  queryParameter('dryRun', 'string'),
  queryParameter('fieldManager', 'string'),
  queryParameter('fieldValidation', 'string'),
];
const listParameters = [
  queryParameter('allowWatchBookmarks', 'boolean'),
  queryParameter('continue', 'string'),
  queryParameter('fieldSelector', 'string'),
  queryParameter('labelSelector', 'string'),
  queryParameter('limit', 'integer'),
  queryParameter('resourceVersion', 'string'),
  queryParameter('resourceVersionMatch', 'string'),
  queryParameter('sendInitialEvents', 'boolean'),
  queryParameter('timeoutSeconds', 'integer'),
  queryParameter('watch', 'boolean'),
];

function gvkOf(type: ResourceType, version: ResourceVersion) {
  return { group: type.group, kind: type.kind, version: version.name };
}

export function kindComponentName(
  type: ResourceType,
  version: ResourceVersion,
): string {
  if (version.schema?.definition)
    return componentName(version.schema.definition);
  const reversed = type.group.split('.').reverse().join('.') || 'io.k8s.core';
  return `${reversed}.${version.name}.${type.kind}`;
}

function kindSchema(
  components: ComponentSchemas,
  type: ResourceType,
  version: ResourceVersion,
): string {
  const name = kindComponentName(type, version);
  const body: Json = version.schema
    ? components.inline(version.schema)
    : { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  const properties = {
    ...(body.properties as Json),
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: components.use(objectMetaSchema()),
  };
  return components.add(name, {
    ...body,
    type: 'object',
    properties,
    'x-kubernetes-group-version-kind': [gvkOf(type, version)],
  });
}

function pathsOf(
  type: ResourceType,
  version: ResourceVersion,
  ref: string,
): Json {
  const base = `/${type.group ? 'apis' : 'api'}/${apiVersionOf(
    type.group,
    version.name,
  )}`;
  const collection = type.namespaced
    ? `${base}/namespaces/{namespace}/${type.resource}`
    : `${base}/${type.resource}`;
  const content = { 'application/json': { schema: { $ref: ref } } };
  const operation = (action: string, more: Json = {}) => ({
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': gvkOf(type, version),
    responses: { 200: { description: 'OK', content } },
    ...more,
  });
  const list = operation('list', { parameters: listParameters });
  const patchContent = Object.fromEntries(
    patchMediaTypes(type).map(media => [media, { schema: { type: 'object' } }]),
  );
  return {
    ...(type.namespaced && { [`${base}/${type.resource}`]: { get: list } }),
    [collection]: {
      get: list,
      post: operation('post', {
        parameters: writeParameters,
        requestBody: { content },
      }),
      delete: operation('deletecollection', { parameters: listParameters }),
    },
    [`${collection}/{name}`]: {
      get: operation('get'),
      put: operation('put', {
        parameters: writeParameters,
        requestBody: { content },
      }),
      patch: operation('patch', {
        parameters: [...writeParameters, queryParameter('force', 'boolean')],
        requestBody: { content: patchContent },
      }),
      delete: operation('delete', {
        parameters: [queryParameter('dryRun', 'string')],
      }),
    },
  };
}

/** OpenAPI v3 documents, one for each group and version, rebuilt when kinds come or go. */
export class OpenApiV3 {
  private documents = new Map<string, string>();
  private revision = -1;

  constructor(
    private readonly registry: ResourceRegistry,
    private readonly serverVersion: string,
  ) {}

  /** The list of documents with their hashes, which clients use as cache keys. */
  index(): Json {
    const paths = this.groupVersions().map(path => {
      const hash = createHash('sha256')
        .update(this.document(path) ?? '')
        .digest('hex')
        .toUpperCase();
      return [path, { serverRelativeURL: `/openapi/v3/${path}?hash=${hash}` }];
    });
    return { paths: Object.fromEntries(paths) };
  }

  /** The document of `api/v1` or `apis/<group>/<version>`, as JSON. */
  document(path: string): string | undefined {
    if (this.revision !== this.registry.revision) {
      this.documents = new Map();
      this.revision = this.registry.revision;
    }
    const known = this.documents.get(path);
    if (known) return known;
    const served = this.servedAt(path);
    if (served.length === 0) return undefined;
    const document = JSON.stringify(this.build(served));
    this.documents.set(path, document);
    return document;
  }

  private groupVersions(): string[] {
    const all = this.registry
      .all()
      .flatMap(type => type.versions.map(version => pathOf(type, version)));
    return [...new Set(all)].sort();
  }

  private servedAt(path: string): [ResourceType, ResourceVersion][] {
    return this.registry
      .all()
      .flatMap(type =>
        type.versions
          .filter(version => pathOf(type, version) === path)
          .map(version => [type, version] as [ResourceType, ResourceVersion]),
      );
  }

  private build(served: [ResourceType, ResourceVersion][]): Json {
    const components = new ComponentSchemas();
    const paths: Json = {};
    for (const [type, version] of served) {
      Object.assign(
        paths,
        pathsOf(type, version, kindSchema(components, type, version)),
      );
    }
    return {
      openapi: '3.0.0',
      info: { title: 'Kubernetes', version: this.serverVersion },
      paths,
      components: { schemas: components.schemas },
    };
  }
}

function pathOf(type: ResourceType, version: ResourceVersion): string {
  return type.group
    ? `apis/${type.group}/${version.name}`
    : `api/${version.name}`;
}
