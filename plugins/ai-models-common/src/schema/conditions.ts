import { z } from 'zod';
import { mapList, timestamp } from './fields';

/** A Kubernetes condition whose type is one of a closed list. */
export function conditionsOf<const T extends readonly [string, ...string[]]>(
  types: T,
) {
  return mapList(
    z.looseObject({
      type: z
        .string()
        .min(1)
        .max(63)
        .meta({ description: `One of ${types.join(', ')}.` }),
      status: z.enum(['True', 'False', 'Unknown']),
      reason: z.string().max(128).optional(),
      message: z.string().max(4096).optional(),
      lastTransitionTime: timestamp.optional(),
      observedGeneration: z.int().min(0).optional(),
    }),
    'type',
    32,
  ).optional();
}

/** Fields that every status has. */
export function statusBase<const T extends readonly [string, ...string[]]>(
  types: T,
) {
  return {
    observedGeneration: z.int().min(0).optional().meta({
      description: 'Generation of the spec that this status describes.',
    }),
    conditions: conditionsOf(types),
  };
}
