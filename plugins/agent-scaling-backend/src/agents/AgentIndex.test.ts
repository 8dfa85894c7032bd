import { parseLabelSelector } from '@suoke/autoscaling';
import {
  agentLabels,
  deployment,
  event,
  hpa,
  kedaHpa,
  modelServerLabels,
  NOW,
  pod,
  replicaSet,
  scaledObject,
  vpa,
  waitingStatus,
} from '../__fixtures__/builders';
import { InMemoryKubernetesCache } from '../__testing__/InMemoryKubernetesCache';
import { AgentIndex } from './AgentIndex';
import { AgentReader } from './AgentReader';

const KEY = { cluster: 'local', namespace: 'suoke-agents', name: 'xiaoai' };
const XIAOAI = 'local/suoke-agents/xiaoai';

function createIndex(cache: InMemoryKubernetesCache) {
  const reader = AgentReader.create({
    cache,
    selector: {
      labels: parseLabelSelector(
        'ai.suoke.life/agent,app.kubernetes.io/component=agent',
      ),
      autoscaledEntities: true,
    },
    knowledge: {
      entityOf: () => undefined,
      lastScaleOf: () => undefined,
      usageOf: () => new Map(),
    },
  });
  const index = AgentIndex.create({ cache, reader, now: () => NOW });
  cache.subscribe(change => index.apply(change));
  return { index, reader };
}

/** An index over one agent, after its first computation. */
function oneAgent() {
  const cache = new InMemoryKubernetesCache().addCluster('local');
  const workload = deployment();
  const set = replicaSet(workload);
  cache.put('local', workload, set, pod(set), hpa());
  const parts = createIndex(cache);
  parts.index.takeChanges();
  return { cache, workload, set, ...parts };
}

describe('AgentIndex', () => {
  it('finds what is there before it and what comes after it', () => {
    const { index, cache } = oneAgent();
    expect(index.has(KEY)).toBe(true);
    cache.put('local', deployment({ name: 'laoke' }));
    expect(
      index
        .list()
        .map(row => row.name)
        .sort(),
    ).toEqual(['laoke', 'xiaoai']);
    expect(index.takeChanges().agents).toEqual(['local/suoke-agents/laoke']);
  });

  it('forgets an agent that is gone, and says so', () => {
    const { index, cache, workload } = oneAgent();
    cache.remove(
      'local',
      cache.get('local', 'horizontalpodautoscalers.autoscaling', KEY)!,
    );
    cache.remove('local', workload);
    expect(index.list()).toEqual([]);
    expect(index.takeChanges().agents).toEqual([XIAOAI]);
  });

  it('keeps the row of an agent whose autoscaler is left over', () => {
    const { index, cache, workload } = oneAgent();
    cache.remove('local', workload);
    expect(index.list()).toMatchObject([
      { name: 'xiaoai', attention: { state: 'failing' } },
    ]);
  });

  it.each<[string, (parts: ReturnType<typeof oneAgent>) => void]>([
    ['its autoscaler', ({ cache }) => cache.put('local', hpa({ desired: 5 }))],
    [
      'its pods',
      ({ cache, set }) =>
        cache.put(
          'local',
          pod(set, { status: waitingStatus('CrashLoopBackOff') }),
        ),
    ],
    [
      'its ReplicaSet',
      ({ cache, set }) => cache.put('local', { ...set, status: {} }),
    ],
    ['its VPA', ({ cache }) => cache.put('local', vpa())],
    [
      'an event about one of its pods',
      ({ cache, set }) =>
        cache.put(
          'local',
          event({ kind: 'Pod', name: `${set.metadata.name}-x7k2p` }),
        ),
    ],
    [
      'its model server',
      ({ cache }) =>
        cache.put(
          'local',
          deployment({
            name: 'xiaoai-model-server',
            labels: modelServerLabels('xiaoai'),
          }),
        ),
    ],
  ])('notices a change of %s', (_, change) => {
    const parts = oneAgent();
    change(parts);
    expect(parts.index.takeChanges().agents).toEqual([XIAOAI]);
    expect(parts.index.takeChanges().agents).toEqual([]);
  });

  it('is not moved by other workloads', () => {
    const { index, cache } = oneAgent();
    const other = deployment({ name: 'web', labels: { app: 'web' } });
    const set = replicaSet(other);
    cache.put('local', other, set, pod(set), hpa({ name: 'web' }));
    expect(index.takeChanges().agents).toEqual([]);
    expect(index.list()).toHaveLength(1);
  });

  it('follows an autoscaler to another target', () => {
    const { index, cache } = oneAgent();
    cache.put('local', deployment({ name: 'laoke' }));
    index.takeChanges();
    cache.put('local', hpa({ name: 'xiaoai', target: 'laoke' }));
    const states = Object.fromEntries(
      index.list().map(row => [row.name, row.attention.state]),
    );
    expect(states).toEqual({ xiaoai: 'noAutoscaler', laoke: 'ok' });
  });

  it('joins a ScaledObject with the HPA that KEDA made for it', () => {
    const { index, cache } = oneAgent();
    cache.remove(
      'local',
      cache.get('local', 'horizontalpodautoscalers.autoscaling', KEY)!,
    );
    const owner = scaledObject();
    cache.put('local', owner, kedaHpa(owner));
    expect(index.list()[0].autoscaler).toEqual({
      kind: 'ScaledObject',
      name: 'xiaoai',
    });
  });

  it('makes agents stale when their cluster goes away, and says so once', () => {
    const { index, cache } = oneAgent();
    const away = { state: 'Unreachable', message: 'no route' } as const;
    cache.addCluster('local', away);
    expect(index.takeChanges()).toEqual({
      agents: [XIAOAI],
      clusters: ['local'],
    });
    expect(index.list()[0].attention.state).toBe('stale');
    cache.addCluster('local', { ...away, lastContactAt: NOW.toISOString() });
    expect(index.takeChanges()).toEqual({ agents: [], clusters: [] });
  });

  it('keeps clusters apart', () => {
    const { index, cache } = oneAgent();
    cache.addCluster('other').put('other', deployment(), hpa({ max: 3 }));
    expect(index.list().map(row => [row.cluster, row.replicas.max])).toEqual([
      ['local', 10],
      ['other', 3],
    ]);
  });
});

