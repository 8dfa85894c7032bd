import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { fleet } from '../fleet/fleet';
import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { renderAgent } from '../render/renderAgent';
import { renderScaledObject } from '../render/scaledObject';
import { ENVIRONMENTS } from '../spec/environments';
import { fleetObjects, generatedFiles } from './generatedFiles';

const ROOT = resolve(__dirname, '../../../..');

function kubectlVersion(): string | undefined {
  try {
    return execFileSync('kubectl', ['version', '--client'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}

/** The objects of a YAML stream, by kind and name, so that the order of kustomize does not matter. */
function byName(objects: KubernetesObject[]): Record<string, unknown> {
  return Object.fromEntries(
    objects.map(object => [
      `${object.kind} ${object.metadata.name}`,
      JSON.parse(JSON.stringify(object)),
    ]),
  );
}

function parseStream(yaml: string): KubernetesObject[] {
  return parseAllDocuments(yaml, { version: '1.1' }).map(document =>
    document.toJS(),
  );
}

function kustomize(directory: string): Record<string, unknown> {
  return byName(
    parseStream(
      execFileSync('kubectl', ['kustomize', directory], {
        encoding: 'utf8',
        maxBuffer: 2 ** 24,
      }),
    ),
  );
}

describe('generated files', () => {
  it.each(Object.entries(generatedFiles(fleet)))(
    '%s is current; if not, run npm run generate',
    (path, content) => {
      expect(readFileSync(join(ROOT, path), 'utf8')).toBe(content);
    },
  );

  it('puts the namespace first, and every object into exactly one of the three files', () => {
    const files = generatedFiles(fleet);
    const agents = parseStream(files['k8s/agents.yaml']);
    expect(agents[0]).toMatchObject({
      kind: 'Namespace',
      metadata: { name: 'suoke-agents' },
    });
    const all = [
      ...agents,
      ...parseStream(files['k8s/hpa-agents.yaml']),
      ...parseStream(files['k8s/vpa-agents.yaml']),
    ];
    expect(byName(all)).toEqual(byName(fleetObjects(fleet)));
    expect(all).toHaveLength(fleetObjects(fleet).length);
  });
});

const version = kubectlVersion();
if (!version) {
  process.stderr.write('kubectl is absent: the overlays are not built here\n');
}

(version ? describe : describe.skip)('kubectl kustomize', () => {
  it.each(ENVIRONMENTS)(
    'builds %s into what the renderer gives for it',
    environment => {
      const [namespace] = fleetObjects(fleet);
      expect(kustomize(join(ROOT, 'k8s/overlays', environment))).toEqual(
        byName([
          namespace,
          ...fleet.flatMap(spec => renderAgent(spec, { environment })),
        ]),
      );
    },
  );

  it('swaps every HPA for a ScaledObject with the KEDA component', () => {
    const withoutHpa = fleetObjects(fleet).filter(
      ({ kind }) => kind !== 'HorizontalPodAutoscaler',
    );
    expect(kustomize(join(__dirname, '__fixtures__/keda'))).toEqual(
      byName([...withoutHpa, ...fleet.map(renderScaledObject)]),
    );
  });
});
