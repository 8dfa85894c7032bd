import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'permission.operators.members';

/**
 * Reads the entity refs of the operators in their full, lower case form.
 *
 * @throws InputError that names the entry when it is not a user or group reference.
 */
export function readOperators(config: Config): ReadonlySet<string> {
  const refs = config.getOptionalStringArray(KEY) ?? [];
  return new Set(refs.map((ref, index) => toOperatorRef(ref, index)));
}

function toOperatorRef(ref: string, index: number): string {
  const remedy =
    "write it as 'group:default/platform-team' or 'user:default/someone'";
  try {
    const parsed = parseEntityRef(ref);
    if (!['user', 'group'].includes(parsed.kind.toLocaleLowerCase('en-US'))) {
      throw new InputError(`kind '${parsed.kind}' is neither user nor group`);
    }
    return stringifyEntityRef(parsed);
  } catch (error) {
    throw new InputError(
      `Invalid ${KEY}[${index}] '${ref}': ${
        error instanceof Error ? error.message : error
      }; ${remedy}`,
    );
  }
}
