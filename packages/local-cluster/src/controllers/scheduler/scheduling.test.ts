import { agentDeployment } from '../../__testUtils__/fixtures';
import { TestCluster } from '../../__testUtils__/TestCluster';
import { Node, Pod } from '../runtime/objects';
import { resources } from '../runtime/resources';
import { allocatableOf, refusals, unschedulableMessage } from './nodeFit';

const gpuContainer = (gpus: number) => ({
  resources: {
    requests: { cpu: '1', memory: '1Gi', 'nvidia.com/gpu': String(gpus) },
    limits: { cpu: '1', memory: '1Gi', 'nvidia.com/gpu': String(gpus) },
  },
});

describe('refusals', () => {
  const node = (spec: object = {}) =>
    ({
      metadata: { labels: { zone: 'a' } },
      spec,
      status: { allocatable: { cpu: '4', memory: '8Gi', pods: '2' } },
    } as unknown as Node);
  const pod = (spec: object = {}, cpu = '1') =>
    ({
      spec: {
        containers: [{ name: 'c', resources: { requests: { cpu } } }],
        ...spec,
      },
    } as unknown as Pod);
  const taints = [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }];

  it.each([
    ['fits', pod(), node(), {}, []],
    ['no room', pod(), node(), { cpu: 3.5 }, ['Insufficient cpu']],
    ['too many', pod(), node(), { pods: 2 }, ['Too many pods']],
    [
      'cordoned',
      pod(),
      node({ unschedulable: true }),
      {},
      ['node(s) were unschedulable'],
    ],
    [
      'tainted',
      pod(),
      node({ taints }),
      {},
      ['node(s) had untolerated taint {gpu: yes}'],
    ],
    [
      'tolerated',
      pod({ tolerations: [{ key: 'gpu', operator: 'Exists' }] }),
      node({ taints }),
      {},
      [],
    ],
    [
      'elsewhere',
      pod({ nodeSelector: { zone: 'b' } }),
      node(),
      {},
      ["node(s) didn't match Pod's node affinity/selector"],
    ],
  ])('%s', (_name, one, where, used, expected) => {
    expect(
      refusals(one, where, allocatableOf(where), used).map(
        refusal => refusal.reason,
      ),
    ).toEqual(expected);
  });

  it('says in one sentence what all nodes refuse', () => {
    expect(
      unschedulableMessage([
        [{ reason: 'Insufficient cpu', canPreempt: true }],
        [{ reason: 'Insufficient cpu', canPreempt: true }],
        [{ reason: 'node(s) were unschedulable', canPreempt: false }],
      ]),
    ).toBe(
      '0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu. preemption: 0/3 nodes are available: 1 Preemption is not helpful for scheduling, 2 No preemption victims found for incoming pod.',
    );
  });
});

describe('Scheduler', () => {
  it('puts GPU pods on the GPU node, refuses the fifth, and takes it when one goes', () => {
    const test = TestCluster.create();
    test.apply(agentDeployment({ replicas: 5, container: gpuContainer(1) }));
    test.advance(120);
    const waiting = () => test.pods().filter(pod => !pod.spec.nodeName);
    expect(test.readyPods()).toHaveLength(4);
    expect(new Set(test.readyPods().map(pod => pod.spec.nodeName))).toEqual(
      new Set(['local-gpu-1']),
    );
    expect(waiting()).toHaveLength(1);
    expect(test.messages('FailedScheduling')[0]).toBe(
      '0/4 nodes are available: 4 Insufficient nvidia.com/gpu. preemption: 0/4 nodes are available: 1 No preemption victims found for incoming pod, 3 Preemption is not helpful for scheduling.',
    );
    test.patchDeployment({ spec: { replicas: 4 } });
    test.advance(60);
    expect(waiting()).toHaveLength(0);
    test.patchDeployment({ spec: { replicas: 5 } });
    test.advance(10);
    const { namespace, name } = test.readyPods()[0].metadata;
    test.cluster.delete(resources.pods, { namespace, name });
    test.until(() => test.readyPods().length === 4, 60);
    expect(test.errors).toEqual([]);
  });

  it('spreads pods over nodes and keeps the GPU node free', () => {
    const test = TestCluster.create();
    test.apply(agentDeployment({ replicas: 6 }));
    test.advance(60);
    const nodes = test
      .pods()
      .map(pod => pod.spec.nodeName)
      .sort();
    expect(nodes).toEqual([
      'local-cpu-1',
      'local-cpu-1',
      'local-cpu-2',
      'local-cpu-2',
      'local-cpu-3',
      'local-cpu-3',
    ]);
  });
});
