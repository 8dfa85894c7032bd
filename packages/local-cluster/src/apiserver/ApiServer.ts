import { Clock } from '../clock/types';
import { MetricsSource } from '../metrics/types';
import { Cluster } from '../registry/Cluster';
import { versionOf } from '../registry/ResourceType';
import { methodNotAllowed, StatusError } from '../store/StatusError';
import { ApiRequest } from './ApiRequest';
import { Discovery } from './discovery';
import { customMetricsGroups } from './metrics/customMetrics';
import { externalMetricsGroup } from './metrics/externalMetrics';
import { resourceMetricsGroup } from './metrics/resourceMetrics';
import { parseAccept } from './negotiate';
import { openApiV2 } from './openapi/openApiV2';
import {
  OPENAPI_V2_PROTOBUF,
  OPENAPI_V2_PROTOBUF_ANSWER,
  openApiV2Protobuf,
} from './openapi/openApiV2Protobuf';
import { OpenApiV3 } from './openapi/openApiV3';
import { PodLogs } from './pods/podLog';
import { json, Reply, text } from './Reply';
import { reviewGroups } from './reviews/reviewGroups';
import { parseResourcePath, ResourcePath } from './requestInfo';
import { ResourceHandlers } from './ResourceHandlers';
import { serverVersion } from './serverVersion';
import { SubresourceHandlers } from './SubresourceHandlers';
import { VirtualGroup } from './virtualGroups';

export interface ApiServerOptions {
  cluster: Cluster;
  metrics: MetricsSource;
  clock: Clock;
  /** What containers have written. Default: a line that says that nothing runs. */
  logs?: PodLogs;
}

const healthPaths = /^\/(healthz|readyz|livez)(\/[\w-]+)*$/;

