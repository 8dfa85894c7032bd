import { badRequest, methodNotAllowed, notFound } from '../store/StatusError';
import { ClusterObject } from '../store/types';
import { Cluster } from '../registry/Cluster';
import { createObject } from '../registry/createObject';
import { decodeObject } from '../registry/decodeObject';
import { deleteObject, DeleteOutcome } from '../registry/deleteObject';
import { ResourceType, ResourceVersion } from '../registry/ResourceType';
import { storedType } from '../registry/storedType';
import { updateObject } from '../registry/updateObject';
import { ApiRequest, fieldManagerOf, isDryRun } from './ApiRequest';
import { decodeRequestObject, fieldValidationOf } from './decodeBody';
import { readDeleteOptions } from './deleteOptions';
import {
  encodeListItem,
  encodeMetadata,
  encodeObject,
  inVersion,
} from './encode';
import { parseListOptions } from './listOptions';
import { negotiate } from './negotiate';
import { inNamespaceOfPath, objectKey, requireSameName } from './objectPlace';
import { patchObject } from './patchObject';
import { json, Reply, success } from './Reply';
import { ResourcePath } from './requestInfo';
import { renderTable } from './table';
import { versionedList } from './versionedList';
import { watchObjects } from './watchObjects';

/** A request for a resource, with the type that it names. */
export interface ResourceRequest {
  request: ApiRequest;
  path: ResourcePath;
  type: ResourceType;
  version: ResourceVersion;
}

type IncludeObject = 'None' | 'Metadata' | 'Object';

/** The verbs on objects and collections. */
export class ResourceHandlers {
  constructor(private readonly cluster: Cluster) {}

  /** Answers, or returns `undefined` after it has taken the connection over for a watch. */
  handle(target: ResourceRequest): Reply | undefined {
    const { request, path, type } = target;
    if (path.name === undefined || path.watch) return this.collection(target);
    switch (request.method) {
      case 'GET':
        return this.get(target);
      case 'PUT':
        return this.update(target);
      case 'PATCH':
        return this.patch(target);
      case 'DELETE':
        return this.delete(target);
      default:
        throw notAllowed(type, request.method);
    }
  }

  reply(target: ResourceRequest, object: ClusterObject, code = 200): Reply {
    const { request, type, version } = target;
    const representation = negotiate(request.accept);
    if (representation.as === 'Table') {
      return json(
        renderTable(
          [inVersion(type, version, object)],
          { resourceVersion: object.metadata.resourceVersion },
          this.tableOptions(target, representation.version),
        ),
        code,
      );
    }
    if (representation.as === 'PartialObjectMetadata')
      return json(encodeMetadata(object), code);
    return json(encodeObject(type, version, object), code);
  }

  find({ path, type }: ResourceRequest): ClusterObject {
    const found = this.cluster.machinery.store.get(
      storedType(this.cluster.machinery, type),
      objectKey(type, path),
    );
    if (!found) throw notFound(type, path.name ?? '');
    return found;
  }

  private collection(target: ResourceRequest): Reply | undefined {
    const { request, type } = target;
    switch (request.method) {
      case 'GET':
        return this.list(target);
      case 'POST':
        return this.create(target);
      case 'DELETE':
        return this.deleteCollection(target);
      default:
        throw notAllowed(type, request.method);
    }
  }

  private get(target: ResourceRequest): Reply {
    return this.reply(target, this.find(target));
  }

  private list(target: ResourceRequest): Reply | undefined {
    const { request, path, type, version } = target;
    const options = parseListOptions(request.query, type, path);
    const { machinery } = this.cluster;
    const representation = negotiate(request.accept);
    const namespace = type.namespaced ? path.namespace : undefined;
    if (options.watch) {
      const includeObject = includeObjectOf(request.query);
      watchObjects(
        request,
        { machinery, type, version, namespace, representation, includeObject },
        options,
      );
      return undefined;
    }
    const page = versionedList(
      machinery.store,
      storedType(machinery, type),
      namespace,
      options,
    );
    const metadata = {
      resourceVersion: String(page.resourceVersion),
      ...(page.continueToken && { continue: page.continueToken }),
      ...(page.remainingItemCount && {
        remainingItemCount: page.remainingItemCount,
      }),
    };
    if (representation.as === 'Table') {
      const objects = page.objects.map(object =>
        inVersion(type, version, object),
      );
      return json(
        renderTable(
          objects,
          metadata,
          this.tableOptions(target, representation.version),
        ),
      );
    }
    const partial = representation.as !== 'object';
    const kind = partial ? 'PartialObjectMetadataList' : type.listKind;
    const apiVersion = partial
      ? 'meta.k8s.io/v1'
      : [type.group, version.name].filter(Boolean).join('/');
    const items = page.objects.map(object =>
      partial ? encodeMetadata(object) : encodeListItem(type, version, object),
    );
    return json(
      `{"kind":"${kind}","apiVersion":"${apiVersion}","metadata":${JSON.stringify(
        metadata,
      )},"items":[${items.join(',')}]}`,
    );
  }

