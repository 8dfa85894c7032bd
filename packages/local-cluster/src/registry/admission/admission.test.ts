import { ManualClock } from '../../clock/ManualClock';
import { StatusError } from '../../store/StatusError';
import { ClusterObject, ResourceKey } from '../../store/types';
import { createClusterApi } from '../createClusterApi';

const pods = { group: '', resource: 'pods' };
const deployments = { group: 'apps', resource: 'deployments' };
const policies = {
  group: 'admissionregistration.k8s.io',
  resource: 'validatingadmissionpolicies',
};
const bindings = {
  group: 'admissionregistration.k8s.io',
  resource: 'validatingadmissionpolicybindings',
};

function setUp() {
  const cluster = createClusterApi({
    clock: new ManualClock({ start: new Date('2026-01-01T00:00:00Z') }),
  });
  const create = (
    key: ResourceKey,
    name: string,
    rest: object,
    namespace: string | undefined = 'default',
  ) =>
    cluster.create(key, {
      metadata: {
        name,
        ...(namespace && { namespace }),
      } as ClusterObject['metadata'],
      ...rest,
    });
  const pod = (name: string, resources?: object) =>
    create(pods, name, {
      spec: { containers: [{ name: 'a', image: 'b:1', resources }] },
    });
  return { cluster, create, pod };
}

function refusal(act: () => unknown): {
  code: number;
  reason: string;
  message: string;
} {
  try {
    act();
  } catch (error) {
    if (error instanceof StatusError)
      return { code: error.code, reason: error.reason, message: error.message };
    throw error;
  }
  throw new Error('It was accepted');
}

describe('ResourceQuota', () => {
  it('refuses what would pass the hard limits', () => {
    const { create, pod } = setUp();
    create({ group: '', resource: 'resourcequotas' }, 'q', {
      spec: { hard: { cpu: '2', 'requests.nvidia.com/gpu': '1', pods: '3' } },
    });
    pod('a', { requests: { cpu: '1500m' } });
    expect(refusal(() => pod('b', { requests: { cpu: '1' } }))).toEqual({
      code: 403,
      reason: 'Forbidden',
      message:
        'pods "b" is forbidden: exceeded quota: q, requested: cpu=1, used: cpu=1500m, limited: cpu=2',
    });
    pod('c', { requests: { cpu: '250m' }, limits: { 'nvidia.com/gpu': '1' } });
    expect(
      refusal(() =>
        pod('d', {
          requests: { cpu: '1m' },
          limits: { 'nvidia.com/gpu': '1' },
        }),
      ).message,
    ).toBe(
      'pods "d" is forbidden: exceeded quota: q, requested: requests.nvidia.com/gpu=1, used: requests.nvidia.com/gpu=1, limited: requests.nvidia.com/gpu=1',
    );
  });

  it('counts what pods ask for now, and not those that have ended', () => {
    const { cluster, create, pod } = setUp();
    create({ group: '', resource: 'resourcequotas' }, 'q', {
      spec: { hard: { cpu: '2' } },
    });
    const a = pod('a', { requests: { cpu: '1500m' } });
    const used = () =>
      /used: cpu=(\w+)/.exec(
        refusal(() => pod('big', { requests: { cpu: '3' } })).message,
      )?.[1];
    expect(used()).toBe('1500m');
    const [container] = a.spec.containers;
    const resized = cluster.machinery.store.put(pods, {
      ...a,
      spec: {
        ...a.spec,
        containers: [
          { ...container, resources: { requests: { cpu: '250m' } } },
        ],
      },
    });
    expect(used()).toBe('250m');
    cluster.updateStatus(pods, { ...resized, status: { phase: 'Succeeded' } });
    expect(used()).toBe('0');
  });

  it('wants everybody to say what it limits', () => {
    const { create, pod } = setUp();
    create({ group: '', resource: 'resourcequotas' }, 'q', {
      spec: { hard: { 'limits.memory': '4Gi' } },
    });
    expect(refusal(() => pod('a')).message).toBe(
      'pods "a" is forbidden: failed quota: q: must specify limits.memory for: a',
    );
  });

  it('counts objects', () => {
    const { create } = setUp();
    create({ group: '', resource: 'resourcequotas' }, 'q', {
      spec: { hard: { 'count/configmaps': '1' } },
    });
    create({ group: '', resource: 'configmaps' }, 'a', {});
    expect(
      refusal(() => create({ group: '', resource: 'configmaps' }, 'b', {}))
        .message,
    ).toContain(
      'exceeded quota: q, requested: count/configmaps=1, used: count/configmaps=1, limited: count/configmaps=1',
    );
  });
});

describe('LimitRange', () => {
  it('fills in defaults, and says so', () => {
    const { create, pod } = setUp();
    create({ group: '', resource: 'limitranges' }, 'l', {
      spec: {
        limits: [
          {
            type: 'Container',
            default: { cpu: '1' },
            defaultRequest: { cpu: '500m' },
            max: { cpu: '2' },
          },
        ],
      },
    });
    const created = pod('a');
    expect(created.spec.containers[0].resources).toEqual({
      limits: { cpu: '1' },
      requests: { cpu: '500m' },
    });
    expect(created.metadata.annotations).toEqual({
      'kubernetes.io/limit-ranger':
        'LimitRanger plugin set: cpu request for container a; cpu limit for container a',
    });
    expect(refusal(() => pod('b', { limits: { cpu: '4' } })).message).toBe(
      'pods "b" is forbidden: maximum cpu usage per Container is 2, but limit is 4',
    );
  });
});

