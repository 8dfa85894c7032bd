import { z } from 'zod';

export const ENVIRONMENTS = ['development', 'testing', 'production'] as const;

export type Environment = (typeof ENVIRONMENTS)[number];

/** What an environment changes of the agent; what is left out takes `defaultEnvironmentSize`. */
export const environmentSizeSchema = z
  .strictObject({
    minReplicas: z.int().min(1).max(1000).optional(),
    maxReplicas: z.int().min(1).max(1000).optional(),
    modelServerReplicas: z.int().min(1).max(1000).optional(),
    /** Share of the requests, limits and lower VPA bounds that remains, in percent. */
    resourcePercent: z.int().min(5).max(100).optional(),
    logLevel: z.enum(['debug', 'info', 'warn', 'error']).optional(),
    /** Spreads the pods over zones and nodes. */
    spread: z.boolean().optional(),
  })
  .superRefine((size, context) => {
    if ((size.minReplicas ?? 1) > (size.maxReplicas ?? Infinity)) {
      context.addIssue({
        code: 'custom',
        path: ['minReplicas'],
        message: `must not exceed maxReplicas (${size.maxReplicas})`,
      });
    }
  });

export const environmentsSchema = z.strictObject({
  development: environmentSizeSchema.prefault({}),
  testing: environmentSizeSchema.prefault({}),
  production: environmentSizeSchema.prefault({}),
});

export type EnvironmentSize = z.output<typeof environmentSizeSchema>;
