import { z } from 'zod';
import {
  duration,
  intOrPercent,
  line,
  mapList,
  objectName,
  timestamp,
} from './fields';
import { withRules } from './withRules';

const policy = (description: string) =>
  z.enum(['Automatic', 'Manual']).optional().meta({ description });

const check = withRules(
  z.strictObject({
    name: objectName.meta({
      description: 'Name of the check, unique in the list.',
    }),
    query: z.string().min(1).max(2048).meta({
      description:
        'PromQL that answers one number. {{model}}, {{version}} and {{window}} are filled in.',
    }),
    minimum: z
      .number()
      .optional()
      .meta({ description: 'Fails below this value.' }),
    maximum: z
      .number()
      .optional()
      .meta({ description: 'Fails above this value.' }),
    maximumRatio: z.number().min(0).optional().meta({
      description:
        'Fails when the canary value divided by the stable value is above this.',
    }),
  }),
  [
    {
      cel: 'has(self.minimum) || has(self.maximum) || has(self.maximumRatio)',
      message: 'a check needs a minimum, a maximum or a maximumRatio',
      holds: self =>
        self.minimum !== undefined ||
        self.maximum !== undefined ||
        self.maximumRatio !== undefined,
    },
  ],
);

const analysis = z
  .strictObject({
    interval: duration
      .optional()
      .meta({ description: 'Time between measurements. Default: 1m.' }),
    minSamples: z.int().min(1).max(1_000_000).optional().meta({
      description:
        'Requests that canary and stable must each have served before a verdict. Default: 100.',
    }),
    onFailure: z
      .enum(['Abort', 'Pause'])
      .optional()
      .meta({ description: 'When a check fails. Default: Abort.' }),
    onNoData: z
      .enum(['Pause', 'Abort'])
      .optional()
      .meta({ description: 'When there is nothing to judge. Default: Pause.' }),
    onError: z.enum(['Pause', 'Abort']).optional().meta({
      description: 'When the metric source cannot be read. Default: Pause.',
    }),
    errorLimit: z.int().min(0).max(100).optional().meta({
      description: 'Consecutive errors that are tolerated. Default: 4.',
    }),
    checks: mapList(check, 'name', 16)
      .optional()
      .meta({ description: 'What is measured, and its limits.' }),
    templates: z.array(objectName).max(16).optional().meta({
      description:
        'Argo Rollouts AnalysisTemplates to run instead, when that engine delivers.',
    }),
  })
  .meta({ description: 'How a new version is judged.' });

const step = withRules(
  z.strictObject({
    setWeight: z.int().min(0).max(100).optional().meta({
      description: 'Percentage of requests that the new version receives.',
    }),
    pause: z
      .strictObject({
        duration: duration.optional().meta({
          description: 'How long. Without it: until a person resumes.',
        }),
      })
      .optional(),
    setScale: z
      .strictObject({
        replicas: z.int().min(0).max(1000),
      })
      .optional()
      .meta({ description: 'Fixed number of canary replicas.' }),
    analysis: z
      .strictObject({
        duration: duration.optional().meta({
          description:
            'How long to measure before a verdict. Default: five intervals.',
        }),
      })
      .optional()
      .meta({ description: 'Judge now, and go on only when it passes.' }),
  }),
  [
    {
      cel: '[has(self.setWeight), has(self.pause), has(self.setScale), has(self.analysis)].filter(x, x).size() == 1',
      message:
        'a step has exactly one action: setWeight, pause, setScale or analysis',
      holds: self =>
        [self.setWeight, self.pause, self.setScale, self.analysis].filter(
          action => action !== undefined,
        ).length === 1,
    },
  ],
);

const strategy = withRules(
  z.strictObject({
    type: z
      .enum(['RollingUpdate', 'BlueGreen', 'Canary'])
      .meta({ description: 'How the new version replaces the old one.' }),
    rollingUpdate: z
      .strictObject({
        maxSurge: intOrPercent.optional(),
        maxUnavailable: intOrPercent.optional(),
      })
      .optional(),
    blueGreen: z
      .strictObject({
        previewReplicas: z.int().min(1).max(1000).optional().meta({
          description:
            'Replicas of the new version before the switch. Default: as many as the active version has.',
        }),
        autoPromotionSeconds: z.int().min(0).max(604_800).optional().meta({
          description:
            'Seconds to wait before the switch when promotion is Automatic. Default: 0.',
        }),
      })
      .optional(),
    canary: z
      .strictObject({
        steps: z.array(step).min(1).max(32).meta({
          description:
            'What happens, in order; the last promotion to 100 % is implied.',
        }),
      })
      .optional(),
  }),
  [
    {
      cel: "self.type != 'Canary' || has(self.canary)",
      message: 'a Canary strategy needs canary.steps',
      path: ['canary'],
      holds: self => self.type !== 'Canary' || self.canary !== undefined,
    },
    {
      cel: "!has(self.canary) || self.type == 'Canary'",
      message:
        'canary is only for the Canary strategy; remove it or set type: Canary',
      path: ['canary'],
      holds: self => self.canary === undefined || self.type === 'Canary',
    },
    {
      cel: "!has(self.blueGreen) || self.type == 'BlueGreen'",
      message:
        'blueGreen is only for the BlueGreen strategy; remove it or set type: BlueGreen',
      path: ['blueGreen'],
      holds: self => self.blueGreen === undefined || self.type === 'BlueGreen',
    },
    {
      cel: "!has(self.rollingUpdate) || self.type == 'RollingUpdate'",
      message:
        'rollingUpdate is only for the RollingUpdate strategy; remove it or set type: RollingUpdate',
      path: ['rollingUpdate'],
      holds: self =>
        self.rollingUpdate === undefined || self.type === 'RollingUpdate',
    },
  ],
);

