import { ResourceKey } from './types';

/** One reason why an object was refused, as in `Status.details.causes`. */
export interface StatusCause {
  reason?: string;
  message?: string;
  field?: string;
}

/** The body of every failure that a Kubernetes API server answers. */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: Record<string, unknown>;
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    uid?: string;
    causes?: StatusCause[];
    retryAfterSeconds?: number;
  };
  code?: number;
}

/** A failure with the `Status` that a Kubernetes API server would answer. */
export class StatusError extends Error {
  readonly status: Status;

  constructor(
    code: number,
    reason: string,
    message: string,
    details?: Status['details'],
  ) {
    super(message);
    this.name = 'StatusError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      ...(details && { details }),
      code,
    };
  }

  get code(): number {
    return this.status.code ?? 500;
  }

  get reason(): string {
    return this.status.reason ?? '';
  }
}

/** `deployments.apps`, or `pods` in the core group: how messages name a resource type. */
export function qualifiedResource(key: ResourceKey): string {
  return key.group ? `${key.resource}.${key.group}` : key.resource;
}

function detailsOf(key: ResourceKey, name: string, causes?: StatusCause[]) {
  return {
    ...(name && { name }),
    ...(key.group && { group: key.group }),
    kind: key.resource,
    ...(causes && { causes }),
  };
}

export function notFound(key: ResourceKey, name: string): StatusError {
  return new StatusError(
    404,
    'NotFound',
    `${qualifiedResource(key)} "${name}" not found`,
    detailsOf(key, name),
  );
}

export function alreadyExists(key: ResourceKey, name: string): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${qualifiedResource(key)} "${name}" already exists`,
    detailsOf(key, name),
  );
}

export function conflict(
  key: ResourceKey,
  name: string,
  why: string,
): StatusError {
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualifiedResource(
      key,
    )} "${name}": ${why}`,
    detailsOf(key, name),
  );
}

export function forbidden(
  key: ResourceKey,
  name: string,
  why: string,
  causes?: StatusCause[],
): StatusError {
  return new StatusError(
    403,
    'Forbidden',
    `${qualifiedResource(key)}${name ? ` "${name}"` : ''} is forbidden: ${why}`,
    detailsOf(key, name, causes),
  );
}

export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

export function expired(message: string): StatusError {
  return new StatusError(410, 'Expired', message);
}

export function methodNotAllowed(message: string): StatusError {
  return new StatusError(405, 'MethodNotAllowed', message, {});
}

export function tooManyRequests(
  message: string,
  details: Status['details'],
): StatusError {
  return new StatusError(429, 'TooManyRequests', message, details);
}
