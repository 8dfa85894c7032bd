import { badRequest } from './StatusError';
import { ClusterObject } from './types';

export type SelectableFields = Record<
  string,
  (object: ClusterObject) => string | undefined
>;

/** The two fields that every type can be selected by. */
export const metadataFields: SelectableFields = {
  'metadata.name': object => object.metadata.name,
  'metadata.namespace': object => object.metadata.namespace ?? '',
};

interface Requirement {
  field: string;
  equals: boolean;
  value: string;
}

function parseRequirements(text: string): Requirement[] {
  return text
    .split(/(?<!\\),/)
    .filter(Boolean)
    .map(part => {
      const found = /^\s*([^=!]+?)\s*(==|=|!=)\s*(.*)$/.exec(part);
      if (!found) {
        throw badRequest(
          `invalid selector: '${text}'; can't understand '${part}'`,
        );
      }
      return {
        field: found[1],
        equals: found[2] !== '!=',
        value: found[3].replace(/\\([,=\\])/g, '$1'),
      };
    });
}

/**
 * Parses a field selector: `metadata.name=x,status.phase!=Running`.
 *
 * @throws StatusError 400 for text that does not parse, or a field that the type cannot be selected by
 */
export function parseFieldSelector(
  text: string | undefined,
  fields: SelectableFields,
): (object: ClusterObject) => boolean {
  if (!text?.trim()) return () => true;
  const wanted = parseRequirements(text).map(requirement => {
    const read = Object.hasOwn(fields, requirement.field)
      ? fields[requirement.field]
      : undefined;
    if (!read) {
      throw badRequest(
        `Unable to find field selector "${requirement.field}": field label not supported: ${requirement.field}`,
      );
    }
    return { ...requirement, read };
  });
  return object =>
    wanted.every(
      ({ read, equals, value }) => ((read(object) ?? '') === value) === equals,
    );
}

/** The name that a selector pins with `metadata.name=`, so that a list of one costs a look-up. */
export function selectedName(text: string | undefined): string | undefined {
  if (!text) return undefined;
  return parseRequirements(text).find(
    ({ field, equals }) => field === 'metadata.name' && equals,
  )?.value;
}
