import { z } from 'zod';
import { parseQuantity } from '../kubernetes/quantity';
import { cpuSchema, memorySchema } from './fields';

/** Modes that the autoscaler still supports; `Auto` is deprecated and `InPlace` is alpha. */
export const VPA_UPDATE_MODES = [
  'Off',
  'Initial',
  'Recreate',
  'InPlaceOrRecreate',
] as const;

export const verticalScalingSchema = z
  .strictObject({
    /** `Off` only recommends. The other modes act, and may not act on a resource that the HPA measures. */
    updateMode: z.enum(VPA_UPDATE_MODES).default('Off'),
    controlledResources: z
      .array(z.enum(['cpu', 'memory']))
      .min(1)
      .default(['cpu', 'memory']),
    cpu: z.strictObject({ min: cpuSchema, max: cpuSchema }),
    memory: z.strictObject({ min: memorySchema, max: memorySchema }),
  })
  .superRefine((vertical, context) => {
    for (const key of ['cpu', 'memory'] as const) {
      const { min, max } = vertical[key];
      if ((parseQuantity(min) ?? 0) > (parseQuantity(max) ?? 0)) {
        context.addIssue({
          code: 'custom',
          path: [key, 'min'],
          message: `must not exceed max (${max})`,
        });
      }
    }
  });

export type VerticalScalingSpec = z.output<typeof verticalScalingSchema>;
