import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';

/** Far above any agent's folder; what exceeds it is a mistake in a template. */
const MAX_FILES = 1000;
const MAX_BYTES = 10 * 1024 * 1024;

/**
 * Paths of the files below a directory, relative to it, sorted; without `.git`.
 *
 * @throws InputError for a symbolic link, which could lead out of the workspace, and beyond 1000 files or 10 MiB.
 */
export async function listWorkspaceFiles(directory: string): Promise<string[]> {
  const files: string[] = [];
  let bytes = 0;

  async function visit(relative: string): Promise<void> {
    for (const entry of await readdir(join(directory, relative), {
      withFileTypes: true,
    })) {
      const path = join(relative, entry.name);
      if (entry.name === '.git') continue;
      if (entry.isDirectory()) {
        await visit(path);
        continue;
      }
      if (!entry.isFile()) {
        throw new InputError(
          `${path} is neither a file nor a directory: remove it from the workspace`,
        );
      }
      files.push(path);
      bytes += (await lstat(join(directory, path))).size;
      if (files.length > MAX_FILES || bytes > MAX_BYTES) {
        throw new InputError(
          `The workspace has more than ${MAX_FILES} files or ${MAX_BYTES} bytes: set sourcePath to the folder of the agent`,
        );
      }
    }
  }

  await visit('');
  return files.sort();
}
