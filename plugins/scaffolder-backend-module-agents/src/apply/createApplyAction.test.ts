import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  parseAgentSpec,
  renderNamespace,
  toYaml,
} from '@suoke/agent-manifests';
import { LocalCluster, startLocalCluster } from '@suoke/local-cluster';
import { runAction } from '../__testUtils__/runAction';
import { demoSpec } from '../__testUtils__/specs';
import { ApplyConfig } from '../config/readAgentsConfig';
import { agentFiles } from '../render/agentFiles';
import { createApplyAction } from './createApplyAction';

const workspace = createMockDirectory();
const namespaceFile = createMockDirectory({
  content: {
    'namespace.yaml': toYaml([
      renderNamespace({ name: 'suoke-agents', partOf: 'suoke' }),
    ]),
  },
});
const success = jest.fn();
const fail = jest.fn();
let local: LocalCluster;

beforeEach(async () => {
  success.mockReset().mockResolvedValue(undefined);
  fail.mockReset().mockResolvedValue(undefined);
  local = await startLocalCluster({
    warmHistoryMs: 0,
    manifests: [namespaceFile.path],
  });
  writeManifests();
});

afterEach(() => local.stop());

function writeManifests(overrides: Record<string, unknown> = {}) {
  const { files } = agentFiles(parseAgentSpec(demoSpec(overrides)), undefined);
  workspace.setContent(files);
}

function createAction(
  options: { config?: Partial<ApplyConfig>; allowed?: boolean } = {},
) {
  return createApplyAction({
    config: {
      enabled: true,
      namespaces: ['suoke-agents'],
      clusterScoped: false,
      timeoutMs: 10_000,
      ...options.config,
    },
    clusters: [
      {
        name: 'local',
        url: local.url,
        credential: { type: 'token', token: 'very-secret' },
      },
    ],
    permissions: mockServices.permissions({
      result:
        options.allowed === false
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({ success, fail }),
    }),
  });
}

const apply = (
  action: ReturnType<typeof createAction>,
  options: Omit<Parameters<typeof runAction>[1], 'workspacePath'>,
) => runAction(action, { ...options, workspacePath: workspace.path });

const deployment = () =>
  local.cluster.get(
    { group: 'apps', resource: 'deployments' },
    { namespace: 'suoke-agents', name: 'demo' },
  );

describe('agents:apply', () => {
  it('applies every object as suoke-portal, in order, and reports each', async () => {
    const { cluster, results } = await apply(createAction(), { input: {} });
    expect(cluster).toBe('local');
    expect(results).toEqual(
      [
        'ServiceAccount demo',
        'Deployment demo',
        'Service demo',
        'PodDisruptionBudget demo',
        'Deployment demo-model-server',
        'Service demo-model-server',
        'HorizontalPodAutoscaler demo',
      ].map(text => {
        const [kind, name] = text.split(' ');
        return expect.objectContaining({
          kind,
          name,
          namespace: 'suoke-agents',
          result: 'applied',
        });
      }),
    );
    expect(deployment()?.metadata.managedFields).toContainEqual(
      expect.objectContaining({ manager: 'suoke-portal', operation: 'Apply' }),
    );
    expect(success).toHaveBeenCalledTimes(1);
  });

  it('validates everything first and stores nothing when one object is refused', async () => {
    const { files } = agentFiles(parseAgentSpec(demoSpec()), undefined);
    workspace.setContent({
      ...files,
      'manifests/autoscaling.yaml': files['manifests/autoscaling.yaml'].replace(
        'maxReplicas: 4',
        'maxReplicas: 0',
      ),
    });
    await expect(apply(createAction(), { input: {} })).rejects.toThrow(
      /Nothing was applied.*\n- HorizontalPodAutoscaler suoke-agents\/demo: .*maxReplicas/,
    );
    expect(deployment()).toBeUndefined();
    expect(success).not.toHaveBeenCalled();
  });

  it('stores nothing in a dry run or when asked only to validate', async () => {
    for (const options of [
      { input: {}, isDryRun: true },
      { input: { validateOnly: true } },
    ]) {
      const { results } = await apply(createAction(), options);
      expect(results).toContainEqual(
        expect.objectContaining({ kind: 'Deployment', result: 'validated' }),
      );
      expect(deployment()).toBeUndefined();
    }
  });

  it('refuses what exists already, unless it may update', async () => {
    await apply(createAction(), { input: {} });
    await expect(apply(createAction(), { input: {} })).rejects.toThrow(
      /already has ServiceAccount suoke-agents\/demo.*allowUpdate/,
    );
    const { results } = await apply(createAction(), {
      input: { allowUpdate: true },
    });
    expect(results).toContainEqual(
      expect.objectContaining({ kind: 'Deployment', result: 'applied' }),
    );
  });

  it('can be retried', async () => {
    const checkpoints = new Map();
    const action = createAction();
    await apply(action, { input: {}, checkpoints });
    const { results } = await apply(action, { input: {}, checkpoints });
    expect(results).toContainEqual(
      expect.objectContaining({ kind: 'Deployment', result: 'applied' }),
    );
  });

  it('leaves the fields of another manager alone, unless forced', async () => {
    await apply(createAction(), { input: {} });
    local.cluster.patch(
      { group: 'autoscaling', resource: 'horizontalpodautoscalers' },
      { namespace: 'suoke-agents', name: 'demo' },
      { spec: { maxReplicas: 9 } },
      { fieldManager: 'kubectl-edit' },
    );
    await expect(
      apply(createAction(), { input: { allowUpdate: true } }),
    ).rejects.toThrow(/HorizontalPodAutoscaler suoke-agents\/demo.*conflict/i);
    await apply(createAction(), { input: { allowUpdate: true, force: true } });
    expect(
      local.cluster.get(
        { group: 'autoscaling', resource: 'horizontalpodautoscalers' },
        { namespace: 'suoke-agents', name: 'demo' },
      )?.spec.maxReplicas,
    ).toBe(4);
  });

  it('skips the cluster-scoped policy of a GPU agent and says so', async () => {
    writeManifests({
      modelServer: {
        ...demoSpec().modelServer,
        gpu: { mode: 'cards', min: 1, max: 2 },
      },
    });
    const { results } = await apply(createAction(), { input: {} });
    expect(results).toContainEqual(
      expect.objectContaining({
        kind: 'ValidatingAdmissionPolicy',
        result: 'skipped',
        message: expect.stringContaining('clusterScoped'),
      }),
    );
  });

  it('writes to the configured namespaces only', async () => {
    writeManifests({ namespace: 'kube-system' });
    await expect(apply(createAction(), { input: {} })).rejects.toThrow(
      /'kube-system' is not among agents.apply.namespaces/,
    );
  });

  it('is off by default and needs the permission', async () => {
    await expect(
      apply(createAction({ config: { enabled: false } }), { input: {} }),
    ).rejects.toThrow(/agents.apply.enabled/);
    await expect(
      apply(createAction({ allowed: false }), { input: {} }),
    ).rejects.toThrow(/agents.manifests.apply/);
    expect(deployment()).toBeUndefined();
  });

  it('stops when the task is cancelled', async () => {
    await expect(
      apply(createAction(), {
        input: {},
        signal: AbortSignal.abort(new Error('cancelled')),
      }),
    ).rejects.toThrow('cancelled');
    expect(deployment()).toBeUndefined();
  });

  it('names an unreachable cluster without its token', async () => {
    await local.stop();
    const error = await apply(createAction(), { input: {} }).catch(e => e);
    expect(error.message).toContain("'local'");
    expect(JSON.stringify(error) + error.message).not.toContain('very-secret');
  });
});
