import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConflictError } from '@backstage/errors';

/** Names that start so are work in progress; the catalog does not read them. */
export const STAGING_PREFIX = '.staging-';

/**
 * Copies files into `<root>/<folder>` so that a reader sees the whole old folder or the whole new one: they are
 * gathered beside it and renamed into place.
 *
 * @returns whether the folder was new.
 * @throws ConflictError when the folder exists and `force` is not set.
 */
export async function replaceFolder(options: {
  source: string;
  files: readonly string[];
  root: string;
  folder: string;
  force: boolean;
  signal?: AbortSignal;
}): Promise<{ created: boolean }> {
  const { source, files, root, folder, force, signal } = options;
  const destination = join(root, folder);
  const exists = await folderExists(destination);
  if (exists && !force) throw alreadyExists(folder);

  const id = randomUUID();
  const staging = join(root, `${STAGING_PREFIX}new-${id}`);
  const previous = join(root, `${STAGING_PREFIX}old-${id}`);
  try {
    await mkdir(staging, { recursive: true });
    for (const file of files) {
      signal?.throwIfAborted();
      const target = join(staging, file);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(join(source, file), target);
    }
    signal?.throwIfAborted();
    if (exists) await rename(destination, previous);
    try {
      await rename(staging, destination);
    } catch (error) {
      if (exists) await rename(previous, destination);
      // Another task was faster with the same name.
      throw isOccupied(error) ? alreadyExists(folder) : error;
    }
    return { created: !exists };
  } finally {
    await rm(staging, { recursive: true, force: true });
    await rm(previous, { recursive: true, force: true });
  }
}

/** Whether there is something at the path. */
export async function folderExists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    error => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

/** The refusal to overwrite. */
export function alreadyExists(folder: string): ConflictError {
  return new ConflictError(
    `Folder '${folder}' exists already: choose another name, or set force to replace it`,
  );
}

function isOccupied(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}
