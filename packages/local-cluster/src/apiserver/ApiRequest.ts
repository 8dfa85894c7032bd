import { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, StatusError } from '../store/StatusError';

/** One HTTP request as handlers see it; the body has been read. */
export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  accept: string;
  contentType: string;
  userAgent: string;
  body: Buffer;
  /** Texts for `Warning` headers of the answer. */
  warnings: string[];
  raw: { request: IncomingMessage; response: ServerResponse };
}

/** Largest accepted body, as in a real server. */
export const MAX_BODY_BYTES = 3 * 1024 * 1024;

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    });
    request.on('end', () => {
      if (size <= MAX_BODY_BYTES) resolve(Buffer.concat(chunks));
      else {
        reject(
          new StatusError(
            413,
            'RequestEntityTooLarge',
            `Request entity too large: limit is ${MAX_BODY_BYTES}`,
          ),
        );
      }
    });
    request.on('error', reject);
  });
}

export async function readRequest(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ApiRequest> {
  const [rawPath, rawQuery = ''] = (request.url ?? '/').split(/\?(.*)/s);
  let path: string;
  try {
    path = rawPath.split('/').map(decodeURIComponent).join('/');
  } catch {
    throw badRequest(
      `the path ${JSON.stringify(rawPath)} is not valid percent-encoding`,
    );
  }
  return {
    method: request.method ?? 'GET',
    path,
    query: new URLSearchParams(rawQuery),
    accept: request.headers.accept ?? '',
    contentType: (request.headers['content-type'] ?? '')
      .split(';')[0]
      .trim()
      .toLowerCase(),
    userAgent: request.headers['user-agent'] ?? '',
    body: await readBody(request),
    warnings: [],
    raw: { request, response },
  };
}

/** The name under which a write is recorded when the client gives none: the first word of its user agent. */
export function fieldManagerOf({ query, userAgent }: ApiRequest): string {
  const given = query.get('fieldManager');
  if (given) {
    if (given.length > 128) {
      throw badRequest(
        `invalid fieldManager: metadata.fieldManager: Too long: may not be more than 128 bytes`,
      );
    }
    return given;
  }
  return userAgent.split('/')[0].slice(0, 128) || 'unknown';
}

export function isTrue(value: string | null): boolean {
  return value !== null && value !== 'false' && value !== '0';
}

/** @throws StatusError 400 for anything but `All` */
export function isDryRun(query: URLSearchParams, fromBody?: unknown): boolean {
  const values = [
    ...query.getAll('dryRun'),
    ...(Array.isArray(fromBody) ? fromBody : []),
  ];
  const wrong = values.find(value => value !== 'All');
  if (wrong !== undefined) {
    throw new StatusError(
      422,
      'Invalid',
      ` "" is invalid: dryRun: Unsupported value: ${JSON.stringify(
        wrong,
      )}: supported values: "All"`,
      {
        causes: [
          {
            reason: 'FieldValueNotSupported',
            message: `Unsupported value: ${JSON.stringify(
              wrong,
            )}: supported values: "All"`,
            field: 'dryRun',
          },
        ],
      },
    );
  }
  return values.length > 0;
}
