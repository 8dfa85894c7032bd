import type { HorizontalPodAutoscaler } from '../../hpa/types';
import type { AgentSnapshot, HistorySample } from '../snapshot/AgentSnapshot';
import type {
  SnapshotContainer,
  SnapshotNode,
  SnapshotPod,
  SnapshotPodTemplate,
} from '../snapshot/objects';

/** Noon of a quiet day. */
export const NOW = Date.UTC(2026, 10, 23, 12, 0, 0);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** An ISO instant before {@link NOW}. */
export function ago(milliseconds: number): string {
  return new Date(NOW - milliseconds).toISOString();
}

const namespace = 'suoke-agents';
const labels = { 'app.kubernetes.io/name': 'xiaoai' };
const created = ago(30 * 24 * HOUR);

const container: SnapshotContainer = {
  name: 'agent',
  image: 'suoke/xiaoai:v2.1.0',
  resources: {
    requests: { cpu: '2', memory: '8Gi' },
    limits: { cpu: '4', memory: '16Gi' },
  },
  readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
};

const podTemplate: SnapshotPodTemplate = {
  metadata: { labels },
  spec: { containers: [container], volumes: [], tolerations: [] },
};

function pod(index: number): SnapshotPod {
  return {
    metadata: {
      name: `xiaoai-5d4f-${index}`,
      namespace,
      labels,
      annotations: {},
      creationTimestamp: ago(6 * HOUR),
      ownerReferences: [
        { kind: 'ReplicaSet', name: 'xiaoai-5d4f', controller: true },
      ],
    },
    spec: {
      nodeName: 'node-0',
      containers: [{ name: 'agent', resources: container.resources }],
    },
    status: {
      phase: 'Running',
      startTime: ago(6 * HOUR - 5 * SECOND),
      conditions: [
        { type: 'PodScheduled', status: 'True' },
        {
          type: 'Ready',
          status: 'True',
          lastTransitionTime: ago(6 * HOUR - 40 * SECOND),
        },
      ],
      containerStatuses: [
        { name: 'agent', ready: true, restartCount: 0, state: {} },
      ],
    },
  };
}

const spec: HorizontalPodAutoscaler['spec'] = {
  scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'xiaoai' },
  minReplicas: 2,
  maxReplicas: 10,
  metrics: [
    {
      type: 'Resource',
      resource: {
        name: 'cpu',
        target: { type: 'Utilization', averageUtilization: 70 },
      },
    },
    {
      type: 'Resource',
      resource: {
        name: 'memory',
        target: { type: 'Utilization', averageUtilization: 80 },
      },
    },
    {
      type: 'Pods',
      pods: {
        metric: { name: 'ai_inference_requests_per_second' },
        target: { type: 'AverageValue', averageValue: '30' },
      },
    },
  ],
  behavior: {
    scaleUp: {
      stabilizationWindowSeconds: 0,
      selectPolicy: 'Max',
      policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
    },
    scaleDown: {
      stabilizationWindowSeconds: 300,
      selectPolicy: 'Max',
      policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
    },
  },
};

function node(index: number): SnapshotNode {
  return {
    metadata: { name: `node-${index}`, labels: {} },
    spec: { taints: [] },
    status: {
      allocatable: { cpu: '16', memory: '64Gi', 'nvidia.com/gpu': '8' },
    },
  };
}

function apiService(name: string, service: string) {
  return {
    metadata: { name },
    spec: { service: { name: service, namespace: 'kube-system' } },
    status: { conditions: [{ type: 'Available', status: 'True' }] },
  };
}

const SAMPLE_INTERVAL = 5 * MINUTE;
const BUSY_EVERY = 20 * HOUR;

/** A week at 3 replicas; every 20 hours one busy hour at 6, before which the load had doubled, and which brings relief. */
function samples(): HistorySample[] {
  const count = (8 * 24 * HOUR) / SAMPLE_INTERVAL;
  return Array.from({ length: count }, (_, index) => {
    const age = (count - 1 - index) * SAMPLE_INTERVAL;
    const phase = (age + 8 * HOUR) % BUSY_EVERY;
    const isBusy = phase < HOUR;
    const isRamp = phase >= HOUR && phase < HOUR + SAMPLE_INTERVAL;
    const current = isBusy ? 6 : 3;
    const cpu = isRamp ? 75 : 62;
    const rate = isRamp ? 32 : 27;
    return {
      at: NOW - age,
      min: 2,
      max: 10,
      current,
      desired: current,
      ready: current,
      metrics: {
        'Resource:cpu': isBusy ? 45 : cpu,
        'Resource:memory': isBusy ? 60 : 70,
        'Pods:ai_inference_requests_per_second': isBusy ? 16 : rate,
      },
      usage: {
        cpuCores: (current * 2 * cpu) / 100,
        memoryBytes: current * 5.6 * 1024 ** 3,
      },
    };
  });
}

