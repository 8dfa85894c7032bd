/** What a failed request means to the person who looks at the page. */
export type RequestProblem = 'denied' | 'signedOut' | 'notFound' | 'failed';

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) {
    return undefined;
  }
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

function nameOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) {
    return undefined;
  }
  const { name } = error as { name?: unknown };
  return typeof name === 'string' ? name : undefined;
}

/** Tells problems apart that need different words; compares names and codes because `instanceof` fails across package copies. */
export function toRequestProblem(error: unknown): RequestProblem {
  const status = statusOf(error);
  const name = nameOf(error);
  if (status === 403 || name === 'NotAllowedError') {
    return 'denied';
  }
  if (status === 401 || name === 'AuthenticationError') {
    return 'signedOut';
  }
  if (status === 404 || name === 'NotFoundError') {
    return 'notFound';
  }
  return 'failed';
}

/** Only a failure that may pass is tried again; a refusal stays a refusal. */
export function retryRequest(failures: number, error: unknown): boolean {
  return failures < 2 && toRequestProblem(error) === 'failed';
}
