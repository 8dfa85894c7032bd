import { createMockDirectory } from '@backstage/backend-test-utils';
import { parseAgentSpec, renderAgent } from '@suoke/agent-manifests';
import { parse, parseAllDocuments } from 'yaml';
import { runAction } from '../__testUtils__/runAction';
import { demoSpec } from '../__testUtils__/specs';
import { createRenderAction } from './createRenderAction';

const workspace = createMockDirectory();
beforeEach(() => workspace.clear());

function render(input: Record<string, unknown>) {
  return runAction(createRenderAction(), {
    input: JSON.parse(JSON.stringify(input)),
    workspacePath: workspace.path,
  });
}

type Tree = { [name: string]: string | Tree };

describe('agents:render', () => {
  it('writes the manifests, the catalog entity and the specification', async () => {
    const outputs = await render({ spec: demoSpec() });

    const tree = workspace.content() as { [name: string]: Tree & string };
    const manifests = [
      tree.manifests['agent.yaml'],
      tree.manifests['autoscaling.yaml'],
    ].flatMap(text =>
      parseAllDocuments(text as string).map(document => document.toJS()),
    );
    const expected = renderAgent(parseAgentSpec(demoSpec()));
    const byKind = (a: { kind: string }, b: { kind: string }) =>
      a.kind.localeCompare(b.kind);
    expect([...manifests].sort(byKind)).toEqual([...expected].sort(byKind));
    expect(parse(tree['catalog-info.yaml'])).toMatchObject({
      kind: 'Component',
      metadata: { name: 'demo' },
      spec: { type: 'ai-agent', dependsOn: ['aimodel:default/demo-model'] },
    });
    expect(parseAgentSpec(parse(tree['agent.yaml']))).toEqual(
      parseAgentSpec(demoSpec()),
    );
    expect(outputs).toEqual({
      name: 'demo',
      namespace: 'suoke-agents',
      entityRef: 'component:default/demo',
      files: [
        'agent.yaml',
        'catalog-info.yaml',
        'manifests/agent.yaml',
        'manifests/autoscaling.yaml',
        'manifests/kustomization.yaml',
      ],
      findings: [],
      findingsText: 'The lint found nothing. 检查未发现问题。',
    });
  });

  it('adds the adapter rule of a custom metric', async () => {
    await render({
      spec: demoSpec({
        scaling: {
          minReplicas: 2,
          maxReplicas: 4,
          customMetric: { name: 'requests_per_second', targetPerPod: 5 },
        },
      }),
    });
    expect(workspace.content()).toHaveProperty(
      ['monitoring', 'prometheus-adapter-values.yaml'],
      expect.stringContaining('requests_per_second'),
    );
  });

  it('reports findings that do not stop', async () => {
    const outputs = await render({
      spec: demoSpec({
        scaling: { minReplicas: 1, maxReplicas: 4, cpuTargetPercent: 70 },
      }),
    });
    expect(outputs.findings).toEqual([
      expect.objectContaining({ id: 'R05', severity: 'warning' }),
    ]);
    expect(outputs.findingsText).toContain('最小副本数');
  });

  it('writes nothing when a finding is as bad as failOn', async () => {
    await expect(
      render({
        failOn: 'warning',
        spec: demoSpec({
          scaling: { minReplicas: 1, maxReplicas: 4, cpuTargetPercent: 70 },
        }),
      }),
    ).rejects.toThrow(/not written.*\n- warning R05 .*minReplicas/);
    expect(workspace.content()).toEqual({});
  });

  it('names the wrong fields of the specification and writes nothing', async () => {
    await expect(
      render({ spec: demoSpec({ name: 'Demo', owner: 'team' }) }),
    ).rejects.toThrow(/- spec.name: use lower case.*\n- spec.owner: /);
    expect(workspace.content()).toEqual({});
  });

  it('stays in the workspace', async () => {
    await expect(
      render({ spec: demoSpec(), targetPath: '../elsewhere' }),
    ).rejects.toThrow(/not allowed|outside/i);
  });

  it('stops when the task is cancelled', async () => {
    await expect(
      runAction(createRenderAction(), {
        input: { spec: demoSpec() as never },
        workspacePath: workspace.path,
        signal: AbortSignal.abort(new Error('cancelled')),
      }),
    ).rejects.toThrow('cancelled');
  });
});
