import { KubernetesStatusError, StatusCause } from './errors';

const MAX_MESSAGE_LENGTH = 2_000;

/**
 * Reads a failed answer: a `Status` object from an API server, or the text or HTML of the proxy in front of it.
 * The text is cut, so that a proxy's error page does not fill the log.
 */
export function toStatusError(
  body: unknown,
  options: {
    cluster: string;
    operation: string;
    statusCode: number;
    retryAfter?: string;
  },
): KubernetesStatusError {
  const status = toStatus(body);
  const { cluster, operation } = options;
  const retryAfterSeconds =
    status.details?.retryAfterSeconds ?? toSeconds(options.retryAfter);
  return new KubernetesStatusError({
    cluster,
    operation,
    statusCode: status.code ?? options.statusCode,
    reason: status.reason || reasonOf(status.code ?? options.statusCode),
    message: (status.message || 'no message').slice(0, MAX_MESSAGE_LENGTH),
    causes: status.details?.causes,
    retryAfterSeconds,
  });
}

interface Status {
  code?: number;
  reason?: string;
  message?: string;
  details?: { causes?: StatusCause[]; retryAfterSeconds?: number };
}

function toStatus(body: unknown): Status {
  if (typeof body !== 'string') {
    return isStatus(body) ? body : {};
  }
  try {
    const parsed: unknown = JSON.parse(body);
    return isStatus(parsed) ? parsed : { message: body };
  } catch {
    return { message: body.trim() };
  }
}

function isStatus(value: unknown): value is Status {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as { kind?: string }).kind === 'Status'
  );
}

/** `Retry-After` as a number of seconds; the date form is not used by API servers. */
function toSeconds(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter);
  return retryAfter && Number.isFinite(seconds) ? seconds : undefined;
}

function reasonOf(statusCode: number): string {
  const reasons: Record<number, string> = {
    400: 'BadRequest',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'NotFound',
    405: 'MethodNotAllowed',
    409: 'Conflict',
    410: 'Gone',
    422: 'Invalid',
    429: 'TooManyRequests',
    500: 'InternalError',
    503: 'ServiceUnavailable',
    504: 'Timeout',
  };
  return reasons[statusCode] ?? 'Unknown';
}
