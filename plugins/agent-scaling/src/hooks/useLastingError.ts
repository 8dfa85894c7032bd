import { useState } from 'react';

/**
 * The error of a query that stays until the query succeeds.
 *
 * @remarks
 * A query without data forgets its error whenever it tries again, so a page that is read every few seconds would flicker between
 * its error and its skeleton.
 */
export function useLastingError(query: {
  error: Error | null;
  isSuccess: boolean;
}): Error | null {
  const [lasting, setLasting] = useState<Error | null>(null);
  if (query.error && query.error !== lasting) {
    setLasting(query.error);
  } else if (query.isSuccess && !query.error && lasting) {
    setLasting(null);
  }
  return query.error ?? (query.isSuccess ? null : lasting);
}
