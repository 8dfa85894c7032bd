import { z } from 'zod';
import { environmentsSchema } from './environments';
import {
  agentNameSchema,
  containerPortSchema,
  entityNameSchema,
  entityRefSchema,
  httpPathSchema,
  imageSchema,
  namespaceSchema,
  portSchema,
} from './fields';
import { modelServerSchema } from './modelServer';
import { containerResourcesSchema } from './resources';
import { scalingSchema } from './scaling';
import { checkVerticalBesideHorizontal } from './verticalBesideHorizontal';
import { checkWeightsAreReachable } from './weightsAreReachable';
import { verticalScalingSchema } from './verticalScaling';

const agentContainerSchema = z.strictObject({
  image: imageSchema,
  /** Port that the agent listens on, for requests and for Prometheus. */
  port: containerPortSchema.default(8080),
  metricsPath: httpPathSchema.default('/metrics'),
  resources: containerResourcesSchema,
  probes: z
    .strictObject({
      readinessPath: httpPathSchema.default('/readyz'),
      livenessPath: httpPathSchema.default('/livez'),
      /** Seconds that a start may take before the container is restarted. */
      startupSeconds: z.int().min(10).max(3600).default(120),
    })
    .prefault({}),
  /** Seconds; should exceed the longest answer, or scaling in cuts it off. */
  terminationGracePeriodSeconds: z.int().min(1).max(3600).default(60),
  env: z
    .record(
      z
        .string()
        .regex(
          /^[A-Z_][A-Z0-9_]*$/,
          'use an environment variable name, for example "FEATURE_FLAGS"',
        ),
      z.string(),
    )
    .default({}),
});

const modelSchema = z.strictObject({
  /** Name of the AIModel entity. */
  name: entityNameSchema,
  /** Version label as in the ModelVersion name `<model>-<version>`. */
  version: entityNameSchema,
  /** Where the weights are; needed unless `modelServer.image` brings them. `pvc://claim/path` is mounted read-only. */
  uri: z
    .string()
    .regex(
      /^(s3|hf|oci|https|pvc):\/\/\S+$/,
      'use an s3, hf, oci, https or pvc address, for example "hf://org/model"',
    )
    .optional(),
});

/**
 * Everything the portal has to know to run one AI agent on Kubernetes: the service, its model server and how both
 * scale. It is what a template fills in and what `renderAgent` turns into manifests.
 */
export const agentSpecSchema = z
  .strictObject({
    name: agentNameSchema,
    /** Display name, in any language. Default: the name. */
    title: z.string().min(1).max(100).optional(),
    description: z.string().max(1000).optional(),
    namespace: namespaceSchema.default('suoke-agents'),
    owner: entityRefSchema.default('group:default/suoke-life-dev'),
    system: entityNameSchema.default('suoke-life'),
    /** Value of the label `app.kubernetes.io/part-of`. */
    partOf: namespaceSchema.default('suoke'),
    lifecycle: entityNameSchema.default('production'),
    agent: agentContainerSchema,
    service: z.strictObject({ port: portSchema.default(80) }).prefault({}),
    model: modelSchema,
    modelServer: modelServerSchema,
    scaling: scalingSchema,
    verticalScaling: verticalScalingSchema.optional(),
    disruption: z
      .strictObject({
        /** Agent pods that a drain may take down at once. */
        maxUnavailable: z.int().min(1).max(1000).default(1),
      })
      .prefault({}),
    networkPolicy: z
      .strictObject({
        /** Lets only the agent and the monitoring namespace reach the model server. */
        enabled: z.boolean().default(false),
        monitoringNamespace: namespaceSchema.default('monitoring'),
      })
      .prefault({}),
    environments: environmentsSchema.prefault({}),
  })
  .superRefine(checkVerticalBesideHorizontal)
  .superRefine(checkWeightsAreReachable);

/** A complete spec: every default is filled in. */
export type AgentSpec = z.output<typeof agentSpecSchema>;

/** What a person or a form writes: fields with defaults may be left out. */
export type AgentSpecInput = z.input<typeof agentSpecSchema>;
