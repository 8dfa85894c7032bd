import { add, all, set, type Change } from './__testUtils__/changes';
import { ago, healthySnapshot, NOW } from './__testUtils__/healthySnapshot';
import { diagnose } from './diagnose';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HPA = 'hpas.0';
const VPA = 'vpas.0';
const POLICY = `${VPA}.spec.resourcePolicy.containerPolicies.0`;

const limited = (reason: string, age: number) =>
  set(`${HPA}.status.conditions.2`, {
    type: 'ScalingLimited',
    status: 'True',
    reason,
    lastTransitionTime: ago(age),
  });

const scaledObject = (metadata: object, spec: object) =>
  set('scaledObjects', [
    {
      metadata: { name: 'xiaoai', ...metadata },
      spec: { scaleTargetRef: { name: 'xiaoai' }, ...spec },
    },
  ]);

const acting = set(`${VPA}.spec.updatePolicy.updateMode`, 'Recreate');

const pending = (age: number) =>
  set('pods.0.status.conditions.0', {
    type: 'PodScheduled',
    status: 'False',
    reason: 'Unschedulable',
    message: '0/4 nodes are available: 4 Insufficient cpu.',
    lastTransitionTime: ago(age),
  });

/** What looks like a fault and is none. */
const NEAR_MISSES: [id: string, what: string, change: Change][] = [
  [
    'H01',
    'a failure that H02 tells',
    set(`${HPA}.status.conditions.0`, {
      type: 'AbleToScale',
      status: 'False',
      reason: 'FailedGetScale',
      message: 'the server could not find the requested resource',
    }),
  ],
  [
    'H04',
    'an owner that does not control',
    set('workload.metadata.ownerReferences', [{ kind: 'App', name: 'x' }]),
  ],
  [
    'H08',
    'a foreign pod on its way out',
    all(
      set('pods.0.metadata.ownerReferences', []),
      set('pods.0.metadata.deletionTimestamp', ago(MINUTE)),
    ),
  ],
  [
    'H09',
    'an HPA that KEDA takes over',
    scaledObject(
      {
        annotations: { 'scaledobject.keda.sh/transfer-hpa-ownership': 'true' },
      },
      { advanced: { horizontalPodAutoscalerConfig: { name: 'xiaoai' } } },
    ),
  ],
  [
    'M04',
    'an event of yesterday',
    add('events', {
      type: 'Warning',
      reason: 'FailedGetPodsMetric',
      message: 'no metrics returned from custom metrics API',
      lastTimestamp: ago(24 * HOUR),
      involvedObject: { kind: 'HorizontalPodAutoscaler', name: 'xiaoai' },
    }),
  ],
  [
    'M05',
    'an init container that ends',
    set('podTemplate.spec.initContainers', [{ name: 'download' }]),
  ],
  [
    'M05',
    'requests of the pod as a whole',
    all(
      set('podTemplate.spec.containers.0.resources', {}),
      set('podTemplate.spec.resources', {
        requests: { cpu: '2', memory: '8Gi' },
      }),
    ),
  ],
  [
    'M11',
    'a latency against a Value',
    set(`${HPA}.spec.metrics.2`, {
      type: 'External',
      external: {
        metric: { name: 'latency_seconds' },
        target: { type: 'Value', value: '1' },
      },
    }),
  ],
  [
    'M17',
    'a tolerance that was set',
    all(
      set(`${HPA}.status.currentReplicas`, 40),
      set(`${HPA}.spec.behavior.scaleUp.tolerance`, '0.02'),
      set(`${HPA}.spec.behavior.scaleDown.tolerance`, '0.02'),
    ),
  ],
  [
    'R03',
    'a short time at the maximum',
    all(
      set(`${HPA}.status.currentReplicas`, 10),
      limited('TooManyReplicas', 10 * MINUTE),
    ),
  ],
  [
    'R06',
    'the limit without behavior, which is R15',
    all(set(`${HPA}.spec.behavior`, undefined), limited('ScaleUpLimit', HOUR)),
  ],
  [
    'R18',
    'a pause that is off',
    scaledObject(
      { annotations: { 'autoscaling.keda.sh/paused': 'false' } },
      {},
    ),
  ],
  [
    'R21',
    'a cooldown on the way to 0',
    scaledObject({}, { cooldownPeriod: 600 }),
  ],
  [
    'Z01',
    'a target that the HPA put to 0',
    all(
      set(`${HPA}.status.conditions.1`, {
        type: 'ScalingActive',
        status: 'False',
        reason: 'ScalingDisabled',
      }),
      set(`${HPA}.status.conditions.3`, {
        type: 'ScaledToZero',
        status: 'True',
      }),
    ),
  ],
  [
    'Z03',
    'a cluster that has the gate on',
    all(
      set('manifests.1.spec.minReplicas', 0),
      set(`${HPA}.spec.minReplicas`, 0),
    ),
  ],
  [
    'G01',
    'a manager that writes the scale',
    add('managedFields', {
      manager: 'keda',
      subresource: 'scale',
      fieldsV1: { 'f:spec': { 'f:replicas': {} } },
    }),
  ],
  [
    'G03',
    'the same amount in other words',
    set('manifests.1.spec.metrics.2.pods.target.averageValue', '30000m'),
  ],
  ['C01', 'a pod that has just come', pending(MINUTE)],
  [
    'C12',
    'a kill long before the scale-down',
    all(
      set('pods.0.status.containerStatuses.0.lastState', {
        terminated: { reason: 'OOMKilled', finishedAt: ago(3 * HOUR) },
      }),
      set('history.scaleEvents', [{ at: NOW - HOUR, from: 5, to: 3 }]),
    ),
  ],
  [
    'C13',
    'anti-affinity to other pods',
    set('podTemplate.spec.affinity.podAntiAffinity', {
      requiredDuringSchedulingIgnoredDuringExecution: [
        {
          topologyKey: 'kubernetes.io/hostname',
          labelSelector: { matchLabels: { app: 'other' } },
        },
      ],
    }),
  ],
  [
    'D07',
    'a budget of other pods',
    add('disruptionBudgets', {
      metadata: { name: 'other' },
      spec: { selector: { matchLabels: { app: 'other' } } },
    }),
  ],
  [
    'V01',
    'a VPA on the other resource',
    all(
      acting,
      set(`${POLICY}.controlledResources`, ['cpu']),
      set(`${HPA}.spec.metrics.0.resource.name`, 'memory'),
    ),
  ],
  ['V01', 'a container left out', all(acting, set(`${POLICY}.mode`, 'Off'))],
  [
    'V03',
    'a new VPA',
    all(
      set(`${VPA}.status`, {}),
      set(`${VPA}.metadata.creationTimestamp`, ago(MINUTE)),
    ),
  ],
  ['V09', 'mode Off', set('vpaAdmission.webhookConfigured', false)],
  [
    'V14',
    'mode Off',
    set('podTemplate.spec.containers.0.resources.limits.cpu', '40'),
  ],
  [
    'V19',
    'kills of last week',
    set('pods.0.status.containerStatuses.0', {
      name: 'agent',
      restartCount: 9,
      lastState: {
        terminated: { reason: 'OOMKilled', finishedAt: ago(200 * HOUR) },
      },
    }),
  ],
  [
    'V27',
    'wide bounds of a young recommendation',
    all(
      set(
        `${VPA}.status.recommendation.containerRecommendations.0.upperBound.cpu`,
        '15',
      ),
      set('checkpoints.0.status.totalSamplesCount', 10),
    ),
  ],
  [
    'U07',
    'a toleration',
    all(
      ...[0, 1, 2, 3].map(index =>
        set(`nodes.${index}.spec.taints`, [
          { key: 'nvidia.com/gpu', effect: 'NoSchedule' },
        ]),
      ),
      set('podTemplate.spec.tolerations', [
        { key: 'nvidia.com/gpu', operator: 'Exists' },
      ]),
      set(
        'podTemplate.spec.containers.0.resources.limits.nvidia\\.com/gpu',
        '1',
      ),
    ),
  ],
];

