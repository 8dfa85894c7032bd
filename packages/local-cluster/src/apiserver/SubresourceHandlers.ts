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
import { json, Reply } from './Reply';
import { ResourceHandlers, ResourceRequest } from './ResourceHandlers';

/** Everything below an object but its status. */
export class SubresourceHandlers {
  constructor(
    private readonly cluster: Cluster,
    private readonly resources: ResourceHandlers,
  ) {}

  handle(target: ResourceRequest): Reply {
    const { path, type, version } = target;
    if (path.subresource === 'scale' && version.scale)
      return this.scale(target);
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
        throw methodNotAllowed(`${request.method} is not supported on scale`);
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
        warn: text => request.warnings.push(text),
      }),
    );
  }
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