/** An agent with nothing wrong, and every part of the snapshot read: 3 of 2 to 10 replicas, VPA Off near its requests. */
export function healthySnapshot(): AgentSnapshot {
  const pods = [0, 1, 2].map(pod);
  const snapshot = {
    hpas: [
      {
        metadata: { name: 'xiaoai', namespace, creationTimestamp: created },
        spec,
        status: {
          currentReplicas: 3,
          desiredReplicas: 3,
          currentMetrics: [
            {
              type: 'Resource',
              resource: {
                name: 'cpu',
                current: { averageUtilization: 62, averageValue: '1240m' },
              },
            },
            {
              type: 'Resource',
              resource: {
                name: 'memory',
                current: { averageUtilization: 70, averageValue: '5734Mi' },
              },
            },
            {
              type: 'Pods',
              pods: {
                metric: { name: 'ai_inference_requests_per_second' },
                current: { averageValue: '27' },
              },
            },
          ],
          conditions: [
            { type: 'AbleToScale', status: 'True', reason: 'ReadyForNewScale' },
            {
              type: 'ScalingActive',
              status: 'True',
              reason: 'ValidMetricFound',
            },
            {
              type: 'ScalingLimited',
              status: 'False',
              reason: 'DesiredWithinRange',
              lastTransitionTime: ago(HOUR),
            },
          ],
        },
      },
    ],
    workload: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'xiaoai', namespace, generation: 4 },
      spec: {
        replicas: 3,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [{ name: 'agent', resources: container.resources }],
          },
        },
      },
      status: {
        observedGeneration: 4,
        replicas: 3,
        updatedReplicas: 3,
        readyReplicas: 3,
        conditions: [],
      },
    },
    podTemplate,
    managedFields: [
      {
        manager: 'kube-controller-manager',
        subresource: 'scale',
        fieldsV1: { 'f:spec': { 'f:replicas': {} } },
      },
      { manager: 'kubectl', fieldsV1: { 'f:spec': { 'f:template': {} } } },
    ],
    replicaSets: [
      {
        metadata: { name: 'xiaoai-5d4f', namespace },
        status: { replicas: 3, conditions: [] },
      },
    ],
    pods,
    vpas: [
      {
        metadata: { name: 'xiaoai', namespace, creationTimestamp: created },
        spec: {
          targetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: 'xiaoai',
          },
          updatePolicy: { updateMode: 'Off' },
          resourcePolicy: {
            containerPolicies: [
              {
                containerName: 'agent',
                minAllowed: { cpu: '1', memory: '4Gi' },
                maxAllowed: { cpu: '8', memory: '32Gi' },
                controlledResources: ['cpu', 'memory'],
              },
            ],
          },
        },
        status: {
          conditions: [{ type: 'RecommendationProvided', status: 'True' }],
          recommendation: {
            containerRecommendations: [
              {
                containerName: 'agent',
                lowerBound: { cpu: '1500m', memory: '6Gi' },
                target: { cpu: '2', memory: '8Gi' },
                upperBound: { cpu: '3', memory: '10Gi' },
                uncappedTarget: { cpu: '2', memory: '8Gi' },
              },
            ],
          },
        },
      },
    ],
    checkpoints: [
      {
        metadata: { name: 'xiaoai-agent', namespace },
        spec: { vpaObjectName: 'xiaoai', containerName: 'agent' },
        status: {
          version: 'v3',
          firstSampleStart: ago(8 * 24 * HOUR),
          lastSampleStart: ago(MINUTE),
          lastUpdateTime: ago(MINUTE),
          totalSamplesCount: 34_560,
        },
      },
    ],
    scaledObjects: [],
    disruptionBudgets: [
      {
        metadata: { name: 'xiaoai', namespace },
        spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
        status: {
          disruptionsAllowed: 1,
          currentHealthy: 3,
          desiredHealthy: 2,
          expectedPods: 3,
          conditions: [{ type: 'DisruptionAllowed', status: 'True' }],
        },
      },
    ],
    resourceQuotas: [
      {
        metadata: { name: 'agents', namespace },
        status: {
          hard: { 'requests.cpu': '100', 'requests.memory': '400Gi' },
          used: { 'requests.cpu': '20', 'requests.memory': '80Gi' },
        },
      },
    ],
    nodes: [0, 1, 2, 3].map(node),
    apiServices: [
      apiService('v1beta1.metrics.k8s.io', 'metrics-server'),
      apiService('v1beta1.custom.metrics.k8s.io', 'custom-metrics'),
      apiService(
        'v1beta1.external.metrics.k8s.io',
        'keda-operator-metrics-apiserver',
      ),
    ],
    events: [],
    vpaAdmission: {
      webhookConfigured: true,
      readyEndpoints: 1,
      leaseRenewedAt: NOW - 5 * SECOND,
    },
    volumeClaims: [],
    manifests: [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'xiaoai', namespace },
        spec: { template: {} },
      },
      {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: 'xiaoai', namespace },
        spec: { ...spec },
      },
    ],
    history: { samples: samples(), scaleEvents: [] },
    podUsage: Array.from({ length: 20 }, (_, minute) =>
      pods.map(({ metadata }) => ({
        pod: metadata.name,
        at: NOW - minute * MINUTE - 10 * SECOND,
        cpuCores: 1.24,
        memoryBytes: 5.6 * 1024 ** 3,
      })),
    ).flat(),
  } satisfies AgentSnapshot;
  // Not structuredClone: that keeps one object one object, and a change to one pod would change all.
  return JSON.parse(JSON.stringify(snapshot));
}
