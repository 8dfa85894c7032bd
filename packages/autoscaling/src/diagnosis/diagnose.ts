import { AutoscalingInputError } from '../errors';
import { hpaFeaturesOfVersion, resolveHpaOptions } from '../hpa/options';
import type { HpaOptionsInput } from '../hpa/types';
import { Facts } from './facts/Facts';
import { fillTemplate } from './rule/fillTemplate';
import type { Finding, FindingSeverity, NotEvaluated } from './rule/Finding';
import type { Match, Rule } from './rule/Rule';
import { DIAGNOSIS_RULES } from './rules';
import type { AgentSnapshot } from './snapshot/AgentSnapshot';
import { resolveThresholds, type DiagnosisThresholds } from './thresholds';

export interface DiagnoseOptions {
  /** Milliseconds since the epoch. */
  now: number;
  /** What differs from {@link DEFAULT_DIAGNOSIS_THRESHOLDS}. */
  thresholds?: Partial<DiagnosisThresholds>;
  /** `gitVersion` of the API server; without it rules that depend on the version are not evaluated. */
  kubernetesVersion?: string;
  /** Flags of kube-controller-manager, where they are known; the API does not tell them. */
  hpaOptions?: HpaOptionsInput;
}

export interface Diagnosis {
  /** Errors first, then warnings; in each the order of the catalogue. */
  findings: readonly Finding[];
  /** Rules that could not be judged: never take them for clean. */
  notEvaluated: readonly NotEvaluated[];
}

const ORDER: readonly FindingSeverity[] = ['error', 'warning', 'information'];

function toFinding(rule: Rule, { values, evidence }: Match): Finding {
  const { id, severity, title } = rule;
  return {
    id,
    severity,
    title,
    message: fillTemplate(rule.message, values),
    remedy: fillTemplate(rule.remedy, values),
    values,
    evidence,
  };
}

function missingOf(
  rule: Rule,
  snapshot: AgentSnapshot,
  options: DiagnoseOptions,
): string[] {
  return rule.needs.filter(need =>
    need === 'kubernetesVersion'
      ? options.kubernetesVersion === undefined
      : snapshot[need] === undefined,
  );
}

/** What a rule says, or why it can say nothing. */
function judge(rule: Rule, facts: Facts): Finding[] | NotEvaluated {
  try {
    const outcome = rule.check(facts);
    return 'insufficient' in outcome
      ? { id: rule.id, missing: [outcome.insufficient] }
      : outcome.map(found => toFinding(rule, found));
  } catch (error) {
    // One odd quantity must not hide what the other rules find.
    if (!(error instanceof AutoscalingInputError)) throw error;
    return { id: rule.id, missing: [], problem: error.message };
  }
}

/**
 * Looks for every fault of the catalogue in one agent.
 *
 * @throws {@link AutoscalingInputError} for thresholds, flags or a version that cannot be used. What cannot be read in the snapshot is no
 * error: the rules that stumble over it are in `notEvaluated`, with the problem.
 */
export function diagnose(
  snapshot: AgentSnapshot,
  options: DiagnoseOptions,
): Diagnosis {
  const { now, kubernetesVersion } = options;
  const features =
    kubernetesVersion === undefined
      ? undefined
      : hpaFeaturesOfVersion(kubernetesVersion);
  const facts = new Facts(snapshot, {
    now,
    thresholds: resolveThresholds(options.thresholds),
    hpaOptions: resolveHpaOptions({
      ...options.hpaOptions,
      features: { ...features, ...options.hpaOptions?.features },
    }),
    minorVersion: minorOf(kubernetesVersion),
  });
  const findings: Finding[] = [];
  const notEvaluated: NotEvaluated[] = [];
  for (const rule of DIAGNOSIS_RULES) {
    const missing = missingOf(rule, snapshot, options);
    const outcome =
      missing.length > 0 ? { id: rule.id, missing } : judge(rule, facts);
    if (Array.isArray(outcome)) findings.push(...outcome);
    else notEvaluated.push(outcome);
  }
  findings.sort(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity),
  );
  return { findings, notEvaluated };
}

function minorOf(version: string | undefined): number | undefined {
  return version === undefined
    ? undefined
    : Number(/^v?1\.(\d+)/.exec(version)?.[1]);
}
