import type { CachedObject } from '@suoke/kubernetes-cache';
import type { MetricSpec, MetricStatus } from '@suoke/autoscaling';
import type {
  ContainerTemplate,
  Deployment,
  Hpa,
  KubernetesCondition,
  KubernetesEvent,
  Pod,
  PodDisruptionBudget,
  ReplicaSet,
  ScaledObject,
  Vpa,
} from '../kubernetes/objects';

/**
 * Builders of healthy objects of one agent, `xiaoai` in `suoke-agents`: two ready replicas, an HPA of 2..10 that reads its cpu metric and
 * wants no other number. A test passes only what it is about.
 */

export const NOW = new Date('2026-11-23T08:00:00Z');
export const AN_HOUR_AGO = '2026-11-23T07:00:00Z';
export const NAMESPACE = 'suoke-agents';

let serial = 0;

type Metadata = CachedObject['metadata'];

/** Metadata with a new uid and resourceVersion, an hour old. */
export function metadata(
  name: string,
  overrides: Partial<Metadata> = {},
): Metadata {
  serial += 1;
  return {
    name,
    namespace: NAMESPACE,
    uid: `uid-${name}-${serial}`,
    resourceVersion: String(1_000 + serial),
    generation: 1,
    creationTimestamp: AN_HOUR_AGO,
    ...overrides,
  };
}

export function agentLabels(name: string): Record<string, string> {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': 'suoke',
    'app.kubernetes.io/component': 'agent',
    'backstage.io/kubernetes-id': name,
    'ai.suoke.life/agent': name,
  };
}

export function modelServerLabels(agent: string): Record<string, string> {
  return {
    ...agentLabels(agent),
    'app.kubernetes.io/name': `${agent}-model-server`,
    'app.kubernetes.io/component': 'model-server',
  };
}

export const agentContainer: ContainerTemplate = {
  name: 'agent',
  image: 'suoke/xiaoai:v1.0.0',
  resources: {
    requests: { cpu: '1', memory: '4Gi' },
    limits: { cpu: '2', memory: '8Gi' },
  },
};

/** A Deployment whose replicas all run the current template and are ready. */
export function deployment(
  overrides: {
    name?: string;
    replicas?: number;
    labels?: Record<string, string>;
    metadata?: Partial<Metadata>;
    spec?: Partial<NonNullable<Deployment['spec']>>;
    status?: Partial<NonNullable<Deployment['status']>>;
    containers?: ContainerTemplate[];
  } = {},
): Deployment {
  const { name = 'xiaoai', replicas = 2 } = overrides;
  const labels = overrides.labels ?? agentLabels(name);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(name, { labels, ...overrides.metadata }),
    spec: {
      replicas,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
      },
      template: {
        metadata: { labels },
        spec: { containers: overrides.containers ?? [agentContainer] },
      },
      ...overrides.spec,
    },
    status: {
      observedGeneration: 1,
      replicas,
      readyReplicas: replicas,
      updatedReplicas: replicas,
      availableReplicas: replicas,
      conditions: [
        {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
        },
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
        },
      ],
      ...overrides.status,
    },
  };
}

/** The ReplicaSet of a Deployment's current template. */
export function replicaSet(
  owner: Deployment,
  overrides: { hash?: string; conditions?: KubernetesCondition[] } = {},
): ReplicaSet {
  const { hash = '6d4cf56db6', conditions } = overrides;
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: metadata(`${owner.metadata.name}-${hash}`, {
      namespace: owner.metadata.namespace,
      ownerReferences: [controller('apps/v1', 'Deployment', owner)],
    }),
    status: { replicas: owner.status?.replicas, conditions },
  };
}

function controller(apiVersion: string, kind: string, owner: CachedObject) {
  const { name, uid } = owner.metadata;
  return { apiVersion, kind, name, uid, controller: true };
}

