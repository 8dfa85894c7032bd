import { InputError } from '@backstage/errors';

/** A folder is named like an agent: no separators, no dots, so that it can be nothing but a child of the root. */
const FOLDER_NAME = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;

/** @throws InputError for a name that is not one plain directory. */
export function requireFolderName(folder: string): string {
  if (!FOLDER_NAME.test(folder)) {
    throw new InputError(
      `folder '${folder}' is not valid: use lower case letters, digits and dashes, starting with a letter`,
    );
  }
  return folder;
}
