import { ObjectReference } from '../kubernetes/KubernetesObject';

/** A sentence in the two languages of the portal. */
export interface LocalizedText {
  en: string;
  zh: string;
}

/** `error`: refused by the API server, not scaling, or an outage; `warning`: works badly; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** One fault in a set of manifests. */
export interface Finding {
  /** Number in the catalogue of faults, for example `V01`. */
  id: string;
  severity: Severity;
  object: ObjectReference;
  /** Path of the field, for example `spec.metrics[0].resource.name`. */
  field: string;
  message: LocalizedText;
  remedy: LocalizedText;
}
