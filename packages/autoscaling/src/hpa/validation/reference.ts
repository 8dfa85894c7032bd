/** Names and references. Mirrors `ValidateCrossVersionObjectReference` and `IsPathSegmentName`. */
import type { CrossVersionObjectReference } from '../types';
import { invalid, required, type FieldProblem } from './problem';

/** Why a name cannot be one segment of a URL path. */
export function pathSegmentProblems(name: string): string[] {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%']
    .filter(char => name.includes(char))
    .map(char => `may not contain '${char}'`);
}

export function validateName(
  name: string | undefined,
  field: string,
  missing: string = '',
): FieldProblem[] {
  if (!name) return [required(field, missing)];
  return pathSegmentProblems(name).map(detail => invalid(field, name, detail));
}

export function validateReference(
  reference: CrossVersionObjectReference | undefined,
  field: string,
  options: { groupRequired: boolean },
): FieldProblem[] {
  const { apiVersion = '', kind, name } = reference ?? { kind: '', name: '' };
  const problems = [
    ...validateName(kind, `${field}.kind`),
    ...validateName(name, `${field}.name`),
  ];
  const parts = apiVersion.split('/');
  if (parts.length > 2) {
    problems.push(
      invalid(
        `${field}.apiVersion`,
        apiVersion,
        `unexpected GroupVersion string: ${apiVersion}`,
      ),
    );
  } else if (options.groupRequired && (parts.length < 2 || !parts[0])) {
    problems.push(
      invalid(
        `${field}.apiVersion`,
        apiVersion,
        'apiVersion must specify API group',
      ),
    );
  }
  return problems;
}
