import type { HorizontalPodAutoscaler } from '../types';
import { validateBehavior } from './behavior';
import { validateMetrics } from './metric';
import { required, type FieldProblem } from './problem';
import { validateRange } from './range';
import { validateReference } from './reference';

/**
 * Every reason why the API server would refuse an HPA, in its words; an empty list when it would accept it.
 * Mirrors `ValidateHorizontalPodAutoscaler` in `pkg/apis/autoscaling/validation/validation.go`; the rules for
 * `metadata` that all kinds share are not repeated here, except that a name is needed.
 *
 * @param hpa - as a client sent it, before or after defaulting
 * @param options - `scaleToZero`: whether `minReplicas: 0` is allowed (gate HPAScaleToZero; also when the stored object
 * already has 0). Default: true, as since Kubernetes 1.37
 */
export function validateHpa(
  hpa: HorizontalPodAutoscaler,
  options: { scaleToZero?: boolean } = {},
): FieldProblem[] {
  const { scaleToZero = true } = options;
  const { metadata, spec } = hpa;
  const named = metadata?.name
    ? []
    : [required('metadata.name', 'name or generateName is required')];
  if (!spec) return [...named, required('spec')];
  return [
    ...named,
    ...validateRange(spec, 'spec', scaleToZero ? 0 : 1),
    ...validateReference(spec.scaleTargetRef, 'spec.scaleTargetRef', {
      groupRequired: true,
    }),
    ...validateMetrics(spec.metrics ?? [], 'spec.metrics', spec.minReplicas),
    ...validateBehavior(spec.behavior, 'spec.behavior'),
  ];
}
