import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { InputError } from '@backstage/errors';
import { KubernetesObject } from '@suoke/agent-manifests';
import { parseAllDocuments } from 'yaml';

/**
 * Reads the manifests of a directory: every document of its `.yaml` and `.yml` files, by file name. Files for
 * kustomize are not manifests and are left out.
 *
 * @throws InputError naming the file when one is not a manifest, or when there is none.
 */
export async function readManifests(
  directory: string,
): Promise<KubernetesObject[]> {
  const names = await readdir(directory).catch(error => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      throw new InputError(
        'manifestsPath is no directory of the workspace: render the manifests first',
      );
    }
    throw error;
  });
  const files = names
    .filter(name => ['.yaml', '.yml'].includes(extname(name)))
    .filter(name => !/^kustomization\.ya?ml$/.test(name))
    .sort();
  const objects: KubernetesObject[] = [];
  for (const file of files) {
    objects.push(
      ...parseManifests(await readFile(join(directory, file), 'utf8'), file),
    );
  }
  if (objects.length === 0) {
    throw new InputError('manifestsPath has no manifests: render them first');
  }
  return objects;
}

function parseManifests(text: string, file: string): KubernetesObject[] {
  // Kubernetes reads YAML 1.1.
  return parseAllDocuments(text, { version: '1.1' }).flatMap(document => {
    const [problem] = document.errors;
    if (problem) throw new InputError(`${file}: ${problem.message}`);
    const object = document.toJS() as KubernetesObject | null;
    if (object === null) return [];
    if (!object.apiVersion || !object.kind || !object.metadata?.name) {
      throw new InputError(
        `${file} has a document without apiVersion, kind or metadata.name`,
      );
    }
    return [object];
  });
}