describe('names of other objects', () => {
  it('have to exist', () => {
    const { create } = setUp();
    const spec = { containers: [{ name: 'a', image: 'b:1' }] };
    expect(
      refusal(() =>
        create(pods, 'a', { spec: { ...spec, serviceAccountName: 'x' } }),
      ).message,
    ).toBe(
      'pods "a" is forbidden: error looking up service account default/x: serviceaccount "x" not found',
    );
    expect(
      refusal(() =>
        create(pods, 'a', { spec: { ...spec, priorityClassName: 'x' } }),
      ).message,
    ).toBe('pods "a" is forbidden: no PriorityClass with name x was found');
    create(
      { group: 'scheduling.k8s.io', resource: 'priorityclasses' },
      'high',
      { value: 1000 },
      '',
    );
    expect(
      create(pods, 'a', { spec: { ...spec, priorityClassName: 'high' } }).spec
        .priority,
    ).toBe(1000);
  });
});

describe('ValidatingAdmissionPolicy', () => {
  const deployment = (gpus?: string) => ({
    spec: {
      selector: { matchLabels: { app: 'x' } },
      template: {
        metadata: { labels: { app: 'x' } },
        spec: {
          containers: [
            {
              name: 'model-server',
              image: 'm:1',
              ...(gpus && {
                resources: { limits: { 'nvidia.com/gpu': gpus } },
              }),
            },
          ],
        },
      },
    },
  });
  const rule = {
    apiGroups: ['apps'],
    apiVersions: ['v1'],
    operations: ['CREATE', 'UPDATE'],
    resources: ['deployments'],
  };

  function withPolicy(spec: object, binding: object = {}) {
    const { create, cluster } = setUp();
    create(
      policies,
      'gpu',
      { spec: { matchConstraints: { resourceRules: [rule] }, ...spec } },
      '',
    );
    create(
      bindings,
      'gpu',
      { spec: { policyName: 'gpu', validationActions: ['Deny'], ...binding } },
      '',
    );
    return { create, cluster };
  }

  const range =
    "object.spec.template.spec.containers.all(c, has(c.resources) && has(c.resources.limits) && 'nvidia.com/gpu' in c.resources.limits && int(c.resources.limits['nvidia.com/gpu']) <= variables.most)";

  it('refuses what an expression denies', () => {
    const { create } = withPolicy({
      variables: [{ name: 'most', expression: '4' }],
      validations: [{ expression: range, message: 'needs 1 to 4 GPUs' }],
    });
    expect(create(deployments, 'ok', deployment('4')).metadata.name).toBe('ok');
    expect(refusal(() => create(deployments, 'many', deployment('5')))).toEqual(
      {
        code: 422,
        reason: 'Invalid',
        message:
          "deployments.apps \"many\" is forbidden: ValidatingAdmissionPolicy 'gpu' with binding 'gpu' denied request: needs 1 to 4 GPUs",
      },
    );
    expect(refusal(() => create(deployments, 'none', deployment())).code).toBe(
      422,
    );
  });

  it('compares with the object before, and builds its message', () => {
    const { create, cluster } = withPolicy({
      matchConditions: [
        { name: 'updates', expression: "request.operation == 'UPDATE'" },
      ],
      validations: [
        {
          expression: 'object.spec.replicas <= oldObject.spec.replicas * 2',
          messageExpression:
            "'from ' + string(oldObject.spec.replicas) + ' to ' + string(object.spec.replicas)",
          reason: 'Forbidden',
        },
      ],
    });
    create(deployments, 'a', deployment());
    expect(
      refusal(() =>
        cluster.patch(
          deployments,
          { namespace: 'default', name: 'a' },
          { spec: { replicas: 3 } },
        ),
      ),
    ).toMatchObject({
      code: 403,
      message: expect.stringContaining('from 1 to 3'),
    });
  });

  it('speaks only of what it selects', () => {
    const { create } = withPolicy(
      { validations: [{ expression: 'false' }] },
      {
        matchResources: { objectSelector: { matchLabels: { strict: 'yes' } } },
      },
    );
    expect(create(deployments, 'free', deployment()).metadata.name).toBe(
      'free',
    );
  });

  it('fails closed, or open, when an expression fails', () => {
    const validations = [{ expression: 'object.spec.absent == 1' }];
    expect(
      refusal(() =>
        withPolicy({ validations }).create(deployments, 'a', deployment()),
      ).message,
    ).toContain('resulted in error: no such key: absent');
    expect(
      withPolicy({ validations, failurePolicy: 'Ignore' }).create(
        deployments,
        'a',
        deployment(),
      ).metadata.name,
    ).toBe('a');
  });

  it('takes parameters', () => {
    const { create } = withPolicy(
      {
        paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
        validations: [
          { expression: 'object.spec.replicas <= int(params.data.most)' },
        ],
      },
      { paramRef: { name: 'limits', parameterNotFoundAction: 'Deny' } },
    );
    expect(
      refusal(() => create(deployments, 'a', deployment())).message,
    ).toContain('no params found for policy binding');
    create({ group: '', resource: 'configmaps' }, 'limits', {
      data: { most: '0' },
    });
    expect(
      refusal(() => create(deployments, 'a', deployment())).message,
    ).toContain(
      'failed expression: object.spec.replicas <= int(params.data.most)',
    );
  });

  it('has to compile', () => {
    expect(
      refusal(() =>
        withPolicy({ validations: [{ expression: 'object.spec.replicas <' }] }),
      ).message,
    ).toContain(
      'spec.validations[0].expression: Invalid value: "object.spec.replicas <": compilation failed',
    );
  });
});
