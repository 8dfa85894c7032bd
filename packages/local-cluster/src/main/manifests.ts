import fs from 'node:fs';
import path from 'node:path';
import { LineCounter, parseAllDocuments } from 'yaml';
import { Cluster } from '../registry/Cluster';
import { ClusterObject } from '../store/types';
import { StartError } from './StartError';

/** An object from a file. */
export interface ManifestObject {
  file: string;
  object: Partial<ClusterObject>;
}

const EXTENSIONS = ['.yaml', '.yml', '.json'];

/** Files of a path: itself, or the manifests directly in a directory, by name. */
function filesOf(fileOrDirectory: string): string[] {
  let stat: fs.Stats;
  try {
    stat = fs.statSync(fileOrDirectory);
  } catch {
    throw new StartError(
      `Manifest ${fileOrDirectory} does not exist; give a file or a directory with --manifests`,
    );
  }
  if (!stat.isDirectory()) return [fileOrDirectory];
  return fs
    .readdirSync(fileOrDirectory)
    .filter(name => EXTENSIONS.includes(path.extname(name)))
    .sort()
    .map(name => path.join(fileOrDirectory, name));
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `Manifest ${file} cannot be read (${why}); check its permissions`,
    );
  }
}

/** Objects of one YAML or JSON text; Lists are taken apart. */
export function parseManifest(text: string, file: string): ManifestObject[] {
  const lines = new LineCounter();
  return parseAllDocuments(text, { lineCounter: lines }).flatMap(document => {
    const [error] = document.errors;
    if (error) {
      const { line, col } = lines.linePos(error.pos[0]);
      throw new StartError(
        `Manifest ${file} is not valid YAML at line ${line}, column ${col}: ${
          error.message.split('\n')[0]
        } Correct the file and start again`,
      );
    }
    const value: any = document.toJS();
    if (value === null || value === undefined) return [];
    const objects: any[] =
      value.kind === 'List' && Array.isArray(value.items)
        ? value.items
        : [value];
    return objects.map(object => {
      const missing = ['apiVersion', 'kind'].find(
        field => typeof object?.[field] !== 'string',
      );
      if (missing || typeof object.metadata?.name !== 'string') {
        const { line } = lines.linePos(
          document.contents?.range?.[0] ?? document.range[0],
        );
        throw new StartError(
          `Manifest ${file}: the document at line ${line} has no ${
            missing ?? 'metadata.name'
          }; only Kubernetes objects can be applied`,
        );
      }
      return { file, object };
    });
  });
}

/** Reads all objects of the given files and directories, in order. */
export function readManifests(paths: readonly string[]): ManifestObject[] {
  return paths
    .flatMap(filesOf)
    .flatMap(file => parseManifest(readText(file), file));
}

// Definitions before what they define, namespaces before what lives in them; all else in the order of the files.
const ORDER = ['CustomResourceDefinition', 'Namespace'];

function rank({ object }: ManifestObject): number {
  const at = ORDER.indexOf(object.kind ?? '');
  return at < 0 ? ORDER.length : at;
}

/** Where namespaced objects go that do not say. */
const DEFAULT_NAMESPACE = 'default';

/**
 * Creates the objects that do not exist yet, namespaced ones without `metadata.namespace` in `namespace` (default:
 * `default`). Existing ones are left alone: after a restart they may have been changed
 * on purpose, a model that was rolled out for example.
 */
export function applyManifests(
  cluster: Cluster,
  manifests: readonly ManifestObject[],
  options: { namespace?: string } = {},
): void {
  const { namespace = DEFAULT_NAMESPACE } = options;
  for (const { file, object } of [...manifests].sort(
    (a, b) => rank(a) - rank(b),
  )) {
    const { apiVersion = '', kind = '' } = object;
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    const type = cluster.machinery.registry.findKind(group, kind);
    const name = object.metadata!.name;
    if (!type) {
      throw new StartError(
        `Manifest ${file}: the local cluster does not know kind ${kind} in ${apiVersion} (object ${name}); add its CustomResourceDefinition to the manifests`,
      );
    }
    const metadata = {
      ...object.metadata!,
      ...(type.namespaced && {
        namespace: object.metadata!.namespace ?? namespace,
      }),
    };
    if (cluster.get(type, metadata)) continue;
    try {
      cluster.create(
        type,
        { ...object, metadata },
        { fieldManager: 'local-cluster' },
      );
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new StartError(
        `Manifest ${file}: ${kind} ${name} was refused: ${why}`,
      );
    }
  }
}
