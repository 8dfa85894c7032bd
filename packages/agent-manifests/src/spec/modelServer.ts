import { z } from 'zod';
import { imageSchema } from './fields';
import { gpuSchema } from './gpu';
import { containerResourcesSchema } from './resources';
import {
  FRAMEWORKS,
  RUNTIMES,
  RUNTIMES_OF_FRAMEWORK,
} from '../runtimes/runtimeNames';

export const modelServerSchema = z
  .strictObject({
    framework: z.enum(FRAMEWORKS),
    /** Default: the first runtime of the framework, see `RUNTIMES_OF_FRAMEWORK`. */
    runtime: z.enum(RUNTIMES).optional(),
    /** Overrides the image of the runtime; ports, probes and metrics stay those of the runtime. */
    image: imageSchema.optional(),
    /** Secret of the namespace whose keys become variables: `HF_TOKEN`, `AWS_ACCESS_KEY_ID` and the like. */
    secretName: z
      .string()
      .max(253)
      .regex(/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, 'use the name of a Secret')
      .optional(),
    replicas: z.int().min(1).max(1000).default(1),
    resources: containerResourcesSchema,
    gpu: gpuSchema.optional(),
    /** Seconds that loading the weights may take before the pod counts as failed. */
    loadTimeoutSeconds: z.int().min(30).max(7200).default(1800),
  })
  .superRefine((server, context) => {
    const allowed = RUNTIMES_OF_FRAMEWORK[server.framework];
    if (server.runtime && !allowed.includes(server.runtime)) {
      context.addIssue({
        code: 'custom',
        path: ['runtime'],
        message: `${server.runtime} does not serve ${
          server.framework
        } models; use ${allowed.join(' or ')}`,
      });
      return;
    }
    const runtime = server.runtime ?? allowed[0];
    if (runtime === 'vllm' && !server.gpu && !server.image) {
      context.addIssue({
        code: 'custom',
        path: ['gpu'],
        message:
          'the vLLM image needs a GPU; set gpu, name a CPU build in image, or use runtime "huggingfaceserver"',
      });
    }
  });

export type ModelServerSpec = z.output<typeof modelServerSchema>;
