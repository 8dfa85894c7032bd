import { IncomingMessage } from 'node:http';
import { StatusError } from '../store/StatusError';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

function isLoopback(host: string): boolean {
  return loopbackNames.has(host.replace(/:\d+$/, '').toLowerCase());
}

/**
 * Refuses requests that a web page could make a browser send: under a foreign name that resolves to the loopback (DNS
 * rebinding), or from a page of another origin. The server has no authentication, so the address is all there is.
 *
 * @throws StatusError 403
 */
export function guardHost({ headers }: IncomingMessage): void {
  const { host = '', origin } = headers;
  if (!isLoopback(host)) {
    throw new StatusError(
      403,
      'Forbidden',
      `Host header ${JSON.stringify(
        host,
      )} is not a loopback name: the local cluster answers to localhost and 127.0.0.1 only`,
      {},
    );
  }
  if (
    origin !== undefined &&
    (!URL.canParse(origin) || !isLoopback(new URL(origin).host))
  ) {
    throw new StatusError(
      403,
      'Forbidden',
      `requests of web pages from ${JSON.stringify(origin)} are not allowed`,
      {},
    );
  }
}
