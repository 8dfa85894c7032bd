import { z } from 'zod';
import { ARTIFACT_FORMATS } from './artifactFormats';
import { duration, image, line, objectName, quantity } from './fields';
import { resources } from './resources';
import { withRules } from './withRules';

const autoscaling = withRules(
  z.strictObject({
    min: z.int().min(0).max(1000),
    max: z.int().min(1).max(1000),
    metrics: z
      .array(
        z.strictObject({
          name: z
            .string()
            .min(1)
            .max(253)
            .meta({ description: 'Metric per pod, cpu or memory.' }),
          target: quantity.meta({
            description:
              'Average value per pod; for cpu and memory a percentage of the request.',
          }),
        }),
      )
      .max(8)
      .optional(),
  }),
  [
    {
      cel: 'self.min <= self.max',
      message: 'min must not be above max',
      path: ['min'],
      holds: self => self.min <= self.max,
    },
  ],
);

const toleration = z.strictObject({
  key: z.string().max(316).optional(),
  operator: z.enum(['Exists', 'Equal']).optional(),
  value: z.string().max(63).optional(),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']).optional(),
  tolerationSeconds: z.int().min(0).optional(),
});

/** Environment variable of a model server: a plain value, never a secret. */
export const environmentVariable = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(253)
    .regex(
      /^[-._a-zA-Z][-._a-zA-Z0-9]*$/,
      'must be the name of an environment variable',
    ),
  value: z.string().max(4096),
});

/** `AIModel.spec.serving`. */
export const serving = withRules(
  z
    .strictObject({
      serverName: objectName.optional().meta({
        description:
          'Name of the Deployment, Service and route of the model server. Default: the name of the model.',
      }),
      runtime: z
        .strictObject({
          name: objectName.meta({
            description:
              'Name of a known runtime, such as vllm, triton or tensorflow-serving.',
          }),
        })
        .optional(),
      image: image.optional().meta({
        description:
          'Image of the model server for versions that do not bring their own.',
      }),
      protocol: z
        .enum(['OpenAI', 'OIPv2', 'TFServing', 'Custom'])
        .optional()
        .meta({ description: 'What clients speak to it.' }),
      port: z
        .int()
        .min(1)
        .max(65_535)
        .optional()
        .meta({ description: 'Port that it listens on. Default: 8080.' }),
      resources: resources.optional(),
      nodeSelector: z
        .record(z.string(), z.string().max(63))
        .optional()
        .meta({ maxProperties: 32 }),
      tolerations: z.array(toleration).max(16).optional(),
      serviceAccountName: objectName.optional(),
      replicas: z.int().min(0).max(1000).optional(),
      autoscaling: autoscaling.optional(),
      loadTimeoutSeconds: z.int().min(1).max(86_400).optional().meta({
        description:
          'Seconds that loading the model may take; becomes the startup probe and the progress deadline. Default: 1800.',
      }),
    })
    .meta({ description: 'The model server that serves the active version.' }),
  [
    {
      cel: 'has(self.runtime) != has(self.image)',
      message: 'exactly one of runtime or image',
      holds: self =>
        (self.runtime !== undefined) !== (self.image !== undefined),
    },
    {
      cel: '!(has(self.replicas) && has(self.autoscaling))',
      message:
        'replicas or autoscaling, not both: the autoscaler would fight the fixed number',
      path: ['replicas'],
      holds: self =>
        self.replicas === undefined || self.autoscaling === undefined,
    },
  ],
);

/** `AIModel.spec.cache`. */
export const cache = z
  .strictObject({
    mode: z
      .enum(['None', 'NodeLocal', 'SharedPVC', 'ImageVolume'])
      .meta({ description: 'Where artifacts are kept between pod starts.' }),
    prewarm: z.enum(['Never', 'BeforeRollout']).optional().meta({
      description:
        'Whether a rollout waits until the artifact is cached. Default: BeforeRollout.',
    }),
    maxSize: quantity
      .optional()
      .meta({ description: 'Upper bound of the cache.' }),
    eviction: z.enum(['LRU', 'Never']).optional().meta({
      description: 'What happens when the cache is full. Default: LRU.',
    }),
  })
  .meta({
    description:
      'Cache of model artifacts, so that a start does not download them again.',
  });

/** `AIModel.spec.traffic`. */
export const traffic = z
  .strictObject({
    parentRefs: z
      .array(
        z.strictObject({
          name: objectName,
          namespace: objectName.optional(),
          sectionName: objectName.optional(),
        }),
      )
      .min(1)
      .max(8)
      .meta({ description: 'Gateways that route to the model.' }),
    hostnames: z.array(z.string().min(1).max(253)).max(16).optional(),
    path: z
      .string()
      .max(1024)
      .regex(/^\/\S*$/, 'must start with "/"')
      .optional(),
    sessionAffinity: z.enum(['None', 'Header']).optional().meta({
      description:
        'Header: one conversation stays on one version, by the header x-session-id. Default: None.',
    }),
  })
  .meta({
    description: 'How requests reach the model, through the Gateway API.',
  });

/** `AIModel.spec.validation`: what a version must show before it may serve. */
export const validation = z
  .strictObject({
    requiredMetrics: z
      .array(
        withRules(
          z.strictObject({
            name: line.min(1),
            dataset: line.optional(),
            minimum: z.number().optional(),
            maximum: z.number().optional(),
          }),
          [
            {
              cel: 'has(self.minimum) || has(self.maximum)',
              message: 'a required metric needs a minimum or a maximum',
              holds: self =>
                self.minimum !== undefined || self.maximum !== undefined,
            },
          ],
        ),
      )
      .max(16)
      .optional()
      .meta({
        description: 'Offline metrics that a version must have reached.',
      }),
    requireDigest: z.boolean().optional().meta({
      description: 'Refuse artifacts without a digest. Default: false.',
    }),
    requireApproval: z.boolean().optional().meta({
      description: 'Refuse versions that nobody has approved. Default: false.',
    }),
    allowedFormats: z.array(z.enum(ARTIFACT_FORMATS)).max(8).optional().meta({
      description:
        'Artifact formats that may be served. pickle and torchscript run code when they are loaded. Default: all but these two.',
    }),
  })
  .meta({ description: 'What a version must show before it may serve.' });

/** `AIModel.spec.monitoring`. */
export const monitoring = z
  .strictObject({
    path: z
      .string()
      .max(1024)
      .regex(/^\/\S*$/, 'must start with "/"')
      .optional()
      .meta({
        description: 'Path of the Prometheus metrics. Default: /metrics.',
      }),
    port: z
      .int()
      .min(1)
      .max(65_535)
      .optional()
      .meta({ description: 'Port of the metrics. Default: the serving port.' }),
    interval: duration
      .optional()
      .meta({ description: 'Time between scrapes. Default: 15s.' }),
    objectives: z
      .strictObject({
        latencyP95Ms: z
          .int()
          .min(1)
          .max(3_600_000)
          .optional()
          .meta({ description: 'Milliseconds.' }),
        errorRatePercent: z.number().min(0).max(100).optional(),
        availabilityPercent: z.number().min(0).max(100).optional(),
      })
      .optional()
      .meta({
        description: 'What users were promised; alerts fire beyond it.',
      }),
  })
  .meta({ description: 'How the model server is watched.' });