it.each(NEAR_MISSES)('%s does not fire for %s', (id, _, change) => {
  const snapshot = healthySnapshot();
  change(snapshot);
  const { findings, notEvaluated } = diagnose(snapshot, {
    now: NOW,
    kubernetesVersion: 'v1.36.0',
  });
  expect(findings.map(finding => finding.id)).not.toContain(id);
  expect(notEvaluated.map(each => each.id)).not.toContain(id);
});

it('survives objects that say next to nothing', () => {
  const bare = { metadata: { name: 'x' } };
  const target = { kind: 'Deployment', name: 'x' };
  const { notEvaluated } = diagnose(
    {
      hpas: [
        {
          ...bare,
          spec: { scaleTargetRef: target, maxReplicas: 3 },
          status: { conditions: null, currentMetrics: null },
        },
      ],
      workload: bare,
      podTemplate: {},
      managedFields: [{}],
      replicaSets: [bare],
      pods: [bare],
      vpas: [{ ...bare, spec: { targetRef: target } }],
      checkpoints: [
        { ...bare, spec: { vpaObjectName: 'x', containerName: 'agent' } },
      ],
      scaledObjects: [bare],
      disruptionBudgets: [bare],
      resourceQuotas: [bare],
      nodes: [bare],
      apiServices: [bare],
      events: [{}],
      vpaAdmission: { webhookConfigured: true },
      volumeClaims: [bare],
      manifests: [bare, { ...bare, kind: 'HorizontalPodAutoscaler' }],
      history: { samples: [], scaleEvents: [] },
      podUsage: [],
    },
    { now: NOW, kubernetesVersion: 'v1.36.0' },
  );
  expect(notEvaluated.filter(({ problem }) => problem)).toEqual([]);
});
