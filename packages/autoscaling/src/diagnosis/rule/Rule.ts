import type { Facts } from '../facts/Facts';
import type { SnapshotPart } from '../snapshot/AgentSnapshot';
import type { Evidence, FindingSeverity, LocalizedText } from './Finding';

/** What a rule is asked with. `kubernetesVersion` is an option of the diagnosis, the others are parts of the snapshot. */
export type Need = SnapshotPart | 'kubernetesVersion';

/** One place where a rule is broken. */
export interface Match<Name extends string = string> {
  values: Readonly<Record<Name, string | number>>;
  evidence: readonly Evidence[];
}

/** The parts are there, but there is too little in them to judge. */
export interface Insufficient {
  insufficient: string;
}

/** One entry of the catalogue of faults. Texts are templates: `{max}` stands for the value `max` of a match. */
export interface Rule {
  id: string;
  severity: FindingSeverity;
  needs: readonly Need[];
  title: LocalizedText;
  message: LocalizedText;
  remedy: LocalizedText;
  check(facts: Facts): readonly Match[] | Insufficient;
}

/** The names in braces of a template. */
type Placeholder<Text extends string> =
  Text extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Placeholder<Rest>
    : never;

interface RuleDefinition<Text extends string>
  extends Omit<Rule, 'message' | 'remedy' | 'check'> {
  message: { en: Text; zh: Text };
  remedy: { en: Text; zh: Text };
  check(facts: Facts): readonly Match<Placeholder<Text>>[] | Insufficient;
}

/** A rule whose matches carry a value for every placeholder of its texts, as the compiler sees to. */
export function defineRule<const Text extends string>(
  definition: RuleDefinition<Text>,
): Rule {
  return definition;
}

/** A match with its values, and where they were read. */
export function match<Values extends Record<string, string | number>>(
  values: Values,
  ...evidence: Evidence[]
): Match<keyof Values & string> {
  return { values, evidence };
}

/** Says how much more is needed, such as `history of 7 days`. */
export function insufficient(what: string): Insufficient {
  return { insufficient: what };
}