  private create(target: ResourceRequest): Reply {
    const { request, path, type, version } = target;
    const object = decodeRequestObject(request, type, version);
    const created = createObject(
      this.cluster.machinery,
      type,
      inNamespaceOfPath(type, path, object),
      this.writeOptions(target),
    );
    return this.reply(target, created, 201);
  }

  private update(target: ResourceRequest): Reply {
    const { request, path, type, version } = target;
    const object = inNamespaceOfPath(
      type,
      path,
      decodeRequestObject(request, type, version),
    );
    requireSameName(path, object);
    const updated = updateObject(this.cluster.machinery, type, object, {
      ...this.writeOptions(target),
      ...(path.subresource && { subresource: path.subresource }),
    });
    return this.reply(target, updated);
  }

  private patch(target: ResourceRequest): Reply {
    const { object, created } = patchObject(
      this.cluster.machinery,
      target,
      this.writeOptions(target),
      {
        decode: input =>
          decodeObject(
            target.type,
            target.version,
            input,
            fieldValidationOf(target.request.query),
            text => target.request.warnings.push(text),
          ),
      },
    );
    return this.reply(target, object, created ? 201 : 200);
  }

  private delete(target: ResourceRequest): Reply {
    const { request, path, type } = target;
    const outcome = deleteObject(
      this.cluster.machinery,
      type,
      objectKey(type, path),
      readDeleteOptions(request),
    );
    return this.deletionReply(target, outcome);
  }

  private deletionReply(
    target: ResourceRequest,
    { object, removed }: DeleteOutcome,
  ): Reply {
    const { type } = target;
    // Pods and the like answer with what was deleted, most types with a summary.
    if (!removed || type.gracePeriodSeconds) return this.reply(target, object);
    return success({
      name: object.metadata.name,
      ...(type.group && { group: type.group }),
      kind: type.resource,
      uid: object.metadata.uid,
    });
  }

  private deleteCollection(target: ResourceRequest): Reply {
    const { request, path, type, version } = target;
    const { machinery } = this.cluster;
    const options = parseListOptions(request.query, type, path);
    const namespace = type.namespaced ? path.namespace : undefined;
    const page = versionedList(
      machinery.store,
      storedType(machinery, type),
      namespace,
      options,
    );
    const wanted = readDeleteOptions(request);
    for (const object of page.objects) {
      // Garbage collection may have been there first.
      if (machinery.store.get(storedType(machinery, type), object.metadata)) {
        deleteObject(machinery, type, object.metadata, wanted);
      }
    }
    const items = page.objects.map(object =>
      encodeListItem(type, version, object),
    );
    return json(
      `{"kind":"${type.listKind}","apiVersion":"${[type.group, version.name]
        .filter(Boolean)
        .join('/')}","metadata":{"resourceVersion":"${
        page.resourceVersion
      }"},"items":[${items.join(',')}]}`,
    );
  }

  private writeOptions({ request, version }: ResourceRequest) {
    return {
      fieldManager: fieldManagerOf(request),
      dryRun: isDryRun(request.query),
      version: version.name,
      warn: (text: string) => request.warnings.push(text),
    };
  }

  private tableOptions(
    { request, type, version }: ResourceRequest,
    tableVersion: string,
  ) {
    return {
      type,
      version,
      now: this.cluster.machinery.clock.now(),
      includeObject: includeObjectOf(request.query),
      tableVersion,
      withColumns: true,
    };
  }
}

function includeObjectOf(query: URLSearchParams): IncludeObject {
  const value = query.get('includeObject') ?? 'Metadata';
  if (value === 'None' || value === 'Metadata' || value === 'Object')
    return value;
  throw badRequest(
    `Invalid value: ${JSON.stringify(
      value,
    )}: must be 'Metadata', 'Object', 'None', or empty`,
  );
}

function notAllowed(type: ResourceType, method: string) {
  return methodNotAllowed(
    `${method} is not supported on resources of kind "${[
      type.resource,
      type.group,
    ]
      .filter(Boolean)
      .join('.')}"`,
  );
}
