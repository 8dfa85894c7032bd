import { mockServices } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { FaultyApiServer } from '../__testUtils__/FaultyApiServer';
import { waitFor } from '../__testUtils__/waitFor';
import { CacheChange, CachedObject } from '../types';
import { DefaultKubernetesCache } from './DefaultKubernetesCache';

const PODS = '/api/v1/pods';

/** What happens to the server, one step after the other. */
type Step =
  | { type: 'put'; name: string }
  | { type: 'remove'; name: string }
  | { type: 'replace'; name: string }
  | { type: 'bookmark' | 'drop' | 'end' | 'freeze' | 'compact' | 'garbage' }
  | { type: 'restart'; reset: boolean }
  | { type: 'pause'; ms: number };

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('put' as const), name }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('remove' as const), name }),
  },
  fc.record({ type: fc.constant('replace' as const), name }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'bookmark' as const,
        'drop' as const,
        'end' as const,
        'freeze' as const,
        'compact' as const,
        'garbage' as const,
      ),
    }),
  },
  fc.record({ type: fc.constant('restart' as const), reset: fc.boolean() }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('pause' as const),
      ms: fc.integer({ min: 0, max: 30 }),
    }),
  },
);

async function take(server: FaultyApiServer, { ...next }: Step) {
  const has = (wanted: string) =>
    server.objects(PODS).some(({ metadata }) => metadata.name === wanted);
  switch (next.type) {
    case 'put':
      server.put(PODS, { metadata: { name: next.name } });
      break;
    case 'remove':
      if (has(next.name)) {
        server.remove(PODS, { name: next.name });
      }
      break;
    case 'replace':
      if (has(next.name)) {
        server.remove(PODS, { name: next.name });
      }
      server.put(PODS, { metadata: { name: next.name } });
      break;
    case 'bookmark':
      server.bookmark(PODS);
      break;
    case 'drop':
      server.dropWatches();
      break;
    case 'end':
      server.endWatches();
      break;
    case 'freeze':
      server.freezeWatches();
      break;
    case 'compact':
      server.compact();
      break;
    case 'garbage':
      server.sendRaw('}{\n');
      break;
    case 'restart':
      await server.stop();
      await server.startAgain({ reset: next.reset });
      break;
    case 'pause':
      await new Promise(resolve => setTimeout(resolve, next.ms));
      break;
    default:
  }
}

/** An index kept by a subscriber from changes alone, which complains about a change that cannot follow the one before. */
function createReplica() {
  const objects = new Map<string, CachedObject>();
  const complaints: string[] = [];
  return {
    objects,
    complaints,
    apply({ type, object }: CacheChange) {
      if (!object) {
        return;
      }
      const { uid } = object.metadata;
      if (objects.has(uid) === (type === 'ADDED')) {
        complaints.push(`${type} ${uid}`);
      }
      if (type === 'DELETED') {
        objects.delete(uid);
      } else {
        objects.set(uid, object);
      }
    },
  };
}

function versions(objects: Iterable<CachedObject>): string[] {
  return [...objects]
    .map(
      ({ metadata }) =>
        `${metadata.name} ${metadata.uid} ${metadata.resourceVersion}`,
    )
    .sort();
}

describe('whatever happens to a server', () => {
  it('is what the cache and its subscribers hold in the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 25 }),
        async steps => {
          const server = await FaultyApiServer.start();
          const replica = createReplica();
          const cache = DefaultKubernetesCache.create({
            clusters: [server.cluster()],
            resources: [{ group: '', version: 'v1', plural: 'pods' }],
            logger: mockServices.logger.mock(),
            settings: {
              pageSize: 2,
              silenceMs: 50,
              listTimeoutMs: 1_000,
              answerTimeoutMs: 1_000,
              backoff: { baseMs: 2, maxMs: 8 },
            },
          });
          cache.subscribe(change => replica.apply(change));
          try {
            cache.start();
            for (const next of steps) {
              await take(server, next);
            }
            const truth = () => JSON.stringify(versions(server.objects(PODS)));
            await waitFor(
              () =>
                JSON.stringify(versions(cache.list('prod', 'pods'))) ===
                truth(),
              { describe: () => [cache.clusters(), truth()] },
            );
            expect(JSON.stringify(versions(replica.objects.values()))).toBe(
              truth(),
            );
            expect(replica.complaints).toEqual([]);
          } finally {
            await cache.stop();
            await server.stop();
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});
