/** A text in the two languages of the portal. */
export interface LocalizedText {
  en: string;
  /** Simplified Chinese. */
  zh: string;
}

/** `error`: not scaling, refused or an outage; `warning`: works badly; `information`: worth knowing. */
export type FindingSeverity = 'error' | 'warning' | 'information';

/** Where a finding was read: an object, the path of the field, and what stands there. */
export interface Evidence {
  object: {
    apiVersion?: string;
    kind: string;
    namespace?: string;
    name: string;
  };
  /** As the API writes it: `spec.metrics[0].resource.target`, `status.conditions[type=ScalingActive]`. */
  field: string;
  /** `undefined` where the field is missing, which then is the fault. */
  value: string | number | boolean | undefined;
}

/** One fault of an agent's autoscaling. */
export interface Finding {
  /** Number in the catalogue of faults, such as `H01`. */
  id: string;
  severity: FindingSeverity;
  title: LocalizedText;
  /** What is wrong here, with the numbers. */
  message: LocalizedText;
  /** What to do about it. */
  remedy: LocalizedText;
  /** The numbers and names in the texts. */
  values: Readonly<Record<string, string | number>>;
  evidence: readonly Evidence[];
}

/** A rule that could not be judged: neither a fault nor a clean bill. */
export interface NotEvaluated {
  id: string;
  /** What is missing: parts of the snapshot, or how much more of one (`history of 7 days`). */
  missing: readonly string[];
  /** Set when something given could not be read, such as a quantity that is none. */
  problem?: string;
}