function pageNotFound(): StatusError {
  return new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

/** Routes requests to what answers them. Knows paths; not sockets, and not objects. */
export class ApiServer {
  private readonly discovery: Discovery;
  private readonly openApi: OpenApiV3;
  private readonly virtual: VirtualGroup[];
  private readonly resources: ResourceHandlers;
  private readonly subresources: SubresourceHandlers;

  constructor(private readonly options: ApiServerOptions) {
    const { registry } = options.cluster.machinery;
    const { cluster, metrics } = options;
    this.virtual = [
      resourceMetricsGroup(
        metrics,
        name =>
          cluster.get({ group: '', resource: 'nodes' }, { name })?.metadata
            .labels,
      ),
      ...customMetricsGroups(cluster, metrics),
      externalMetricsGroup(metrics),
      ...reviewGroups(),
    ];
    this.discovery = new Discovery(registry, () => this.virtual);
    this.openApi = new OpenApiV3(registry, serverVersion.gitVersion);
    this.resources = new ResourceHandlers(options.cluster);
    this.subresources = new SubresourceHandlers(
      options.cluster,
      this.resources,
      options.logs,
    );
  }

  /** @returns `undefined` when the connection has been taken over by a watch */
  handle(request: ApiRequest): Reply | undefined {
    return (
      this.wellKnown(request) ??
      this.openApiDocument(request) ??
      this.document(request) ??
      this.resource(request)
    );
  }

  private wellKnown({ path, query }: ApiRequest): Reply | undefined {
    if (healthPaths.test(path)) {
      return text(
        query.has('verbose')
          ? `[+]ping ok\n${path.slice(1)} check passed\n`
          : 'ok',
      );
    }
    if (path === '/version' || path === '/version/') return json(serverVersion);
    if (path === '/')
      return json({
        paths: [
          '/api',
          '/apis',
          '/healthz',
          '/livez',
          '/openapi/v3',
          '/readyz',
          '/version',
        ],
      });
    return undefined;
  }

  private openApiDocument({ path, accept }: ApiRequest): Reply | undefined {
    if (path === '/openapi/v2') {
      const types = parseAccept(accept).map(({ type }) => type);
      const wanted = types.find(type =>
        [OPENAPI_V2_PROTOBUF, 'application/json', '*/*'].includes(type),
      );
      if (types.length > 0 && !wanted) {
        throw new StatusError(
          406,
          'NotAcceptable',
          `only the following media types are accepted: application/json, ${OPENAPI_V2_PROTOBUF}`,
          {},
        );
      }
      if (wanted === OPENAPI_V2_PROTOBUF) {
        return {
          code: 200,
          contentType: OPENAPI_V2_PROTOBUF_ANSWER,
          body: openApiV2Protobuf(serverVersion.gitVersion),
        };
      }
      return json(
        openApiV2(
          this.options.cluster.machinery.registry,
          serverVersion.gitVersion,
        ),
      );
    }
    if (path === '/openapi/v3') return json(this.openApi.index());
    if (!path.startsWith('/openapi/v3/')) return undefined;
    const document = this.openApi.document(path.slice('/openapi/v3/'.length));
    if (!document) throw pageNotFound();
    return json(document);
  }

  private document({ method, path, accept }: ApiRequest): Reply | undefined {
    const parts = path.split('/').filter(Boolean);
    const [root, ...rest] = parts;
    if (root !== 'api' && root !== 'apis') return undefined;
    const depth = root === 'api' ? 1 : 2;
    if (rest.length > depth) return undefined;
    if (method !== 'GET')
      throw methodNotAllowed(`the server does not allow ${method} on ${path}`);
    if (rest.length === 0) return this.root(root, accept);
    if (rest.length < depth) return found(this.discovery.group(rest[0]));
    return found(
      this.discovery.resources(root === 'api' ? '' : rest[0], rest[depth - 1]),
    );
  }

  private root(root: 'api' | 'apis', accept: string): Reply {
    const wanted = parseAccept(accept).find(
      ({ type, parameters }) =>
        type === 'application/json' &&
        (!parameters.as || parameters.g === 'apidiscovery.k8s.io'),
    );
    if (wanted?.parameters.as === 'APIGroupDiscoveryList') {
      const version = wanted.parameters.v === 'v2beta1' ? 'v2beta1' : 'v2';
      return json(
        this.discovery.aggregated(root, version),
        200,
        `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`,
      );
    }
    return json(
      root === 'api'
        ? this.discovery.coreVersions()
        : this.discovery.groupList(),
    );
  }

  private resource(request: ApiRequest): Reply | undefined {
    const path = parseResourcePath(request.path);
    if (!path) throw pageNotFound();
    const type = this.options.cluster.machinery.registry.findServed(
      path.group,
      path.version,
      path.resource,
    );
    const version = type && versionOf(type, path.version);
    if (!type || !version) return this.virtualResource(request, path);
    if (version.deprecationWarning)
      request.warnings.push(version.deprecationWarning);
    const target = { request, path, type, version };
    const servesStatus = path.subresource === 'status' && version.status;
    return path.subresource && !servesStatus
      ? this.subresources.handle(target)
      : this.resources.handle(target);
  }

  private virtualResource(request: ApiRequest, path: ResourcePath): Reply {
    const group = this.virtual.find(
      one => one.group === path.group && one.version === path.version,
    );
    if (!group) throw pageNotFound();
    this.requireAvailable(group);
    const reply = group.handle(request, path);
    if (!reply) throw pageNotFound();
    return reply;
  }

  // An APIService that says its backend is away takes the group with it, as behind the aggregation layer.
  private requireAvailable({ group, version }: VirtualGroup): void {
    const service = this.options.cluster.get(
      { group: 'apiregistration.k8s.io', resource: 'apiservices' },
      { name: `${version}.${group}` },
    );
    const conditions: { type: string; status: string }[] =
      service?.status?.conditions ?? [];
    if (
      conditions.some(one => one.type === 'Available' && one.status === 'False')
    ) {
      throw new StatusError(
        503,
        'ServiceUnavailable',
        'the server is currently unable to handle the request',
        {},
      );
    }
  }
}

function found(body: unknown): Reply {
  if (!body) throw pageNotFound();
  return json(body);
}