/** A running, ready pod of a ReplicaSet. */
export function pod(
  owner: ReplicaSet,
  overrides: {
    suffix?: string;
    metadata?: Partial<Metadata>;
    spec?: Pod['spec'];
    status?: Pod['status'];
  } = {},
): Pod {
  const { suffix = 'x7k2p' } = overrides;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata(`${owner.metadata.name}-${suffix}`, {
      namespace: owner.metadata.namespace,
      ownerReferences: [controller('apps/v1', 'ReplicaSet', owner)],
      ...overrides.metadata,
    }),
    spec: overrides.spec ?? {
      nodeName: 'node-1',
      containers: [agentContainer],
    },
    status: overrides.status ?? {
      phase: 'Running',
      startTime: AN_HOUR_AGO,
      conditions: [
        { type: 'PodScheduled', status: 'True' },
        { type: 'Ready', status: 'True', lastTransitionTime: AN_HOUR_AGO },
      ],
      containerStatuses: [
        {
          name: 'agent',
          ready: true,
          restartCount: 0,
          state: { running: { startedAt: AN_HOUR_AGO } },
        },
      ],
    },
  };
}

/** Status of a pod whose only container waits for a reason, for example CrashLoopBackOff. */
export function waitingStatus(reason: string, message?: string): Pod['status'] {
  return {
    phase: 'Pending',
    conditions: [
      { type: 'PodScheduled', status: 'True' },
      { type: 'Ready', status: 'False', reason: 'ContainersNotReady' },
    ],
    containerStatuses: [
      {
        name: 'agent',
        ready: false,
        restartCount: 3,
        state: { waiting: { reason, message } },
      },
    ],
  };
}

export const cpuMetric: MetricSpec = {
  type: 'Resource',
  resource: {
    name: 'cpu',
    target: { type: 'Utilization', averageUtilization: 70 },
  },
};

export const cpuStatus: MetricStatus = {
  type: 'Resource',
  resource: {
    name: 'cpu',
    current: { averageUtilization: 35, averageValue: '350m' },
  },
};

/** Conditions of an HPA at rest. */
export function hpaConditions(
  overrides: Partial<
    Record<
      'AbleToScale' | 'ScalingActive' | 'ScalingLimited',
      [status: string, reason: string, message?: string]
    >
  > = {},
): KubernetesCondition[] {
  const conditions = {
    AbleToScale: ['True', 'ReadyForNewScale'],
    ScalingActive: ['True', 'ValidMetricFound'],
    ScalingLimited: ['False', 'DesiredWithinRange'],
    ...overrides,
  };
  return Object.entries(conditions).map(
    ([type, [status, reason, message]]) => ({
      type,
      status,
      reason,
      message,
      lastTransitionTime: AN_HOUR_AGO,
    }),
  );
}

/** An HPA at rest: 2 of 2..10 replicas, cpu at half its target. */
export function hpa(
  overrides: {
    name?: string;
    target?: string;
    min?: number;
    max?: number;
    current?: number;
    desired?: number;
    metadata?: Partial<Metadata>;
    spec?: Partial<Hpa['spec']>;
    status?: Partial<NonNullable<Hpa['status']>>;
  } = {},
): Hpa {
  const { name = 'xiaoai', target = name, min = 2, max = 10 } = overrides;
  const { current = 2, desired = current } = overrides;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata(name, {
      labels: agentLabels(name),
      ...overrides.metadata,
    }),
    spec: {
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: target,
      },
      minReplicas: min,
      maxReplicas: max,
      metrics: [cpuMetric],
      ...overrides.spec,
    },
    status: {
      currentReplicas: current,
      desiredReplicas: desired,
      currentMetrics: [cpuStatus],
      conditions: hpaConditions(),
      ...overrides.status,
    },
  };
}

/** A VPA in mode Off with a recommendation for the agent container. */
export function vpa(
  overrides: {
    target?: string;
    spec?: Partial<NonNullable<Vpa['spec']>>;
    status?: Vpa['status'];
  } = {},
): Vpa {
  const { target = 'xiaoai' } = overrides;
  return {
    apiVersion: 'autoscaling.k8s.io/v1',
    kind: 'VerticalPodAutoscaler',
    metadata: metadata(target),
    spec: {
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
      updatePolicy: { updateMode: 'Off' },
      resourcePolicy: {
        containerPolicies: [
          {
            containerName: 'agent',
            minAllowed: { cpu: '1', memory: '4Gi' },
            maxAllowed: { cpu: '8', memory: '32Gi' },
          },
        ],
      },
      ...overrides.spec,
    },
    status: overrides.status ?? {
      conditions: [{ type: 'RecommendationProvided', status: 'True' }],
      recommendation: {
        containerRecommendations: [
          {
            containerName: 'agent',
            lowerBound: { cpu: '1', memory: '4Gi' },
            target: { cpu: '1168m', memory: '4Gi' },
            upperBound: { cpu: '2', memory: '5Gi' },
            uncappedTarget: { cpu: '1168m', memory: '1238659775' },
          },
        ],
      },
    },
  };
}

