import {
  KubernetesObject,
  objectReference,
} from '../kubernetes/KubernetesObject';
import { Finding, Severity } from './Finding';
import { sortManifests } from './Manifests';
import { rules } from './rules/rules';

const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/**
 * Finds the faults of a set of manifests that can be seen without a cluster. Rules that compare objects see only the
 * ones given, so give everything that is applied together.
 *
 * @returns the findings, worst first, then in the order of the objects.
 */
export function lintManifests(objects: readonly KubernetesObject[]): Finding[] {
  const manifests = sortManifests(objects);
  const position = new Map(objects.map((object, index) => [object, index]));
  return rules
    .flatMap(rule =>
      rule.check(manifests).map(violation => ({ rule, violation })),
    )
    .sort(
      (a, b) =>
        ORDER[a.rule.severity] - ORDER[b.rule.severity] ||
        (position.get(a.violation.object) ?? 0) -
          (position.get(b.violation.object) ?? 0),
    )
    .map(({ rule, violation }) => ({
      id: rule.id,
      severity: rule.severity,
      object: objectReference(violation.object),
      field: violation.field,
      message: violation.message,
      remedy: rule.remedy,
    }));
}
