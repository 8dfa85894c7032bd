import { createHash } from 'node:crypto';

/** Change with every answer of a cluster and say nothing new. */
const VOLATILE = new Set(['asOf', 'lastContactAt', 'lastSampleAt', 'usageAt']);

/** A weak ETag of what an answer says, leaving out the times at which it was looked at. */
export function toEtag(body: object): string {
  const text = JSON.stringify(body, (key, value) =>
    VOLATILE.has(key) ? undefined : value,
  );
  const hash = createHash('sha256').update(text).digest('base64url');
  return `W/"${hash.slice(0, 27)}"`;
}
