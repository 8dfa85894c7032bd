import { Cluster } from '../registry/Cluster';
import { readScale, writeScale } from '../registry/scale';
import {
  badRequest,
  methodNotAllowed,
  StatusError,
} from '../store/StatusError';
import { ClusterObject } from '../store/types';
import { fieldManagerOf, isDryRun } from './ApiRequest';
import { parseBody } from './decodeBody';
import { patchDocument } from './patchObject';
import { bindPod } from './pods/bindPod';
import { evictPod } from './pods/evictPod';
import { PodLogs, podLog } from './pods/podLog';
import { json, Reply, success, text } from './Reply';
import { ResourceHandlers, ResourceRequest } from './ResourceHandlers';

type Fields = Record<string, any>;

const SIMULATED_TOKEN_SECONDS = 3600;

/** Everything below an object but its status. */
export class SubresourceHandlers {
  constructor(
    private readonly cluster: Cluster,
    private readonly resources: ResourceHandlers,
    private readonly logs?: PodLogs,
  ) {}

  handle(target: ResourceRequest): Reply | undefined {
    const { path, type, version } = target;
    if (path.subresource === 'scale' && version.scale)
      return this.scale(target);
    switch (type.group === '' ? `${type.resource}/${path.subresource}` : '') {
      case 'pods/log':
        return this.only('GET', target, () =>
          text(
            podLog(
              this.resources.find(target),
              target.request.query,
              this.logs,
            ),
          ),
        );
      case 'pods/exec':
      case 'pods/attach':
      case 'pods/portforward':
      case 'pods/proxy':
        throw badRequest(
          `${path.subresource} is not possible in the local cluster: no process runs behind a simulated pod`,
        );
      case 'pods/eviction':
        return this.only('POST', target, () => this.evict(target));
      case 'pods/binding':
        return this.only('POST', target, () => this.bind(target));
      case 'pods/resize':
        return this.resources.handle(target);
      case 'namespaces/finalize':
        return this.only('PUT', target, () => this.finalizeNamespace(target));
      case 'serviceaccounts/token':
        return this.only('POST', target, () => this.token(target));
      default:
        throw new StatusError(
          404,
          'NotFound',
          'the server could not find the requested resource',
          {
            ...(type.group && { group: type.group }),
            kind: type.resource,
          },
        );
    }
  }

  private only(
    method: string,
    { request, path }: ResourceRequest,
    answer: () => Reply,
  ): Reply {
    if (request.method !== method)
      throw methodNotAllowed(
        `${request.method} is not supported on ${path.resource}/${path.subresource}`,
      );
    return answer();
  }

  private evict(target: ResourceRequest): Reply {
    const body = fieldsOf(target);
    const { propagationPolicy, gracePeriodSeconds, preconditions, dryRun } =
      (body.deleteOptions ?? {}) as Fields;
    evictPod(this.cluster.machinery, this.resources.find(target), {
      dryRun: isDryRun(target.request.query, dryRun),
      ...(propagationPolicy && { propagationPolicy }),
      ...(gracePeriodSeconds !== undefined && { gracePeriodSeconds }),
      ...(preconditions && { preconditions }),
    });
    return { ...success(undefined), code: 201 };
  }

  private bind(target: ResourceRequest): Reply {
    bindPod(
      this.cluster.machinery,
      this.resources.find(target),
      fieldsOf(target).target,
      isDryRun(target.request.query),
    );
    return { ...success(undefined), code: 201 };
  }

  private finalizeNamespace(target: ResourceRequest): Reply {
    const { machinery } = this.cluster;
    const existing = this.resources.find(target);
    const { finalizers = [] } = (fieldsOf(target).spec ?? {}) as Fields;
    const next = { ...existing, spec: { ...existing.spec, finalizers } };
    if (
      existing.metadata.deletionTimestamp &&
      finalizers.length === 0 &&
      !existing.metadata.finalizers?.length
    ) {
      machinery.store.remove(target.type, existing.metadata);
      return this.resources.reply(target, next);
    }
    return this.resources.reply(target, machinery.store.put(target.type, next));
  }

  private token(target: ResourceRequest): Reply {
    const body = fieldsOf(target);
    const account = this.resources.find(target);
    const seconds = body.spec?.expirationSeconds ?? SIMULATED_TOKEN_SECONDS;
    return json(
      {
        ...body,
        kind: 'TokenRequest',
        apiVersion: 'authentication.k8s.io/v1',
        metadata: {
          name: account.metadata.name,
          namespace: account.metadata.namespace,
        },
        status: {
          // Nothing checks tokens here; the text says so to whoever finds it in a file.
          token: `simulated-token-of-${account.metadata.namespace}-${account.metadata.name}`,
          expirationTimestamp: new Date(
            this.cluster.machinery.clock.now() + seconds * 1000,
          ).toISOString(),
        },
      },
      201,
    );
  }

  private scale(target: ResourceRequest): Reply {
    const { request, type } = target;
    const existing = this.resources.find(target);
    const scale = readScale(type, existing);
    switch (request.method) {
      case 'GET':
        return json(scale);
      case 'PUT':
        return this.writeScale(
          target,
          existing,
          scaleBody(parseBody(request.body, request.contentType)),
        );
      case 'PATCH':
        return this.writeScale(
          target,
          existing,
          scaleBody(patchDocument(request, scale, undefined)),
        );
      default:
        throw methodNotAllowed(
          `${request.method} is not supported on ${type.resource}/scale`,
        );
    }
  }

  private writeScale(
    { request, type, version }: ResourceRequest,
    existing: ClusterObject,
    scale: ClusterObject,
  ): Reply {
    return json(
      writeScale(this.cluster.machinery, type, existing, scale, {
        fieldManager: fieldManagerOf(request),
        dryRun: isDryRun(request.query),
        version: version.name,
        warn: warning => request.warnings.push(warning),
      }),
    );
  }
}

function fieldsOf({ request }: ResourceRequest): Fields {
  const body =
    request.body.length > 0 ? parseBody(request.body, request.contentType) : {};
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest('the request body must be an object');
  return body;
}

function scaleBody(body: unknown): ClusterObject {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest(
      'the object provided is unrecognized (must be of type Scale)',
    );
  }
  const scale = body as ClusterObject;
  if (scale.kind && scale.kind !== 'Scale')
    throw badRequest(`the object provided is a ${scale.kind}, not a Scale`);
  return { ...scale, metadata: scale.metadata ?? {} };
}
