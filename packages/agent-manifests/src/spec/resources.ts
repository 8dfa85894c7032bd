import { z } from 'zod';
import { parseQuantity } from '../kubernetes/quantity';
import { cpuSchema, memorySchema } from './fields';

/**
 * Requests and limits of one container. Requests are required, because an HPA utilisation is a share of the request;
 * limits are required because a model server without a memory limit takes its node down with it.
 */
export const containerResourcesSchema = z
  .strictObject({
    requests: z.strictObject({ cpu: cpuSchema, memory: memorySchema }),
    limits: z.strictObject({ cpu: cpuSchema, memory: memorySchema }),
  })
  .superRefine((resources, context) => {
    for (const key of ['cpu', 'memory'] as const) {
      const request = parseQuantity(resources.requests[key]) ?? 0;
      const limit = parseQuantity(resources.limits[key]) ?? 0;
      if (request > limit) {
        context.addIssue({
          code: 'custom',
          path: ['requests', key],
          message: `must not exceed the limit of ${resources.limits[key]}; lower the request or raise limits.${key}`,
        });
      }
    }
  });

export type ContainerResources = z.output<typeof containerResourcesSchema>;
