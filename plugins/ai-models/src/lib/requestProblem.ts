/** What a failed request means to the person who looks at the page. */
export type RequestProblem = 'denied' | 'signedOut' | 'failed';

function field(error: unknown, name: 'name' | 'statusCode'): unknown {
  return typeof error === 'object' && error !== null
    ? (error as Record<string, unknown>)[name]
    : undefined;
}

/** Tells problems apart that need different words; compares names and codes because `instanceof` fails across package copies. */
export function toRequestProblem(error: unknown): RequestProblem {
  const status = field(error, 'statusCode');
  const name = field(error, 'name');
  if (status === 403 || name === 'NotAllowedError') {
    return 'denied';
  }
  if (status === 401 || name === 'AuthenticationError') {
    return 'signedOut';
  }
  return 'failed';
}
