import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';
import { STAGING_PREFIX } from '../publish/replaceFolder';

/** Name of the file that a folder brings into the catalog. */
export const CATALOG_FILE = 'catalog-info.yaml';

/** What was read of one folder. */
export type FolderResult =
  | { folder: string; ok: true; entities: Entity[] }
  | { folder: string; ok: false; error: Error };

/**
 * Reads the catalog file of every folder below the root. A folder without one is not an agent's; a faulty file is
 * data, so that it does not take the other folders with it. A root that does not exist has no folders yet.
 */
export async function readAgentFolders(
  root: string,
  options: { allowedKinds: readonly string[] },
): Promise<FolderResult[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(error => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const folders = entries
    .filter(
      entry => entry.isDirectory() && !entry.name.startsWith(STAGING_PREFIX),
    )
    .map(({ name }) => name)
    .sort();
  const results: FolderResult[] = [];
  for (const folder of folders) {
    const path = join(root, folder, CATALOG_FILE);
    try {
      const text = await readFile(path, 'utf8').catch(error => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      if (text === undefined) continue;
      results.push({
        folder,
        ok: true,
        entities: toEntities(text, path, options.allowedKinds),
      });
    } catch (error) {
      results.push({ folder, ok: false, error: toError(error) });
    }
  }
  return results;
}

/** The location that an entity of a folder is managed by. */
export function folderLocation(root: string, folder: string): string {
  return `file:${join(root, folder, CATALOG_FILE)}`;
}

function toEntities(
  text: string,
  path: string,
  allowedKinds: readonly string[],
): Entity[] {
  const allowed = new Set(allowedKinds.map(kind => kind.toLowerCase()));
  return parseAllDocuments(text).flatMap(document => {
    const [problem] = document.errors;
    if (problem) throw new Error(`${CATALOG_FILE}: ${problem.message}`);
    const entity = document.toJS() as Entity | null;
    if (entity === null) return [];
    if (!entity.kind || !entity.apiVersion || !entity.metadata?.name) {
      throw new Error(
        `${CATALOG_FILE} has a document without apiVersion, kind or metadata.name`,
      );
    }
    if (!allowed.has(entity.kind.toLowerCase())) {
      throw new Error(
        `${CATALOG_FILE} has a ${entity.kind}, which a folder may not bring; add it to agents.folder.allowedKinds or remove it`,
      );
    }
    const location = `file:${path}`;
    return [
      {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: {
            ...entity.metadata.annotations,
            [ANNOTATION_LOCATION]: location,
            [ANNOTATION_ORIGIN_LOCATION]: location,
          },
        },
      },
    ];
  });
}
