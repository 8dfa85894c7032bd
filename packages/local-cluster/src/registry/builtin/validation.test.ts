import { ManualClock } from '../../clock/ManualClock';
import { StatusError } from '../../store/StatusError';
import { ClusterObject, ResourceKey } from '../../store/types';
import { createClusterApi } from '../createClusterApi';

const core = (resource: string): ResourceKey => ({ group: '', resource });
const apps = (resource: string): ResourceKey => ({ group: 'apps', resource });

function setUp() {
  const cluster = createClusterApi({
    clock: new ManualClock({ start: new Date('2026-01-01T00:00:00Z') }),
  });
  const create = (key: ResourceKey, body: Record<string, any>) =>
    cluster.create(key, {
      ...body,
      metadata: { name: 'x', namespace: 'default', ...body.metadata },
    } as Partial<ClusterObject>);
  return { cluster, create };
}

/** The causes of a refusal as `field: message`. */
function problems(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return (
      error.status.details?.causes?.map(
        ({ field, message }) => `${field}: ${message}`,
      ) ?? [error.message]
    );
  }
  return [];
}

const container = (more: object = {}) => ({ name: 'a', image: 'b:1', ...more });
const podSpec = (more: object = {}, containerMore: object = {}) => ({
  containers: [container(containerMore)],
  ...more,
});
const template = (spec: object = podSpec(), labels: object = { app: 'x' }) => ({
  metadata: { labels },
  spec,
});
const workload = (more: object = {}) => ({
  spec: {
    selector: { matchLabels: { app: 'x' } },
    template: template(),
    ...more,
  },
});

describe('metadata', () => {
  it.each([
    [
      { name: 'Upper' },
      /^metadata\.name: Invalid value: "Upper": a lowercase RFC 1123 subdomain/,
    ],
    [
      { name: '' },
      /^metadata\.name: Required value: name or generateName is required/,
    ],
    [
      { labels: { 'bad key': 'v' } },
      /^metadata\.labels: Invalid value: "bad key": name part must consist of/,
    ],
    [
      { labels: { key: 'bad value' } },
      /^metadata\.labels: Invalid value: "bad value": a valid label must be/,
    ],
    [{ labels: { key: 'x'.repeat(64) } }, /must be no more than 63 characters/],
    [
      { annotations: { '/x': 'v' } },
      /^metadata\.annotations: .*prefix part must be non-empty/,
    ],
    [{ finalizers: ['a b'] }, /^metadata\.finalizers: Invalid value: "a b"/],
    [
      { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'p' }] },
      /^metadata\.ownerReferences\[0\]\.uid: Invalid value: "": uid must not be empty/,
    ],
  ])('%j', (metadata, problem) => {
    const { create } = setUp();
    expect(problems(() => create(core('configmaps'), { metadata }))[0]).toMatch(
      problem,
    );
  });
});

describe('containers', () => {
  const gpu = 'nvidia.com/gpu';
  it.each([
    [{ image: '' }, 'spec.containers[0].image: Required value'],
    [{ name: 'A' }, /^spec\.containers\[0\]\.name: Invalid value: "A"/],
    [
      { imagePullPolicy: 'Sometimes' },
      'spec.containers[0].imagePullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never"',
    ],
    [
      { ports: [{ containerPort: 0 }] },
      'spec.containers[0].ports[0].containerPort: Invalid value: 0: must be between 1 and 65535, inclusive',
    ],
    [
      { volumeMounts: [{ name: 'v', mountPath: '/v' }] },
      'spec.containers[0].volumeMounts[0].name: Not found: "v"',
    ],
    [
      { readinessProbe: { periodSeconds: 5 } },
      'spec.containers[0].readinessProbe: Required value: must specify a handler type',
    ],
    [
      { resources: { limits: { cpu: 'lots' } } },
      /^spec\.containers\[0\]\.resources\.limits\[cpu\]: Invalid value: "lots": quantities must match/,
    ],
    [
      { resources: { limits: { cpu: '-1' } } },
      /must be greater than or equal to 0/,
    ],
    [
      { resources: { requests: { memory: '2Gi' }, limits: { memory: '1Gi' } } },
      'spec.containers[0].resources.requests: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi',
    ],
    [
      { resources: { limits: { [gpu]: '1.5' } } },
      `spec.containers[0].resources.limits[${gpu}]: Invalid value: "1.5": must be an integer`,
    ],
    [
      { resources: { requests: { [gpu]: '1' } } },
      'spec.containers[0].resources.limits: Required value: Limit must be set for non overcommitable resources',
    ],
    [
      { resources: { requests: { [gpu]: '1' }, limits: { [gpu]: '2' } } },
      `spec.containers[0].resources.requests: Invalid value: "1": must be equal to ${gpu} limit of 2`,
    ],
    [
      { resources: { limits: { gpu: '1' } } },
      'spec.containers[0].resources.limits: Invalid value: "gpu": must be a standard resource for containers',
    ],
  ] as [object, string | RegExp][])('%j', (more, problem) => {
    const { create } = setUp();
    const [first] = problems(() =>
      create(core('pods'), { spec: podSpec({}, more) }),
    );
    expect(first).toMatch(problem);
  });
});

