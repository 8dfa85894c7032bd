import {
  completeScaleDownRules,
  completeScaleUpRules,
  DEFAULT_HPA_OPTIONS,
  type HpaBehavior,
  type ScalingRules as WrittenRules,
} from '@suoke/autoscaling';
import type { ScalingRules } from '@suoke/plugin-agent-scaling-common';
import { toQuantity } from './resourceQuantities';

type Direction = 'scaleUp' | 'scaleDown';
type RuleFields = Omit<ScalingRules, 'source' | 'explicitFields'>;

/** Rules of one direction with defaults filled in, and which of them were really written. */
export function toScalingRules(
  behavior: HpaBehavior | undefined,
  direction: Direction,
): ScalingRules {
  const defaults = complete(undefined, direction);
  if (!behavior) {
    // Without a behavior the controller takes its older path: policies do not apply.
    return { source: 'Legacy', explicitFields: [], ...defaults, policies: [] };
  }
  const written = behavior[direction];
  const tolerance = toQuantity(written?.tolerance)?.value;
  const rules: RuleFields = {
    ...complete(written, direction),
    ...(tolerance !== undefined && { tolerance }),
  };
  // The API server stores the defaults too, so a field counts as written only when it differs from them.
  const explicitFields = (Object.keys(rules) as (keyof RuleFields)[]).filter(
    field => comparable(rules[field]) !== comparable(defaults[field]),
  );
  return {
    source: explicitFields.length > 0 ? 'Explicit' : 'Default',
    explicitFields,
    ...rules,
  };
}

function complete(
  rules: WrittenRules | undefined,
  direction: Direction,
): RuleFields {
  return (
    direction === 'scaleUp'
      ? completeScaleUpRules(rules)
      : completeScaleDownRules(
          rules,
          DEFAULT_HPA_OPTIONS.downscaleStabilizationSeconds,
        )
  ) as RuleFields;
}

/** The order of policies means nothing, and neither does the order of their fields. */
function comparable(value: RuleFields[keyof RuleFields]): string {
  return Array.isArray(value)
    ? value
        .map(one => `${one.type} ${one.value} ${one.periodSeconds}`)
        .sort()
        .join()
    : String(value);
}