describe('AgentReader', () => {
  it('reads events of the agent and its model server, also of pods that are gone', () => {
    const { cache, reader } = oneAgent();
    const about = (kind: string, name: string) =>
      cache.put('local', event({ kind, name }));
    cache.put(
      'local',
      deployment({
        name: 'xiaoai-model-server',
        labels: modelServerLabels('xiaoai'),
      }),
    );
    about('HorizontalPodAutoscaler', 'xiaoai');
    about('Deployment', 'xiaoai');
    about('Pod', 'xiaoai-6d4cf56db6-gone1');
    about('ReplicaSet', 'xiaoai-model-server-7d9c');
    about('Pod', 'xiaoai-model-server-7d9c-abcde');
    // Neither of these is the agent's.
    about('Pod', 'xiaoai-canary-6d4cf56db6-abcde');
    about('HorizontalPodAutoscaler', 'laoke');
    about('Node', 'xiaoai');
    const { events } = reader.readDetail(KEY)!;
    expect(events.map(one => one.involvedObject?.name)).toEqual([
      'xiaoai',
      'xiaoai',
      'xiaoai-6d4cf56db6-gone1',
      'xiaoai-model-server-7d9c',
      'xiaoai-model-server-7d9c-abcde',
    ]);
  });

  it('reads pods of every ReplicaSet of the agent and of no other', () => {
    const { cache, reader, workload } = oneAgent();
    const older = replicaSet(workload, { hash: 'old' });
    const other = replicaSet(
      deployment({ name: 'x', labels: agentLabels('x') }),
    );
    cache.put('local', older, pod(older), other, pod(other));
    expect(reader.read(KEY)!.pods.map(one => one.metadata.name)).toEqual([
      'xiaoai-6d4cf56db6-x7k2p',
      'xiaoai-old-x7k2p',
    ]);
  });

  it('puts the autoscaler of KEDA first when there are two', () => {
    const { cache, reader } = oneAgent();
    const owner = scaledObject();
    cache.put('local', owner, kedaHpa(owner));
    expect(reader.read(KEY)!.hpas.map(one => one.metadata.name)).toEqual([
      'keda-hpa-xiaoai',
      'xiaoai',
    ]);
  });
});
