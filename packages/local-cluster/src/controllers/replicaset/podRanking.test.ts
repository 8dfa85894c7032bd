import { Pod } from '../runtime/objects';
import { POD_DELETION_COST, rankForDeletion } from './podRanking';

const NOW = Date.UTC(2026, 10, 23, 12);
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

interface Traits {
  node?: string;
  phase?: string;
  readySeconds?: number;
  cost?: number;
  restarts?: number;
  ageSeconds?: number;
}

/** A pod that has been ready for an hour, alone on its node. */
function pod(name: string, traits: Traits = {}): Pod {
  const {
    node = name,
    phase = 'Running',
    readySeconds = 3600,
    cost,
    restarts = 0,
    ageSeconds = 3700,
  } = traits;
  return {
    metadata: {
      name,
      uid: name,
      creationTimestamp: ago(ageSeconds),
      annotations:
        cost === undefined ? {} : { [POD_DELETION_COST]: String(cost) },
    },
    spec: { nodeName: node || undefined, containers: [] },
    status: {
      phase,
      conditions:
        readySeconds < 0
          ? []
          : [
              {
                type: 'Ready',
                status: 'True',
                lastTransitionTime: ago(readySeconds),
              },
            ],
      containerStatuses: [{ restartCount: restarts }],
    },
  } as unknown as Pod;
}

describe('rankForDeletion', () => {
  it.each<[string, Traits, Traits]>([
    ['not scheduled', { node: '', phase: 'Pending', readySeconds: -1 }, {}],
    ['Pending', { phase: 'Pending', readySeconds: -1 }, { readySeconds: -1 }],
    ['not ready', { readySeconds: -1 }, {}],
    ['cheaper', { cost: -5 }, { cost: 0 }],
    ['ready for a shorter time', { readySeconds: 60 }, {}],
    ['restarted more often', { restarts: 3 }, { restarts: 1 }],
    ['younger', { ageSeconds: 100, readySeconds: 64 }, { readySeconds: 64 }],
  ])('%s goes first', (_why, first, second) => {
    const pods = [pod('second', second), pod('first', first)];
    expect(rankForDeletion(pods, NOW).map(one => one.metadata.name)).toEqual([
      'first',
      'second',
    ]);
  });

  it('thins out crowded nodes', () => {
    const pods = [
      pod('alone'),
      pod('a', { node: 'crowd' }),
      pod('b', { node: 'crowd' }),
    ];
    expect(rankForDeletion(pods, NOW).at(-1)?.metadata.name).toBe('alone');
  });

  it('lets an expensive pod outlive an older, cheaper one', () => {
    const pods = [pod('busy', { cost: 100, readySeconds: 10 }), pod('idle')];
    expect(rankForDeletion(pods, NOW)[0].metadata.name).toBe('idle');
  });
});
