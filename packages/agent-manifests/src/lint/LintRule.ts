import { KubernetesObject } from '../kubernetes/KubernetesObject';
import { LocalizedText, Severity } from './Finding';
import { Manifests } from './Manifests';

/** Where a rule is broken, and how. */
export interface Violation {
  object: KubernetesObject;
  field: string;
  message: LocalizedText;
}

/** One entry of the catalogue of faults that can be seen in manifests alone. */
export interface LintRule {
  id: string;
  severity: Severity;
  remedy: LocalizedText;
  check(manifests: Manifests): Violation[];
}
