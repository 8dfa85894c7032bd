import { KUBERNETES_VERSION } from '../../kubernetesVersion';
import { toTime, draftMeta } from '../runtime/objects';
import { Node } from '../runtime/objects';

/** Nodes of one kind. */
export interface NodePool {
  /** Nodes are called `<name>-1`, `<name>-2`, ... */
  name: string;
  count: number;
  instanceType: string;
  zones: string[];
  /** Quantities by resource name; `pods` defaults to 110. */
  allocatable: Record<string, string>;
  labels?: Record<string, string>;
  taints?: { key: string; value?: string; effect: string }[];
}

export const SIMULATED_LABEL = 'ai.suoke.life/simulated';

/** Three general nodes and one with four GPU cards, one of them offered in four shares. */
export const DEFAULT_NODE_POOLS: NodePool[] = [
  {
    name: 'local-cpu',
    count: 3,
    instanceType: 'sim.cpu-16x64',
    zones: ['local-a', 'local-b', 'local-c'],
    allocatable: { cpu: '16', memory: '64Gi', 'ephemeral-storage': '200Gi' },
    labels: { 'node-role.kubernetes.io/worker': '' },
  },
  {
    name: 'local-gpu',
    count: 1,
    instanceType: 'sim.gpu-32x256-4',
    zones: ['local-a'],
    allocatable: {
      cpu: '32',
      memory: '256Gi',
      'ephemeral-storage': '500Gi',
      'nvidia.com/gpu': '4',
      'nvidia.com/gpu.shared': '4',
    },
    labels: {
      'node-role.kubernetes.io/worker': '',
      'nvidia.com/gpu.present': 'true',
      'nvidia.com/gpu.count': '4',
      'nvidia.com/gpu.product': 'Simulated-GPU-80GB',
    },
  },
];

const PRESSURES = [
  [
    'MemoryPressure',
    'KubeletHasSufficientMemory',
    'kubelet has sufficient memory available',
  ],
  ['DiskPressure', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
  [
    'PIDPressure',
    'KubeletHasSufficientPID',
    'kubelet has sufficient PID available',
  ],
] as const;

/** The conditions of a healthy node. */
export function nodeConditions(nowMs: number, since: string) {
  const times = {
    lastHeartbeatTime: toTime(nowMs),
    lastTransitionTime: since,
  };
  return [
    ...PRESSURES.map(([type, reason, message]) => ({
      type,
      status: 'False' as const,
      reason,
      message,
      ...times,
    })),
    {
      type: 'Ready',
      status: 'True' as const,
      reason: 'KubeletReady',
      message: 'kubelet is posting ready status (simulated)',
      ...times,
    },
  ];
}

/** Node objects of a pool. `firstIndex` numbers nodes over all pools; it decides their addresses. */
export function nodesOf(
  pool: NodePool,
  firstIndex: number,
  nowMs: number,
): Partial<Node>[] {
  return Array.from({ length: pool.count }, (_, offset) => {
    const index = firstIndex + offset;
    const name = `${pool.name}-${offset + 1}`;
    const zone = pool.zones[offset % pool.zones.length];
    const amounts = { pods: '110', ...pool.allocatable };
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: draftMeta({
        name,
        labels: {
          'beta.kubernetes.io/arch': 'amd64',
          'kubernetes.io/arch': 'amd64',
          'kubernetes.io/hostname': name,
          'kubernetes.io/os': 'linux',
          'node.kubernetes.io/instance-type': pool.instanceType,
          'topology.kubernetes.io/region': 'local',
          'topology.kubernetes.io/zone': zone,
          [SIMULATED_LABEL]: 'true',
          ...pool.labels,
        },
      }),
      spec: {
        podCIDR: `10.${244 + Math.floor(index / 256)}.${index % 256}.0/24`,
        ...(pool.taints && { taints: pool.taints }),
      },
      status: {
        capacity: amounts,
        allocatable: amounts,
        addresses: [
          {
            type: 'InternalIP',
            address: `172.18.${Math.floor(index / 250)}.${(index % 250) + 2}`,
          },
          { type: 'Hostname', address: name },
        ],
        conditions: nodeConditions(nowMs, toTime(nowMs)),
        nodeInfo: {
          architecture: 'amd64',
          operatingSystem: 'linux',
          osImage: 'Simulated node of the local cluster',
          kernelVersion: '0.0.0-simulated',
          kubeletVersion: KUBERNETES_VERSION,
          kubeProxyVersion: KUBERNETES_VERSION,
          containerRuntimeVersion: 'simulated://1.0.0',
          machineID: name,
          systemUUID: name,
          bootID: name,
        },
      } as Node['status'],
    };
  });
}
