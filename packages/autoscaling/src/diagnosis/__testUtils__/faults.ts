import type { HistorySample } from '../snapshot/AgentSnapshot';
import type { SnapshotEvent } from '../snapshot/objects';
import { add, all, set, type Change } from './changes';
import { ago, NOW } from './healthySnapshot';

/** A rule, what is done to the healthy snapshot, and what the finding has to say and to point at. */
export interface Fault {
  id: string;
  what: string;
  change: Change;
  /** Part of the English message. */
  says: string;
  /** One of the fields in evidence. */
  field: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const HPA = 'hpas.0';
const CONDITIONS = `${HPA}.status.conditions`;
const METRIC = `${HPA}.spec.metrics`;
const BEHAVIOR = `${HPA}.spec.behavior`;
const CONTAINER = 'podTemplate.spec.containers.0';
const VPA = 'vpas.0';
const POLICY = `${VPA}.spec.resourcePolicy.containerPolicies.0`;
const RECOMMENDATION = `${VPA}.status.recommendation.containerRecommendations.0`;
const PDB = 'disruptionBudgets.0';
const GPU = 'nvidia\\.com/gpu';

const unable = (reason: string, message: string) =>
  set(`${CONDITIONS}.0`, {
    type: 'AbleToScale',
    status: 'False',
    reason,
    message,
  });

const inactive = (reason: string, message: string) =>
  set(`${CONDITIONS}.1`, {
    type: 'ScalingActive',
    status: 'False',
    reason,
    message,
  });

const limited = (reason: string, age: number) =>
  set(`${CONDITIONS}.2`, {
    type: 'ScalingLimited',
    status: 'True',
    reason,
    lastTransitionTime: ago(age),
  });

const podCondition = (type: string, reason: string, message: string) =>
  set('pods.0.status.conditions.0', {
    type,
    status: type === 'PodScheduled' ? 'False' : 'True',
    reason,
    message,
    lastTransitionTime: ago(2 * HOUR),
  });

const event = (
  reason: string,
  message: string,
  kind: string,
  overrides: Partial<SnapshotEvent> = {},
) =>
  add('events', {
    type: 'Warning',
    reason,
    message,
    lastTimestamp: ago(MINUTE),
    involvedObject: { kind, namespace: 'suoke-agents', name: 'xiaoai' },
    ...overrides,
  });

const keda = (overrides: object = {}, spec: object = {}): Change =>
  all(
    set('scaledObjects', [
      {
        metadata: { name: 'xiaoai', namespace: 'suoke-agents' },
        spec: {
          scaleTargetRef: { name: 'xiaoai' },
          minReplicaCount: 2,
          maxReplicaCount: 10,
          fallback: { failureThreshold: 3, replicas: 6 },
          ...spec,
        },
        status: { conditions: [] },
        ...overrides,
      },
    ]),
    set(`${HPA}.metadata.ownerReferences`, [
      { kind: 'ScaledObject', name: 'xiaoai', controller: true },
    ]),
  );

const external = (target: object, name = 'queue_length') =>
  set(`${METRIC}.3`, {
    type: 'External',
    external: { metric: { name }, target },
  });

const externalRead = set(`${HPA}.status.currentMetrics.3`, {
  type: 'External',
  external: {
    metric: { name: 'queue_length' },
    current: { value: '50', averageValue: '25' },
  },
});

const cpuTarget = (percent: number) =>
  set(`${METRIC}.0.resource.target.averageUtilization`, percent);

const replicas = (current: number, desired = current) =>
  all(
    set(`${HPA}.status.currentReplicas`, current),
    set(`${HPA}.status.desiredReplicas`, desired),
  );

/** Changes samples by their age in milliseconds. */
const history =
  (change: (sample: HistorySample, age: number) => Partial<HistorySample>) =>
  (snapshot: Parameters<Change>[0]) => {
    const past = snapshot.history;
    snapshot.history = {
      scaleEvents: past?.scaleEvents ?? [],
      samples: (past?.samples ?? []).map(sample => ({
        ...sample,
        ...change(sample, NOW - sample.at),
      })),
    };
  };

const startUp = (seconds: number): Change =>
  all(
    ...[0, 1, 2].map(index =>
      set(
        `pods.${index}.status.conditions.1.lastTransitionTime`,
        ago(6 * HOUR - seconds * SECOND),
      ),
    ),
  );

const oom = (age: number, restartCount: number): Change =>
  set('pods.0.status.containerStatuses.0', {
    name: 'agent',
    restartCount,
    lastState: { terminated: { reason: 'OOMKilled', finishedAt: ago(age) } },
  });

const resources = (requests: object, limits: object): Change =>
  set(`${CONTAINER}.resources`, { requests, limits });

const acting = set(`${VPA}.spec.updatePolicy.updateMode`, 'Recreate');

const smallRequests = set(
  'pods.0.spec.containers.0.resources.requests.cpu',
  '1',
);

const manifestHpa = (path: string, value: unknown) =>
  set(`manifests.1.${path}`, value);

const gpuNodeTaint = [0, 1, 2, 3].map(index =>
  set(`nodes.${index}.spec.taints`, [
    { key: 'nvidia.com/gpu', effect: 'NoSchedule' },
  ]),
);

/** One fault for every rule that is implemented, and more where a rule has two signals. */
export const FAULTS: readonly Fault[] = [
  {
    id: 'H01',
    what: 'the target is gone',
    change: unable('FailedGetScale', 'deployments.apps "xiaoai" not found'),
    says: 'targets Deployment/xiaoai',
    field: 'status.conditions[type=AbleToScale]',
  },
  {
    id: 'H01',
    what: 'the workload was looked for in vain',
    change: set('workload', null),
    says: 'targets Deployment/xiaoai',
    field: 'spec.scaleTargetRef',
  },
  {
    id: 'H02',
    what: 'no scale subresource',
    change: unable(
      'FailedGetScale',
      'the server could not find the requested resource',
    ),
    says: 'no scale subresource',
    field: 'spec.scaleTargetRef',
  },
  {
    id: 'H03',
    what: 'a version that is gone',
    change: set(`${HPA}.spec.scaleTargetRef.apiVersion`, 'extensions/v1beta1'),
    says: 'extensions/v1beta1',
    field: 'spec.scaleTargetRef.apiVersion',
  },
  {
    id: 'H04',
    what: 'a Rollout owns the Deployment',
    change: set('workload.metadata.ownerReferences', [
      { kind: 'Rollout', name: 'xiaoai', controller: true },
    ]),
    says: 'Rollout/xiaoai controls it',
    field: 'metadata.ownerReferences[0]',
  },
  {
    id: 'H05',
    what: 'no selector',
    change: inactive('InvalidSelector', 'selector is required'),
    says: 'selector is required',
    field: 'status.conditions[type=ScalingActive]',
  },
  {
    id: 'H06',
    what: 'a second HPA',
    change: snapshot => {
      const [first] = snapshot.hpas ?? [];
      snapshot.hpas = [
        first,
        { ...first, metadata: { ...first.metadata, name: 'other' } },
      ];
    },
    says: '2 HPAs scale xiaoai: xiaoai, other',
    field: 'spec.scaleTargetRef',
  },
  {
    id: 'H07',
    what: 'overlapping selectors',
    change: inactive(
      'AmbiguousSelector',
      'pods by selector are selected twice',
    ),
    says: 'selected twice',
    field: 'status.conditions[type=ScalingActive]',
  },
  {
    id: 'H08',
    what: 'the pod of a Job',
    change: set('pods.2.metadata.ownerReferences', [
      { kind: 'Job', name: 'import', controller: true },
    ]),
    says: '1 pods that xiaoai does not own',
    field: 'metadata.ownerReferences',
  },
  {
    id: 'H09',
    what: 'a ScaledObject beside the HPA',
    change: all(keda(), set(`${HPA}.metadata.ownerReferences`, [])),
    says: 'HPA xiaoai and ScaledObject xiaoai',
    field: 'spec.scaleTargetRef',
  },
  {
    id: 'H10',
    what: "an edit of KEDA's HPA",
    change: all(
      keda(),
      set(`${HPA}.spec.maxReplicas`, 12),
      manifestHpa('spec', {}),
    ),
    says: '2 to 12 replicas, its ScaledObject 2 to 10',
    field: 'spec.maxReplicaCount',
  },
  {
    id: 'H11',
    what: 'autoscaling/v2beta2',
    change: manifestHpa('apiVersion', 'autoscaling/v2beta2'),
    says: 'autoscaling/v2beta2, which Kubernetes 1.26 removed',
    field: 'apiVersion',
  },
  {
    id: 'M01',
    what: 'metrics-server is down',
    change: set('apiServices.0.status.conditions.0.status', 'False'),
    says: 'scales on cpu, but metrics.k8s.io',
    field: 'status.conditions[type=Available]',
  },
  {
    id: 'M01',
    what: "only the controller's word",
    change: all(
      set('apiServices', undefined),
      inactive(
        'FailedGetResourceMetric',
        'unable to fetch metrics: the server could not find the requested resource (get pods.metrics.k8s.io)',
      ),
    ),
    says: 'metrics.k8s.io is not installed',
    field: 'status.conditions[type=ScalingActive]',
  },
  {
    id: 'M02',
    what: 'no adapter',
    change: snapshot => {
      snapshot.apiServices = snapshot.apiServices?.filter(
        ({ metadata }) => !metadata.name.includes('custom'),
      );
    },
    says: 'ai_inference_requests_per_second, but custom.metrics.k8s.io',
    field: 'spec.metrics[2].pods',
  },
  {
    id: 'M03',
    what: 'no external metrics',
    change: all(
      external({ type: 'AverageValue', averageValue: '30' }),
      externalRead,
      set('apiServices.2.status.conditions.0.status', 'False'),
    ),
    says: 'queue_length, but external.metrics.k8s.io',
    field: 'spec.metrics[3].external',
  },
  {
    id: 'M04',
    what: 'an unknown series, in an event beside good metrics',
    change: event(
      'FailedGetPodsMetric',
      'unable to get metric x: no metrics returned from custom metrics API',
      'HorizontalPodAutoscaler',
    ),
    says: 'no metrics returned',
    field: 'events[reason=FailedGetPodsMetric].message',
  },
  {
    id: 'M05',
    what: 'no cpu request',
    change: resources({ memory: '8Gi' }, { memory: '16Gi' }),
    says: 'container agent has none',
    field: 'spec.template.spec.containers[0].resources.requests.cpu',
  },
  {
    id: 'M05',
    what: 'a sidecar without request',
    change: set('podTemplate.spec.initContainers', [
      { name: 'proxy', restartPolicy: 'Always' },
    ]),
    says: 'container proxy has none',
    field: 'spec.template.spec.initContainers[0].resources.requests.cpu',
  },
  {
    id: 'M05',
    what: 'an injected sidecar without request',
    change: inactive(
      'FailedGetResourceMetric',
      'failed to get cpu utilization: missing request for cpu in container istio-proxy of Pod xiaoai-5d4f-0',
    ),
    says: 'container istio-proxy has none',
    field: 'status.conditions[type=ScalingActive]',
  },
  {
    id: 'M06',
    what: 'a metric of an unknown container',
    change: set(`${METRIC}.0`, {
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        container: 'app',
        target: { type: 'Utilization', averageUtilization: 70 },
      },
    }),
    says: 'container app, but the pods have agent',
    field: 'spec.metrics[0].containerResource.container',
  },
  {
    id: 'M07',
    what: 'no pod counts',
    change: all(
      set('pods.0.status.conditions.1.status', 'False'),
      inactive(
        'FailedGetResourceMetric',
        'did not receive metrics for targeted pods (pods might be unready)',
      ),
    ),
    says: '2 of 3 pods are ready',
    field: 'status.conditions[type=Ready]',
  },
  {
    id: 'M08',
    what: 'one metric without a value',
    change: set(`${HPA}.status.currentMetrics.2`, { type: '' }),
    says: '1 of 3 metrics',
    field: 'spec.metrics[2].pods',
  },
  {
    id: 'M09',
    what: 'a new HPA',
    change: all(
      set(`${HPA}.metadata.creationTimestamp`, ago(20 * SECOND)),
      set(`${HPA}.status.currentMetrics`, []),
    ),
    says: 'made 20 s ago',
    field: 'metadata.creationTimestamp',
  },
  {
    id: 'M10',
    what: 'a GPU resource metric',
    change: set(`${METRIC}.0.resource.name`, 'nvidia.com/gpu'),
    says: 'resource nvidia.com/gpu',
    field: 'spec.metrics[0].resource.name',
  },
  {
    id: 'M11',
    what: 'a queue against a Value',
    change: all(external({ type: 'Value', value: '100' }), externalRead),
    says: 'queue_length, which looks like a total, with value 100',
    field: 'spec.metrics[3].external.target.value',
  },
  {
    id: 'M12',
    what: 'no relief',
    change: history(({ metrics }) => ({
      metrics: { ...metrics, 'Resource:cpu': 75 },
    })),
    says: 'cpu per pod fell by less than half',
    field: 'spec.metrics[0].resource.target.averageUtilization',
  },
  {
    id: 'M13',
    what: 'memory that stays',
    change: history((_, age) =>
      age < DAY
        ? {
            current: 3,
            metrics: {
              'Resource:cpu': 20,
              'Resource:memory': 78,
              'Pods:ai_inference_requests_per_second': 9,
            },
          }
        : {},
    ),
    says: 'memory against 80 % never did',
    field: 'spec.metrics[1].resource.target.averageUtilization',
  },
  {
    id: 'M14',
    what: 'a target above the limit',
    change: cpuTarget(220),
    says: 'aims at 220 % of the cpu request, but the limits stop usage at 200 %',
    field: 'spec.metrics[0].resource.target.averageUtilization',
  },
  {
    id: 'M15',
    what: 'a target near the limit',
    change: cpuTarget(190),
    says: 'load may grow by 5.26 %',
    field: 'spec.metrics[0].resource.target.averageUtilization',
  },
  {
    id: 'M16',
    what: 'a low target',
    change: cpuTarget(20),
    says: '80 % of what is requested stays idle',
    field: 'spec.metrics[0].resource.target.averageUtilization',
  },
  {
    id: 'M17',
    what: 'many replicas',
    change: replicas(40),
    says: 'ignore a load of 4 pods',
    field: 'status.currentReplicas',
  },
  {
    id: 'M18',
    what: 'old samples',
    change: snapshot => {
      snapshot.podUsage = snapshot.podUsage?.filter(
        sample => sample.at < NOW - 5 * MINUTE,
      );
    },
    says: '3 pods is more than 120 s old',
    field: 'PodMetrics.timestamp',
  },
  {
    id: 'M19',
    what: 'idle pods',
    change: history(({ current }) => ({
      usage: { cpuCores: current * 0.2, memoryBytes: current * 5 * 1024 ** 3 },
    })),
    says: 'used 0.1 times its cpu request',
    field: 'history.usage.cpu',
  },
  {
    id: 'M20',
    what: 'a hot pod',
    change: snapshot => {
      snapshot.podUsage = snapshot.podUsage?.map(sample => ({
        ...sample,
        cpuCores: sample.pod.endsWith('-1') ? 3.6 : 0.3,
      }));
    },
    says: 'pod xiaoai-5d4f-1 has used 2.57 times',
    field: 'PodMetrics.usage.cpu',
  },
  {
    id: 'M21',
    what: 'prometheus-adapter',
    change: set('apiServices.1.spec.service.name', 'prometheus-adapter'),
    says: 'from prometheus-adapter',
    field: 'spec.service.name',
  },
  {
    id: 'M23',
    what: 'a saturated GPU metric',
    change: all(
      set(`${METRIC}.0`, {
        type: 'Pods',
        pods: {
          metric: { name: 'DCGM_FI_DEV_GPU_UTIL' },
          target: { type: 'AverageValue', averageValue: '80' },
        },
      }),
      set(`${HPA}.status.currentMetrics.0`, {
        type: 'Pods',
        pods: {
          metric: { name: 'DCGM_FI_DEV_GPU_UTIL' },
          current: { averageValue: '99' },
        },
      }),
      history(({ metrics, at }) => ({
        metrics: {
          ...metrics,
          'Pods:DCGM_FI_DEV_GPU_UTIL': 99,
          'Pods:ai_inference_requests_per_second': 10 + ((at / HOUR) % 20),
        },
      })),
    ),
    says: 'at 95 % or more for 100 % of 24 h',
    field: 'spec.metrics[0].pods',
  },
  {
    id: 'M24',
    what: 'a card that is shared',
    change: all(
      set(`${METRIC}.2.pods.metric.name`, 'DCGM_FI_PROF_SM_ACTIVE'),
      set('nodes.0.metadata.labels', {
        'nvidia.com/gpu.sharing-strategy': 'time-slicing',
      }),
    ),
    says: 'node node-0 shares its cards',
    field: 'metadata.labels["nvidia.com/gpu.sharing-strategy"]',
  },
  {
    id: 'M25',
    what: 'an external metric without fallback',
    change: all(
      external({ type: 'AverageValue', averageValue: '30' }),
      externalRead,
    ),
    says: 'queue_length without a fallback',
    field: 'spec.metrics[3].external',
  },
  {
    id: 'R01',
    what: 'a range of one number',
    change: set(`${HPA}.spec.minReplicas`, 10),
    says: 'minReplicas and maxReplicas of 10',
    field: 'spec.minReplicas',
  },
  {
    id: 'R02',
    what: 'an inverted range in Git',
    change: manifestHpa('spec.minReplicas', 12),
    says: '12 to 10 replicas',
    field: 'spec.maxReplicas',
  },
  {
    id: 'R03',
    what: 'at the maximum',
    change: all(replicas(10), limited('TooManyReplicas', 20 * MINUTE)),
    says: 'more than its maximum of 10 replicas for 20 min',
    field: 'status.conditions[type=ScalingLimited]',
  },
  {
    id: 'R04',
    what: 'a week at the minimum',
    change: history(() => ({ current: 2, desired: 2 })),
    says: 'minimum of 2 replicas for 100 % of the last 7 days',
    field: 'spec.minReplicas',
  },
  {
    id: 'R05',
    what: 'a minimum of 1',
    change: set(`${HPA}.spec.minReplicas`, 1),
    says: 'go down to 1 replica',
    field: 'spec.minReplicas',
  },
  {
    id: 'R06',
    what: 'slow policies',
    change: all(replicas(3, 4), limited('ScaleUpLimit', 2 * MINUTE)),
    says: 'For 120 s',
    field: 'spec.behavior.scaleUp',
  },
  {
    id: 'R07',
    what: 'slow scale-down policies',
    change: limited('ScaleDownLimit', 20 * MINUTE),
    says: 'For 20 min',
    field: 'spec.behavior.scaleDown',
  },
  {
    id: 'R08',
    what: 'no scale-down',
    change: set(`${BEHAVIOR}.scaleDown.selectPolicy`, 'Disabled'),
    says: 'selectPolicy of scaleDown is Disabled',
    field: 'spec.behavior.scaleDown.selectPolicy',
  },
  {
    id: 'R09',
    what: 'up and down all the time',
    change: history(({ at }, age) =>
      age <= HOUR ? { current: (at / (5 * MINUTE)) % 2 ? 3 : 5 } : {},
    ),
    says: 'times in 60 min, between 3 and 5',
    field: 'history.current',
  },
  {
    id: 'R10',
    what: 'a short window',
    change: set(`${BEHAVIOR}.scaleDown.stabilizationWindowSeconds`, 30),
    says: 'waits 30 s before it scales down, and a pod takes 40 s',
    field: 'spec.behavior.scaleDown.stabilizationWindowSeconds',
  },
  {
    id: 'R11',
    what: 'waiting before a fast rise',
    change: all(
      set(`${BEHAVIOR}.scaleUp.stabilizationWindowSeconds`, 3600),
      startUp(100),
    ),
    says: 'waits 3600 s and a pod starts in 100 s',
    field: 'spec.behavior.scaleUp.stabilizationWindowSeconds',
  },
  {
    id: 'R12',
    what: 'one direction in Git',
    change: manifestHpa('spec.behavior', { scaleUp: {} }),
    says: 'scaleDown takes the defaults',
    field: 'spec.behavior.scaleDown',
  },
  {
    id: 'R13',
    what: 'late every morning',
    change: history((sample, age) => {
      const hour = (age / HOUR) % 24;
      const isDay = hour > 6 && hour < 16;
      const isRamp = hour >= 15.5 && hour < 16.2;
      return {
        current: isDay ? 6 : 3,
        usage: { cpuCores: isDay ? 12 : 3, memoryBytes: 1e9 },
        metrics: { ...sample.metrics, 'Resource:cpu': isRamp ? 95 : 60 },
      };
    }),
    says: '7 of 7 ramps in 7 days',
    field: 'spec.minReplicas',
  },
  {
    id: 'R14',
    what: 'nobody follows',
    change: all(
      replicas(3, 5),
      history((_, age) => (age < HOUR ? { desired: 5 } : {})),
    ),
    says: 'wanted 5 replicas for 15 min, and there are still 3',
    field: 'status.desiredReplicas',
  },
  {
    id: 'R15',
    what: 'no behavior',
    change: all(set(BEHAVIOR, undefined), limited('ScaleUpLimit', MINUTE)),
    says: 'from 3 to at most 6',
    field: 'spec.behavior',
  },
  {
    id: 'R17',
    what: 'a long hot start',
    change: all(startUp(900), snapshot => {
      snapshot.podUsage = [
        ...(snapshot.podUsage ?? []),
        {
          pod: 'xiaoai-5d4f-0',
          at: NOW - 6 * HOUR + 10 * MINUTE,
          cpuCores: 4,
          memoryBytes: 0,
        },
      ];
    }),
    says: 'uses 3.23 times the CPU of a warm one and takes 900 s',
    field: 'spec.metrics[0].resource',
  },
  {
    id: 'R18',
    what: 'a paused ScaledObject',
    change: keda({
      metadata: {
        name: 'xiaoai',
        annotations: { 'autoscaling.keda.sh/paused': 'true' },
      },
    }),
    says: 'autoscaling.keda.sh/paused: true',
    field: 'metadata.annotations["autoscaling.keda.sh/paused"]',
  },
  {
    id: 'R19',
    what: 'an active fallback',
    change: keda({
      status: { conditions: [{ type: 'Fallback', status: 'True' }] },
    }),
    says: 'fallback of 6 replicas',
    field: 'status.conditions[type=Fallback]',
  },
  {
    id: 'R20',
    what: 'a failing scaler',
    change: all(
      keda(),
      event('KEDAScalerFailed', 'connection refused', 'ScaledObject', {
        count: 7,
      }),
    ),
    says: 'failed 7 times, last in the past 5 min: connection refused',
    field: 'events[reason=KEDAScalerFailed].message',
  },
  {
    id: 'R21',
    what: 'a cooldown that does nothing',
    change: keda({}, { cooldownPeriod: 600 }),
    says: 'cooldownPeriod 600 s',
    field: 'spec.cooldownPeriod',
  },
  {
    id: 'Z01',
    what: '0 replicas by hand',
    change: all(
      replicas(0),
      inactive('ScalingDisabled', 'scaling is disabled'),
    ),
    says: 'xiaoai has 0 replicas',
    field: 'status.conditions[type=ScalingActive]',
  },
  {
    id: 'Z02',
    what: 'nothing could wake it',
    change: manifestHpa('spec.minReplicas', 0),
    says: 'minReplicas 0 and no Object or External',
    field: 'spec.metrics',
  },
  {
    id: 'Z03',
    what: '0 on an older cluster',
    change: manifestHpa('spec.minReplicas', 0),
    says: 'Kubernetes 1.36 refuses',
    field: 'spec.minReplicas',
  },
  {
    id: 'Z04',
    what: 'a slow wake-up',
    change: keda({}, { minReplicaCount: 0 }),
    says: 'takes 40 s to start; clients give up after 30 s',
    field: 'spec.minReplicaCount',
  },
  {
    id: 'G01',
    what: 'Argo CD owns the replicas',
    change: add('managedFields', {
      manager: 'argocd-controller',
      fieldsV1: { 'f:spec': { 'f:replicas': {} } },
    }),
    says: 'argocd-controller owns spec.replicas of xiaoai',
    field:
      'metadata.managedFields[manager=argocd-controller].fieldsV1.f:spec.f:replicas',
  },
  {
    id: 'G02',
    what: 'replicas in Git',
    change: set('manifests.0.spec.replicas', 3),
    says: 'says 3 replicas',
    field: 'spec.replicas',
  },
  {
    id: 'G03',
    what: 'another maximum than in Git',
    change: manifestHpa('spec.maxReplicas', 20),
    says: 'in 1 fields: spec.maxReplicas',
    field: 'spec.maxReplicas',
  },
  {
    id: 'C01',
    what: 'a pending pod',
    change: podCondition(
      'PodScheduled',
      'Unschedulable',
      '0/4 nodes are available: 4 Insufficient cpu.',
    ),
    says: '1 pods have been Pending for up to 120 min: 0/4 nodes',
    field: 'status.conditions[type=PodScheduled]',
  },
  {
    id: 'C02',
    what: 'an exceeded quota',
    change: set('replicaSets.0.status.conditions', [
      {
        type: 'ReplicaFailure',
        status: 'True',
        reason: 'FailedCreate',
        message: 'exceeded quota: agents',
      },
    ]),
    says: 'exceeded quota: agents',
    field: 'status.conditions[type=ReplicaFailure]',
  },
  {
    id: 'C03',
    what: 'a small quota',
    change: set('resourceQuotas.0.status.hard.requests\\.cpu', '30'),
    says: 'At 10 replicas ResourceQuota agents would need 34 of requests.cpu and allows 30',
    field: 'status.hard["requests.cpu"]',
  },
  {
    id: 'C04',
    what: 'few nodes',
    change: snapshot => {
      snapshot.nodes = snapshot.nodes?.slice(0, 1);
    },
    says: 'The 1 usable nodes have room for 8 pods',
    field: 'spec.maxReplicas',
  },
  {
    id: 'C05',
    what: 'a full node group',
    change: event(
      'NotTriggerScaleUp',
      "pod didn't trigger scale-up: 1 max node group size reached",
      'Pod',
    ),
    says: 'max node group size reached',
    field: 'events[reason=NotTriggerScaleUp].message',
  },
  {
    id: 'C06',
    what: 'no card left',
    change: podCondition(
      'PodScheduled',
      'Unschedulable',
      '0/4 nodes are available: 4 Insufficient nvidia.com/gpu.',
    ),
    says: '1 pods wait for nvidia.com/gpu',
    field: 'status.conditions[type=PodScheduled]',
  },
  {
    id: 'C07',
    what: 'a crash loop',
    change: set('pods.1.status.containerStatuses.0.state', {
      waiting: { reason: 'CrashLoopBackOff' },
    }),
    says: '1 of 3 pods do not start, for example xiaoai-5d4f-1',
    field: 'status.containerStatuses[0].state.waiting.reason',
  },
  {
    id: 'C08',
    what: 'no probe',
    change: set(`${CONTAINER}.readinessProbe`, undefined),
    says: 'No container of xiaoai',
    field: 'spec.template.spec.containers[0].readinessProbe',
  },
  {
    id: 'C09',
    what: 'a slow start',
    change: startUp(140),
    says: 'takes 140 s from creation to Ready',
    field: 'status.conditions[type=Ready].lastTransitionTime',
  },
  {
    id: 'C10',
    what: 'a volume for one',
    change: all(
      set('podTemplate.spec.volumes', [
        { name: 'weights', persistentVolumeClaim: { claimName: 'weights' } },
      ]),
      add('volumeClaims', {
        metadata: { name: 'weights' },
        spec: { accessModes: ['ReadWriteOnce'] },
      }),
    ),
    says: 'claim weights, which allows ReadWriteOnce only',
    field: 'spec.accessModes',
  },
  {
    id: 'C11',
    what: 'a rollout',
    change: set('workload.status.updatedReplicas', 1),
    says: '1 of 3 replicas are new',
    field: 'status.updatedReplicas',
  },
  {
    id: 'C12',
    what: 'a kill after a scale-down',
    change: all(oom(HOUR, 1), snapshot => {
      snapshot.history = {
        samples: snapshot.history?.samples ?? [],
        scaleEvents: [{ at: NOW - HOUR - 5 * MINUTE, from: 5, to: 3 }],
      };
    }),
    says: '1 of 1 OOM kills came within 10 min',
    field: 'status.containerStatuses[0].lastState.terminated',
  },
  {
    id: 'C13',
    what: 'one pod per node',
    change: set('podTemplate.spec.affinity', {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          {
            topologyKey: 'kubernetes.io/hostname',
            labelSelector: {
              matchLabels: { 'app.kubernetes.io/name': 'xiaoai' },
            },
          },
        ],
      },
    }),
    says: 'and 4 nodes fit; the maximum is 10',
    field: 'spec.template.spec.affinity.podAntiAffinity',
  },
  {
    id: 'D01',
    what: 'a budget of the minimum',
    change: set(`${PDB}.spec`, {
      minAvailable: '60%',
      selector: { matchLabels: { 'app.kubernetes.io/name': 'xiaoai' } },
    }),
    says: 'keeps 2 pods and HPA xiaoai may go down to 2',
    field: 'spec.minAvailable',
  },
  {
    id: 'D02',
    what: 'a budget of nothing',
    change: set(`${PDB}.spec.maxUnavailable`, '0%'),
    says: 'maxUnavailable 0%',
    field: 'spec.maxUnavailable',
  },
  {
    id: 'D03',
    what: 'one pinned pod',
    change: all(
      set(`${HPA}.spec.minReplicas`, 1),
      set(`${PDB}.spec.maxUnavailable`, undefined),
      set(`${PDB}.spec.minAvailable`, 1),
    ),
    says: 'go down to 1 replica and PDB xiaoai keeps 1',
    field: 'spec.minAvailable',
  },
  {
    id: 'D04',
    what: 'a long block',
    change: all(
      set(`${PDB}.status.disruptionsAllowed`, 0),
      set(`${PDB}.status.conditions.0`, {
        type: 'DisruptionAllowed',
        status: 'False',
        lastTransitionTime: ago(HOUR),
      }),
    ),
    says: 'no disruption for 60 min: 3 pods are healthy and 2 must be',
    field: 'status.disruptionsAllowed',
  },
  {
    id: 'D07',
    what: 'a second budget',
    change: add('disruptionBudgets', {
      metadata: { name: 'other' },
      spec: {
        maxUnavailable: 1,
        selector: { matchLabels: { 'app.kubernetes.io/name': 'xiaoai' } },
      },
    }),
    says: '2 PDBs select the same pods: xiaoai, other',
    field: 'spec.selector',
  },
  {
    id: 'V01',
    what: 'an acting VPA',
    change: acting,
    says: 'aims at 70 % of the cpu request, and VPA xiaoai in mode Recreate',
    field: 'spec.updatePolicy.updateMode',
  },
  {
    id: 'V02',
    what: 'an acting VPA beside an AverageValue',
    change: all(
      acting,
      set(`${METRIC}.0.resource.target`, {
        type: 'AverageValue',
        averageValue: '1',
      }),
    ),
    says: 'aims at 1 of cpu per pod',
    field: 'spec.metrics[0].resource.target.averageValue',
  },
  {
    id: 'V03',
    what: 'no recommendation',
    change: set(`${VPA}.status`, {}),
    says: 'has no recommendation',
    field: 'status.recommendation',
  },
  {
    id: 'V04',
    what: 'no pods',
    change: set(`${VPA}.status.conditions.0`, {
      type: 'NoPodsMatched',
      status: 'True',
    }),
    says: 'targets Deployment/xiaoai and finds no pods',
    field: 'status.conditions[type=NoPodsMatched]',
  },
  {
    id: 'V05',
    what: 'not the top owner',
    change: set(`${VPA}.status.conditions.0`, {
      type: 'ConfigUnsupported',
      status: 'True',
      message: 'The targetRef controller should point to a topmost controller',
    }),
    says: 'topmost',
    field: 'status.conditions[type=ConfigUnsupported]',
  },
  {
    id: 'V06',
    what: 'advice that is not followed',
    change: smallRequests,
    says: '1 pods differ from the recommendation of VPA xiaoai by up to 100 %',
    field: 'spec.updatePolicy.updateMode',
  },
  {
    id: 'V07',
    what: 'mode Auto',
    change: set(`${VPA}.spec.updatePolicy.updateMode`, 'Auto'),
    says: 'updateMode Auto',
    field: 'spec.updatePolicy.updateMode',
  },
  {
    id: 'V08',
    what: 'one pod out of range',
    change: all(acting, smallRequests, snapshot => {
      snapshot.pods = snapshot.pods?.slice(0, 1);
    }),
    says: 'from 2 live pods on and there are 1',
    field: 'spec.updatePolicy.minReplicas',
  },
  {
    id: 'V09',
    what: 'an old lease',
    change: all(acting, set('vpaAdmission.leaseRenewedAt', NOW - 5 * MINUTE)),
    says: 'lease renewed 300 s ago',
    field: 'webhooks',
  },
  {
    id: 'V10',
    what: 'evictions in vain',
    change: all(
      acting,
      event('EvictedByVPA', 'Pod was evicted by VPA Updater', 'Pod'),
      event('EvictedByVPA', 'Pod was evicted by VPA Updater', 'Pod'),
    ),
    says: '2 evictions by the VPA in 60 min, and 3 pods',
    field: 'metadata.annotations["vpaUpdates"]',
  },
  {
    id: 'V11',
    what: 'a budget in the way',
    change: all(
      acting,
      smallRequests,
      set('pods.0.status.startTime', ago(DAY)),
      set(`${PDB}.status.disruptionsAllowed`, 0),
    ),
    says: '1 pods older than 12 h',
    field: 'status.disruptionsAllowed',
  },
  {
    id: 'V12',
    what: 'a capped target',
    change: set(`${RECOMMENDATION}.uncappedTarget.memory`, '40Gi'),
    says: '40Gi memory for agent, but maxAllowed makes it 8Gi',
    field: 'status.recommendation.containerRecommendations[0].target.memory',
  },
  {
    id: 'V13',
    what: 'a target beyond all nodes',
    change: all(
      set(`${RECOMMENDATION}.target.memory`, '80Gi'),
      set(`${RECOMMENDATION}.uncappedTarget.memory`, '80Gi'),
    ),
    says: 'recommends 80Gi memory for the pod, and the largest node has 64Gi',
    field: 'status.recommendation.containerRecommendations[0].target.memory',
  },
  {
    id: 'V14',
    what: 'a distant limit',
    change: all(acting, set(`${CONTAINER}.resources.limits.cpu`, '40')),
    says: 'cpu limit of agent is 20 times its request',
    field: 'spec.template.spec.containers[0].resources.limits.cpu',
  },
  {
    id: 'V15',
    what: 'a request at the limit',
    change: set(
      'pods.0.metadata.annotations.vpaUpdates',
      'Pod resources updated by xiaoai: container 0: cpu capped to container limit',
    ),
    says: 'In 1 pods the VPA wanted a larger request',
    field: 'metadata.annotations.vpaUpdates',
  },
  {
    id: 'V16',
    what: 'a short history',
    change: all(
      set('checkpoints.0.status.firstSampleStart', ago(12 * HOUR)),
      set('checkpoints.0.status.lastSampleStart', ago(0)),
    ),
    says: 'for 0.5 days: the upper bound is still multiplied by 3',
    field: 'status.firstSampleStart',
  },
  {
    id: 'V17',
    what: 'a second VPA',
    change: snapshot => {
      const [first] = snapshot.vpas ?? [];
      snapshot.vpas = [
        first,
        { ...first, metadata: { ...first.metadata, name: 'other' } },
      ];
    },
    says: '2 VPAs target xiaoai: xiaoai, other',
    field: 'spec.targetRef',
  },
  {
    id: 'V18',
    what: 'a deferred resize',
    change: podCondition('PodResizePending', 'Deferred', 'no room'),
    says: 'has been Deferred for 120 min',
    field: 'status.conditions[type=PodResizePending]',
  },
  {
    id: 'V19',
    what: 'an OOM loop under mode Off',
    change: oom(HOUR, 4),
    says: '4 OOM kills in 24 h, and VPA xiaoai cannot help: updateMode Off',
    field: 'status.containerStatuses[0].lastState.terminated',
  },
  {
    id: 'V20',
    what: 'preallocated memory',
    change: all(
      acting,
      set(`${CONTAINER}.args`, ['--gpu-memory-utilization=0.9']),
    ),
    says: '--gpu-memory-utilization=0.9',
    field: 'spec.resourcePolicy',
  },
  {
    id: 'V21',
    what: 'a Guaranteed pod under RequestsOnly',
    change: all(
      acting,
      resources({ cpu: '2', memory: '8Gi' }, { cpu: '2', memory: '8Gi' }),
      set(`${POLICY}.controlledValues`, 'RequestsOnly'),
    ),
    says: 'changes only the requests of agent',
    field: 'spec.template.spec.containers[0].resources',
  },
  {
    id: 'V22',
    what: 'a LimitRange',
    change: set(
      'pods.0.metadata.annotations.vpaUpdates',
      'Pod resources updated by xiaoai: container 0: memory decreased to fit Max in container LimitRange',
    ),
    says: 'In 1 pods the recommendation was changed',
    field: 'metadata.annotations.vpaUpdates',
  },
  {
    id: 'V23',
    what: 'a GPU in the policy',
    change: set(`${POLICY}.maxAllowed.${GPU}`, '4'),
    says: 'names nvidia.com/gpu in maxAllowed',
    field: 'spec.resourcePolicy.containerPolicies[0].maxAllowed',
  },
  {
    id: 'V24',
    what: 'a policy for nobody',
    change: set(`${POLICY}.containerName`, 'app'),
    says: 'container app, but the pods have agent',
    field: 'spec.resourcePolicy.containerPolicies[0].containerName',
  },
  {
    id: 'V25',
    what: 'an old checkpoint',
    change: set('checkpoints.0.status.lastUpdateTime', ago(30 * MINUTE)),
    says: 'last written 30 min ago, although 3 pods run',
    field: 'status.lastUpdateTime',
  },
  {
    id: 'V27',
    what: 'wide bounds',
    change: set(`${RECOMMENDATION}.upperBound.cpu`, '15'),
    says: '1500m to 15, a factor of 10',
    field: 'status.recommendation.containerRecommendations[0].upperBound.cpu',
  },
  {
    id: 'V28',
    what: 'an inverted range',
    change: set(`${POLICY}.minAllowed.cpu`, '9'),
    says: 'starts at 9 and ends at 8',
    field: 'spec.resourcePolicy.containerPolicies[0].minAllowed.cpu',
  },
  {
    id: 'U01',
    what: 'half a card',
    change: all(
      set(`${CONTAINER}.resources.limits.${GPU}`, '500m'),
      set(`${CONTAINER}.resources.requests.${GPU}`, '500m'),
    ),
    says: 'asks for 500m nvidia.com/gpu',
    field:
      'spec.template.spec.containers[0].resources.limits["nvidia.com/gpu"]',
  },
  {
    id: 'U02',
    what: 'a request without a limit',
    change: set(`${CONTAINER}.resources.requests.${GPU}`, '1'),
    says: 'requests 1 nvidia.com/gpu with a limit of -',
    field:
      'spec.template.spec.containers[0].resources.requests["nvidia.com/gpu"]',
  },
  {
    id: 'U03',
    what: 'an unknown slice',
    change: set(
      `${CONTAINER}.resources.limits.nvidia\\.com/mig-1g\\.10gb`,
      '1',
    ),
    says: 'nvidia.com/mig-1g.10gb, which none of 4 nodes has',
    field:
      'spec.template.spec.containers[0].resources.limits["nvidia.com/mig-1g.10gb"]',
  },
  {
    id: 'U06',
    what: 'more cards than there are',
    change: set(`${CONTAINER}.resources.limits.${GPU}`, '4'),
    says: '40 nvidia.com/gpu are needed, and the cluster has room for 8 such pods',
    field: 'spec.maxReplicas',
  },
  {
    id: 'U07',
    what: 'tainted GPU nodes',
    change: all(
      set(`${CONTAINER}.resources.limits.${GPU}`, '1'),
      ...gpuNodeTaint,
    ),
    says: 'All 4 nodes with nvidia.com/gpu',
    field: 'spec.taints',
  },
];
