import { z } from 'zod';
import { statusBase } from './conditions';
import { deliveryStatus, modelDelivery, rolloutRecord } from './delivery';
import {
  entityRef,
  kindedEntityRef,
  line,
  mapList,
  nameRef,
  objectName,
} from './fields';
import { catalogFields, presentationFields, systemField } from './presentation';
import { cache, monitoring, serving, traffic, validation } from './serving';
import { withRules } from './withRules';

/**
 * Frameworks that a model can be written in.
 *
 * @public
 */
export const FRAMEWORKS = [
  'huggingface',
  'pytorch',
  'tensorflow',
  'onnx',
  'custom',
] as const;

/** Condition types of an AIModel. `True` is good, except for `Stalled`. */
export const AI_MODEL_CONDITIONS = [
  'Accepted',
  'ResolvedRefs',
  'CacheReady',
  'Available',
  'Progressing',
  'ModelLoaded',
  'TrafficApplied',
  'AnalysisPassing',
  'Ready',
  'Stalled',
] as const;

/** `AIModel.spec`: the only object that people edit to deploy. */
export const aiModelSpec = withRules(
  z.strictObject({
    ...presentationFields,
    ...catalogFields,
    ...systemField,
    dependsOn: z.array(kindedEntityRef).max(32).optional().meta({
      description:
        'Entities that it needs, with their kind: "resource:default/feature-store".',
    }),
    servedBy: z.array(entityRef).max(16).optional().meta({
      description:
        'Components that serve it; the kind is Component unless stated.',
    }),
    framework: z
      .enum(FRAMEWORKS)
      .meta({ description: 'What the model is written in. Immutable.' }),
    task: z.string().min(1).max(63).optional().meta({
      description:
        'What it does, in the words of the Hugging Face Hub: text-generation, text-classification.',
    }),
    registryRef: z
      .strictObject({
        name: objectName.meta({
          description: 'Name of the ModelRegistry, in the same namespace.',
        }),
        externalName: z.string().min(1).max(253).optional().meta({
          description:
            'Name of the model in that registry. Default: the name of this object.',
        }),
      })
      .optional()
      .meta({ description: 'Registry that keeps its versions.' }),
    activeVersion: objectName.optional().meta({
      description:
        'Name of the ModelVersion that shall serve. A rollback is to set the previous one.',
    }),
    aliases: mapList(
      z.strictObject({
        name: z
          .string()
          .min(1)
          .max(63)
          .regex(
            /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
            'must be lower-case words joined by "-"',
          ),
        version: objectName.meta({ description: 'Name of a ModelVersion.' }),
      }),
      'name',
      16,
    )
      .optional()
      .meta({ description: 'Movable names for versions, such as champion.' }),
    autoDeploy: withRules(
      z.strictObject({
        enabled: z.boolean(),
        trigger: z
          .enum(['NewVersion', 'Alias'])
          .optional()
          .meta({ description: 'What starts a rollout. Default: NewVersion.' }),
        alias: z
          .string()
          .min(1)
          .max(63)
          .optional()
          .meta({ description: 'The alias to follow.' }),
        requireApproval: z
          .boolean()
          .optional()
          .meta({ description: 'Wait for an approval first. Default: true.' }),
      }),
      [
        {
          cel: "!has(self.trigger) || self.trigger != 'Alias' || has(self.alias)",
          message: 'trigger: Alias needs the alias to follow',
          path: ['alias'],
          holds: self => self.trigger !== 'Alias' || self.alias !== undefined,
        },
      ],
    )
      .optional()
      .meta({
        description: 'Whether new versions are rolled out without being asked.',
      }),
    serving: serving.optional(),
    cache: cache.optional(),
    traffic: traffic.optional(),
    delivery: modelDelivery.optional(),
    validation: validation.optional(),
    monitoring: monitoring.optional(),
  }),
  [
    {
      cel: "!has(self.delivery) || !has(self.delivery.strategy) || self.delivery.strategy.type != 'Canary' || has(self.traffic)",
      message:
        'a Canary strategy needs traffic.parentRefs: without a Gateway nothing can split requests',
      path: ['traffic'],
      holds: self =>
        self.delivery?.strategy?.type !== 'Canary' ||
        self.traffic !== undefined,
    },
  ],
  [
    {
      cel: 'self.framework == oldSelf.framework',
      message: 'framework is immutable; create a new model',
      path: ['framework'],
    },
  ],
);

/** `AIModel.status`. */
export const aiModelStatus = z.looseObject({
  ...statusBase(AI_MODEL_CONDITIONS),
  phase: z
    .enum(['Healthy', 'Progressing', 'Paused', 'Degraded', 'Pending'])
    .optional()
    .meta({ description: 'Summary of the conditions, for people.' }),
  stableVersion: z.string().max(63).optional(),
  targetVersion: z.string().max(63).optional(),
  previousVersion: z.string().max(63).optional(),
  weight: z.int().min(0).max(100).optional().meta({
    description: 'Percentage of requests that the target version receives.',
  }),
  step: line
    .optional()
    .meta({ description: 'Current step of all steps, such as 2/6.' }),
  delivery: deliveryStatus.optional(),
  endpoints: z
    .looseObject({
      stable: z.string().max(2048).optional(),
      canary: z.string().max(2048).optional(),
      public: z.string().max(2048).optional(),
    })
    .optional(),
  cache: z
    .looseObject({
      readyNodes: z.int().min(0).optional(),
      totalNodes: z.int().min(0).optional(),
      failedNodes: z.int().min(0).optional(),
      bytes: z.int().min(0).optional(),
    })
    .optional(),
  history: z
    .array(rolloutRecord)
    .max(50)
    .optional()
    .meta({ description: 'The last rollouts, newest first.' }),
});

/** Reference to a model. */
export const modelRef = nameRef('The AIModel that this is a version of.');