/** Fields that a model sets for all its versions and a version may override for itself. */
const deliveryFields = {
  engine: z
    .enum(['Auto', 'ArgoRollouts', 'KServe', 'Kubernetes'])
    .optional()
    .meta({
      description:
        'Who moves the traffic. Auto: Argo Rollouts when the cluster has it with its Gateway API plugin, else Kubernetes. Default: Auto.',
    }),
  strategy: strategy.optional(),
  analysis: analysis.optional(),
  promotion: z
    .strictObject({
      mode: policy(
        'Automatic: on to the next step when the verdict is pass. Manual: a person promotes each step. Default: Automatic.',
      ),
    })
    .optional(),
  rollback: z
    .strictObject({
      mode: policy(
        'Automatic: a failed verdict sends all traffic back to the stable version. Manual: it pauses for a person. Default: Automatic.',
      ),
      window: z.int().min(0).max(50).optional().meta({
        description:
          'How many versions back a rollback skips the steps, because its replicas are known to be good. Default: 3.',
      }),
    })
    .optional(),
  keepStableScaled: z.boolean().optional().meta({
    description:
      'Keep the stable version at full scale until the end, so an abort is instant. Default: true.',
  }),
  scaleDownDelaySeconds: z.int().min(0).max(86_400).optional().meta({
    description: 'Seconds that the replaced version stays up. Default: 300.',
  }),
  abortScaleDownDelaySeconds: z.int().min(0).max(86_400).optional().meta({
    description: 'Seconds that an aborted version stays up. Default: 300.',
  }),
  historyLimit: z.int().min(1).max(50).optional().meta({
    description:
      'Rollouts kept in status.history; the portal keeps all of them. Default: 10.',
  }),
};

/** One operator command: written by the portal or kubectl, acknowledged in `status.delivery.lastRequestId`. */
const request = z
  .strictObject({
    id: z
      .string()
      .min(1)
      .max(63)
      .meta({ description: 'Unique id of the command.' }),
    verb: z.enum([
      'promote',
      'skip',
      'promoteFull',
      'abort',
      'retry',
      'pause',
      'resume',
      'rollback',
    ]),
    rolloutId: z.string().min(1).max(63).optional().meta({
      description:
        'The command is ignored when this rollout is no longer running.',
    }),
    stepIndex: z.int().min(0).max(64).optional().meta({
      description:
        'The command is ignored when the rollout has moved to another step.',
    }),
    by: z.string().min(1).max(253).meta({ description: 'Who asks.' }),
    reason: z.string().min(1).max(1024).meta({ description: 'Why.' }),
    at: timestamp.optional(),
  })
  .meta({ description: 'The last operator command.' });

/** `AIModel.spec.delivery`. */
export const modelDelivery = z
  .strictObject({ ...deliveryFields, request: request.optional() })
  .meta({ description: 'How a new active version reaches users.' });

/** `ModelVersion.spec.delivery`: overrides the delivery of the model, field by field. */
export const versionDelivery = z.strictObject(deliveryFields).meta({
  description:
    'How this version reaches users. Each field that is set replaces the field of the model.',
});

/** One past rollout, as in `AIModel.status.history`. */
export const rolloutRecord = z.looseObject({
  rolloutId: z.string().max(63),
  from: z.string().max(63).optional(),
  to: z.string().max(63),
  strategy: line.optional(),
  result: line.optional(),
  startedAt: timestamp.optional(),
  finishedAt: timestamp.optional(),
  by: z.string().max(253).optional(),
  reason: z.string().max(1024).optional(),
});

/** `AIModel.status.delivery`. */
export const deliveryStatus = z.looseObject({
  engine: line.optional(),
  rolloutId: z.string().max(63).optional(),
  engineRef: line.optional(),
  stepIndex: z.int().min(0).optional(),
  stepCount: z.int().min(0).optional(),
  steps: z
    .array(step)
    .max(32)
    .optional()
    .meta({ description: 'The steps as they were when the rollout started.' }),
  startedAt: timestamp.optional(),
  lastRequestId: z.string().max(63).optional(),
  weights: z
    .array(
      z.looseObject({
        version: z.string().max(63),
        desired: z.int().min(0).max(100),
        written: z.int().min(0).max(100).optional(),
      }),
    )
    .max(8)
    .optional(),
  pause: z
    .looseObject({ reason: line, since: timestamp.optional() })
    .optional(),
  abort: z
    .looseObject({
      reason: line,
      by: line.optional(),
      at: timestamp.optional(),
    })
    .optional(),
  analysis: z
    .looseObject({
      verdict: z.enum(['pass', 'fail', 'noData', 'error']).optional(),
      message: z.string().max(1024).optional(),
      at: timestamp.optional(),
    })
    .optional(),
});
