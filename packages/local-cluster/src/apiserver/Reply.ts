import { Status, StatusError } from '../store/StatusError';
import { ApiRequest } from './ApiRequest';

/** An answer that is complete before it is sent; watches write to the response themselves. */
export interface Reply {
  code: number;
  contentType: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

export const json = (
  body: unknown,
  code = 200,
  contentType = 'application/json',
): Reply => ({
  code,
  contentType,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export const text = (body: string, code = 200): Reply => ({
  code,
  contentType: 'text/plain; charset=utf-8',
  body,
});

export function statusReply(error: unknown): Reply {
  if (error instanceof StatusError) {
    const retry = error.status.details?.retryAfterSeconds;
    return {
      ...json(error.status, error.code),
      ...(retry && { headers: { 'Retry-After': String(retry) } }),
    };
  }
  const message = `Internal error occurred: ${
    error instanceof Error ? error.message : String(error)
  }`;
  return json(
    new StatusError(500, 'InternalError', message, { causes: [{ message }] })
      .status,
    500,
  );
}

export function success(details: Status['details']): Reply {
  const status: Status = {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details,
  };
  return json(status);
}

const quoteWarning = (warning: string) =>
  `299 - "${warning
    .replace(/[\r\n]+/g, ' ')
    .replace(/(["\\])/g, '\\$1')
    .replace(/[^\x20-\x7e]/g, '?')}"`;

export function send(
  { raw: { response }, warnings }: ApiRequest,
  reply: Reply,
): void {
  if (response.headersSent || response.destroyed) return;
  const body =
    typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  response.writeHead(reply.code, {
    ...reply.headers,
    'Content-Type': reply.contentType,
    'Content-Length': body.length,
    'Cache-Control': 'no-cache, private',
    ...(warnings.length > 0 && { Warning: warnings.map(quoteWarning) }),
  });
  response.end(body);
}