/** A ready ScaledObject with one Prometheus trigger. */
export function scaledObject(
  overrides: {
    target?: string;
    annotations?: Record<string, string>;
    spec?: Partial<NonNullable<ScaledObject['spec']>>;
    conditions?: KubernetesCondition[];
  } = {},
): ScaledObject {
  const { target = 'xiaoai', annotations } = overrides;
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: metadata(target, { annotations }),
    spec: {
      scaleTargetRef: { name: target },
      minReplicaCount: 2,
      maxReplicaCount: 10,
      triggers: [
        {
          type: 'prometheus',
          metadata: {
            serverAddress: 'http://user:secret@prometheus:9090',
            query: 'sum(rate(requests_total[1m]))',
            threshold: '30',
          },
        },
      ],
      ...overrides.spec,
    },
    status: {
      conditions: overrides.conditions ?? [
        { type: 'Ready', status: 'True' },
        { type: 'Active', status: 'True' },
        { type: 'Fallback', status: 'False' },
        { type: 'Paused', status: 'Unknown' },
      ],
    },
  };
}

/** The HPA that KEDA keeps for a ScaledObject. */
export function kedaHpa(owner: ScaledObject): Hpa {
  const target = owner.spec!.scaleTargetRef!.name;
  return hpa({
    name: `keda-hpa-${owner.metadata.name}`,
    target,
    metadata: {
      ownerReferences: [controller('keda.sh/v1alpha1', 'ScaledObject', owner)],
    },
    spec: {
      metrics: [
        {
          type: 'External',
          external: {
            metric: {
              name: 's0-prometheus',
              selector: {
                matchLabels: { 'scaledobject.keda.sh/name': target },
              },
            },
            target: { type: 'AverageValue', averageValue: '30' },
          },
        },
      ],
    },
    status: {
      currentMetrics: [
        {
          type: 'External',
          external: {
            metric: {
              name: 's0-prometheus',
              selector: {
                matchLabels: { 'scaledobject.keda.sh/name': target },
              },
            },
            current: { averageValue: '12500m' },
          },
        },
      ],
    },
  });
}

/** A PDB that lets one pod go. */
export function disruptionBudget(name = 'xiaoai'): PodDisruptionBudget {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadata(name),
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
    },
    status: {
      disruptionsAllowed: 1,
      currentHealthy: 2,
      desiredHealthy: 1,
      expectedPods: 2,
    },
  };
}

/** An event about an object, five minutes old. */
export function event(
  about: { kind: string; name: string },
  overrides: Partial<KubernetesEvent> & { resourceVersion?: string } = {},
): KubernetesEvent {
  const { resourceVersion, ...fields } = overrides;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: metadata(`${about.name}.17a`, {
      ...(resourceVersion && { resourceVersion }),
    }),
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: 'Scaled up',
    count: 1,
    firstTimestamp: '2026-11-23T07:55:00Z',
    lastTimestamp: '2026-11-23T07:55:00Z',
    source: { component: 'horizontal-pod-autoscaler' },
    involvedObject: { ...about, namespace: NAMESPACE },
    ...fields,
  };
}

/** The event of an HPA that changed the size of its target. */
export function rescaleEvent(
  newSize: number,
  overrides: Parameters<typeof event>[1] = {},
): KubernetesEvent {
  return event(
    { kind: 'HorizontalPodAutoscaler', name: 'xiaoai' },
    {
      reason: 'SuccessfulRescale',
      message: `New size: ${newSize}; reason: cpu resource utilization (percentage of request) above target`,
      ...overrides,
    },
  );
}
