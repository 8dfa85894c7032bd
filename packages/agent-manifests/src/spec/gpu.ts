import { z } from 'zod';

/** Resource names that the NVIDIA device plugin advertises. */
export const GPU_CARD_RESOURCE = 'nvidia.com/gpu';
export const GPU_SHARE_RESOURCE = 'nvidia.com/gpu.shared';

const range = (gpu: { min: number; max: number }, context: z.RefinementCtx) => {
  if (gpu.min > gpu.max) {
    context.addIssue({
      code: 'custom',
      path: ['min'],
      message: `must not exceed max (${gpu.max})`,
    });
  }
};

const cardsSchema = z
  .strictObject({
    mode: z.literal('cards'),
    /** Fewest and most whole cards for one model server pod. The pod is created with `min`. */
    min: z.int('use whole cards, or mode "shares"').min(1).max(64),
    max: z.int('use whole cards, or mode "shares"').min(1).max(64),
  })
  .superRefine(range);

const sharesSchema = z
  .strictObject({
    mode: z.literal('shares'),
    /** Into how many shares the device plugin slices one card (`sharing.timeSlicing.resources[].replicas`). */
    sharesPerCard: z.int().min(2).max(48),
    /** Fewest and most cards for one pod, in cards; each has to be a whole number of shares. */
    min: z.number().positive().max(64),
    max: z.number().positive().max(64),
  })
  .superRefine((gpu, context) => {
    range(gpu, context);
    for (const end of ['min', 'max'] as const) {
      if (!isWhole(gpu[end] * gpu.sharesPerCard)) {
        context.addIssue({
          code: 'custom',
          path: [end],
          message: `${gpu[end]} cards are not a whole number of shares of 1/${gpu.sharesPerCard} card; change ${end} or sharesPerCard`,
        });
      }
    }
  });

/**
 * How many GPUs one model server pod may have. Kubernetes counts GPUs in whole pieces, so half a card is written as
 * shares of a time-sliced card; shares have no memory isolation.
 */
export const gpuSchema = z.discriminatedUnion('mode', [
  cardsSchema,
  sharesSchema,
]);

export type GpuSpec = z.output<typeof gpuSchema>;

/** The extended resource and the whole numbers of it that the range stands for. */
export interface GpuPieces {
  resource: typeof GPU_CARD_RESOURCE | typeof GPU_SHARE_RESOURCE;
  min: number;
  max: number;
}

/** Turns a range of cards into pieces of the extended resource. */
export function gpuPieces(gpu: GpuSpec): GpuPieces {
  if (gpu.mode === 'cards') {
    return { resource: GPU_CARD_RESOURCE, min: gpu.min, max: gpu.max };
  }
  return {
    resource: GPU_SHARE_RESOURCE,
    min: Math.round(gpu.min * gpu.sharesPerCard),
    max: Math.round(gpu.max * gpu.sharesPerCard),
  };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9 && Math.round(value) >= 1;
}