describe('workloads', () => {
  it.each([
    ['deployments', { selector: undefined }, 'spec.selector: Required value'],
    [
      'deployments',
      { template: template(podSpec(), { app: 'y' }) },
      'spec.template.metadata.labels: Invalid value: {"app":"y"}: `selector` does not match template `labels`',
    ],
    [
      'deployments',
      { replicas: -1 },
      'spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    ],
    [
      'deployments',
      { template: template({ containers: [] }) },
      'spec.template.spec.containers: Required value',
    ],
    [
      'deployments',
      { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } },
      'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is 0',
    ],
    [
      'deployments',
      { strategy: { type: 'Recreate', rollingUpdate: {} } },
      "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'",
    ],
    [
      'deployments',
      { template: template(podSpec({ restartPolicy: 'Never' })) },
      'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
    ],
    ['replicasets', { selector: undefined }, 'spec.selector: Required value'],
    [
      'statefulsets',
      { template: template(podSpec(), {}) },
      'spec.template.metadata.labels: Invalid value: {}: `selector` does not match template `labels`',
    ],
  ])('%s %j', (resource, more, problem) => {
    const { create } = setUp();
    expect(problems(() => create(apps(resource), workload(more)))[0]).toBe(
      problem,
    );
  });

  it('have selectors that stay', () => {
    const { cluster, create } = setUp();
    create(apps('deployments'), workload());
    const patch = {
      spec: {
        selector: { matchLabels: { app: 'z' } },
        template: { metadata: { labels: { app: 'z' } } },
      },
    };
    expect(
      problems(() =>
        cluster.patch(
          apps('deployments'),
          { namespace: 'default', name: 'x' },
          patch,
        ),
      )[0],
    ).toContain('spec.selector: Invalid value');
  });

  it('get the defaults of the server', () => {
    const { create } = setUp();
    expect(create(apps('deployments'), workload()).spec).toMatchObject({
      replicas: 1,
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
      },
      template: {
        spec: {
          restartPolicy: 'Always',
          terminationGracePeriodSeconds: 30,
          dnsPolicy: 'ClusterFirst',
          schedulerName: 'default-scheduler',
        },
      },
    });
  });

  it('have pods that stay what they are, but for their image', () => {
    const { cluster, create } = setUp();
    create(core('pods'), { spec: podSpec() });
    const key = { namespace: 'default', name: 'x' };
    expect(
      cluster.patch(core('pods'), key, {
        spec: podSpec(
          {},
          {
            image: 'b:2',
            imagePullPolicy: 'IfNotPresent',
            terminationMessagePath: '/dev/termination-log',
            terminationMessagePolicy: 'File',
            resources: {},
          },
        ),
      }).spec.containers[0].image,
    ).toBe('b:2');
    expect(
      problems(() =>
        cluster.patch(core('pods'), key, { spec: { hostNetwork: true } }),
      )[0],
    ).toMatch(/^spec: Forbidden: pod updates may not change fields other than/);
  });

  it.each([
    [{}, 'BestEffort'],
    [{ requests: { cpu: '1' } }, 'Burstable'],
    [{ limits: { cpu: '1', memory: '1Gi' } }, 'Guaranteed'],
    [
      { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m' } },
      'Burstable',
    ],
  ])('are of the right quality of service: %j is %s', (resources, qosClass) => {
    const { create } = setUp();
    expect(
      create(core('pods'), { spec: podSpec({}, { resources }) }).status,
    ).toEqual({ phase: 'Pending', qosClass });
  });
});

