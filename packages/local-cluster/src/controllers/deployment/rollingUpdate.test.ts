import fc from 'fast-check';
import { Deployment, ReplicaSet } from '../runtime/objects';
import {
  MAX_REPLICAS,
  newReplicaSetSize,
  resolveFenceposts,
  scaleDownOldReplicaSets,
  scaleProportionally,
  sizeOf,
} from './rollingUpdate';

function deployment(
  replicas: number,
  maxSurge: number | string = '25%',
  maxUnavailable: number | string = '25%',
): Deployment {
  return {
    spec: {
      replicas,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge, maxUnavailable },
      },
    },
  } as Deployment;
}

function replicaSet(
  name: string,
  replicas: number,
  available = replicas,
  maxReplicas?: number,
): ReplicaSet {
  return {
    metadata: {
      name,
      creationTimestamp: `2026-11-23T08:00:0${name.length}Z`,
      annotations: maxReplicas
        ? { [MAX_REPLICAS]: String(maxReplicas) }
        : undefined,
    },
    spec: { replicas },
    status: { availableReplicas: available },
  } as unknown as ReplicaSet;
}

describe('resolveFenceposts', () => {
  it.each([
    [10, '25%', '25%', { maxSurge: 3, maxUnavailable: 2 }],
    [1, '25%', '25%', { maxSurge: 1, maxUnavailable: 0 }],
    [4, 0, '10%', { maxSurge: 0, maxUnavailable: 1 }],
    [2, 1, 5, { maxSurge: 1, maxUnavailable: 2 }],
    [0, '25%', '25%', { maxSurge: 0, maxUnavailable: 0 }],
  ])(
    'of %d replicas with %s and %s',
    (replicas, surge, unavailable, expected) => {
      expect(
        resolveFenceposts(deployment(replicas, surge, unavailable)),
      ).toEqual(expected);
    },
  );
});

describe('newReplicaSetSize', () => {
  it.each([
    // wanted, old size, new size -> new size
    [10, 10, 0, 3],
    [10, 7, 3, 6],
    [10, 0, 10, 10],
    [2, 2, 1, 1],
  ])('of %d with %d old and %d new is %d', (wanted, old, current, expected) => {
    const fresh = replicaSet('new', current);
    expect(
      newReplicaSetSize(
        deployment(wanted),
        [replicaSet('old', old), fresh],
        fresh,
      ),
    ).toBe(expected);
  });
});

describe('scaleDownOldReplicaSets', () => {
  it('removes unhealthy pods of the oldest first', () => {
    const intents = scaleDownOldReplicaSets(
      deployment(4, 1, 1),
      replicaSet('newest', 2, 2),
      [replicaSet('o', 2, 0), replicaSet('ol', 1, 1)],
    );
    expect(
      intents.map(({ replicaSet: rs, replicas }) => [
        rs.metadata.name,
        replicas,
      ]),
    ).toEqual([['o', 0]]);
  });

  it('never leaves fewer available pods than allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(10),
        fc.nat(10),
        fc.array(fc.tuple(fc.nat(10), fc.nat(10)), { maxLength: 4 }),
        fc.tuple(fc.nat(10), fc.nat(10)),
        (wanted, surge, unavailable, olds, [size, ready]) => {
          const target = deployment(wanted, surge, unavailable);
          const fresh = replicaSet('newest', size, Math.min(size, ready));
          const old = olds.map(([oldSize, oldReady], index) =>
            replicaSet(
              'o'.repeat(index + 1),
              oldSize,
              Math.min(oldSize, oldReady),
            ),
          );
          const available = (sizes: Map<ReplicaSet, number>) =>
            [...old, fresh].reduce(
              (total, rs) =>
                total +
                Math.min(
                  sizes.get(rs) ?? sizeOf(rs),
                  rs.status?.availableReplicas ?? 0,
                ),
              0,
            );
          const after = new Map(
            scaleDownOldReplicaSets(target, fresh, old).map(intent => [
              intent.replicaSet,
              intent.replicas,
            ]),
          );
          const minimum = wanted - resolveFenceposts(target).maxUnavailable;
          expect(available(after)).toBeGreaterThanOrEqual(
            Math.min(minimum, available(new Map())),
          );
        },
      ),
    );
  });
});

describe('scaleProportionally', () => {
  it('gives everything to the only active ReplicaSet', () => {
    const only = replicaSet('only', 3);
    expect(scaleProportionally(deployment(7), only, [])).toEqual([
      { replicaSet: only, replicas: 7 },
    ]);
  });

  it('shares a scale-up in the middle of a rollout', () => {
    // From the Kubernetes documentation: 10 -> 15 with maxSurge 3, at 8 old and 5 new.
    const old = replicaSet('old', 8, 8, 13);
    const fresh = replicaSet('fresh', 5, 0, 13);
    const intents = scaleProportionally(deployment(15, 3, 2), fresh, [old]);
    expect(
      intents.map(({ replicaSet: rs, replicas }) => [
        rs.metadata.name,
        replicas,
      ]),
    ).toEqual([
      ['old', 11],
      ['fresh', 7],
    ]);
  });
});
