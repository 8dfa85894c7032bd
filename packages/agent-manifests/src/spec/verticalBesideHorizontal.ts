import { z } from 'zod';
import { ScalingSpec } from './scaling';
import { VerticalScalingSpec } from './verticalScaling';

/**
 * A VPA that changes the request of a resource whose utilisation the HPA measures moves the HPA's scale point with
 * every change: the two chase each other. Recommendations alone (`Off`) do no harm.
 */
export function checkVerticalBesideHorizontal(
  spec: { scaling: ScalingSpec; verticalScaling?: VerticalScalingSpec },
  context: z.RefinementCtx,
): void {
  const { scaling, verticalScaling } = spec;
  if (!verticalScaling || verticalScaling.updateMode === 'Off') return;
  const contested = verticalScaling.controlledResources.filter(
    resource => scaling[`${resource}TargetPercent`] !== undefined,
  );
  if (contested.length === 0) return;
  context.addIssue({
    code: 'custom',
    path: ['verticalScaling', 'updateMode'],
    message: `"${verticalScaling.updateMode}" would change the ${contested.join(
      ' and ',
    )} request that the HPA measures; use "Off", leave ${contested.join(
      ' and ',
    )} out of verticalScaling.controlledResources, or scale on customMetric alone`,
  });
}