describe('services', () => {
  it('get an address that stays, and ports', () => {
    const { cluster, create } = setUp();
    const service = create(core('services'), {
      spec: { selector: { app: 'x' }, ports: [{ port: 80 }] },
    });
    expect(service.spec).toMatchObject({
      type: 'ClusterIP',
      clusterIP: '10.96.0.2',
      ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }],
    });
    const replaced = cluster.update(core('services'), {
      ...service,
      spec: { ports: [{ port: 81 }] },
    });
    expect(replaced.spec.clusterIP).toBe('10.96.0.2');
    expect(
      problems(() =>
        cluster.patch(core('services'), service.metadata, {
          spec: { clusterIP: '10.96.9.9' },
        }),
      )[0],
    ).toContain('may not change once set');
  });

  it.each([
    [{ ports: [] }, 'spec.ports: Required value'],
    [
      { ports: [{ port: 1, name: 'a' }, { port: 2 }] },
      'spec.ports[1].name: Required value',
    ],
    [
      { ports: [{ port: 99999 }] },
      'spec.ports[0].port: Invalid value: 99999: must be between 1 and 65535, inclusive',
    ],
    [
      { type: 'Magic', ports: [{ port: 1 }] },
      'spec.type: Unsupported value: "Magic": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
    ],
  ])('%j', (spec, problem) => {
    expect(problems(() => setUp().create(core('services'), { spec }))[0]).toBe(
      problem,
    );
  });
});

describe('policies of scaling and disruption', () => {
  const hpa = (more: object) => ({
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' },
      maxReplicas: 3,
      ...more,
    },
  });
  const hpas = { group: 'autoscaling', resource: 'horizontalpodautoscalers' };

  const queue = {
    type: 'External',
    external: {
      metric: { name: 'queue' },
      target: { type: 'AverageValue', averageValue: '5' },
    },
  };

  it('defaults an HPA', () => {
    expect(setUp().create(hpas, hpa({})).spec).toMatchObject({
      minReplicas: 1,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 80 },
          },
        },
      ],
    });
  });

  it.each([
    [
      hpa({ minReplicas: 5 }),
      /^spec\.maxReplicas: Invalid value: 3: must be greater than or equal to `minReplicas`/,
    ],
    [
      hpa({ minReplicas: 0, metrics: [queue] }),
      /^spec\.minReplicas: Invalid value: 0: must be greater than or equal to 1/,
    ],
  ])('refuses %j', (body, problem) => {
    expect(problems(() => setUp().create(hpas, body))[0]).toMatch(problem);
  });

  it('lets an HPA keep a minimum of 0 that it has', () => {
    const { cluster, create } = setUp();
    const { metadata, ...before } = create(hpas, hpa({ metrics: [queue] }));
    cluster.machinery.store.put(hpas, {
      ...before,
      metadata,
      spec: { ...before.spec, minReplicas: 0 },
    });
    const change = (spec: object) =>
      problems(() => cluster.patch(hpas, metadata, { spec }));
    expect(change({ maxReplicas: 4 })).toEqual([]);
    expect(change({ minReplicas: 1 })).toEqual([]);
    expect(change({ minReplicas: 0 })).toEqual([
      'spec.minReplicas: Invalid value: 0: must be greater than or equal to 1',
    ]);
  });

  const budgets = { group: 'policy', resource: 'poddisruptionbudgets' };
  it.each([
    [
      { minAvailable: 1, maxUnavailable: 1 },
      /minAvailable and maxUnavailable cannot be both set/,
    ],
    [{ minAvailable: 'half' }, /a valid percent string/],
    [{ maxUnavailable: '150%' }, /must not be greater than 100%/],
  ])('refuses a budget %j', (spec, problem) => {
    expect(problems(() => setUp().create(budgets, { spec }))[0]).toMatch(
      problem,
    );
  });
});

describe('configuration', () => {
  it('encodes and freezes', () => {
    const { cluster, create } = setUp();
    expect(create(core('secrets'), { stringData: { a: 'b' } })).toMatchObject({
      type: 'Opaque',
      data: { a: 'Yg==' },
    });
    const map = create(core('configmaps'), {
      data: { a: '1' },
      immutable: true,
    });
    expect(
      problems(() =>
        cluster.patch(core('configmaps'), map.metadata, { data: { a: '2' } }),
      ),
    ).toEqual(['data: Forbidden: field is immutable when `immutable` is set']);
    expect(
      problems(() =>
        create(core('configmaps'), {
          metadata: { name: 'y' },
          data: { 'a b': '1' },
        }),
      )[0],
    ).toMatch(/^data\[a b\]: Invalid value/);
  });
});
