import { z } from 'zod';
import { statusBase } from './conditions';
import { duration, keyRef, line, nameRef, timestamp } from './fields';
import { catalogFields, presentationFields, systemField } from './presentation';
import { withRules } from './withRules';

/**
 * Kinds of registry that versions can be read from.
 *
 * @public
 */
export const REGISTRY_TYPES = [
  'MLflow',
  'KubeflowHub',
  'HuggingFace',
  'OCI',
  'S3',
  'Folder',
] as const;

/** Condition types of a ModelRegistry. */
export const MODEL_REGISTRY_CONDITIONS = [
  'Reachable',
  'Authenticated',
  'Synced',
  'Ready',
] as const;

const address = z
  .string()
  .max(1024)
  .regex(
    /^(https?|oci):\/\/[^\s\/@]+(\/\S*)?$/,
    'must be an address with https://, http:// or oci://, without a user or password; credentials belong in auth.secretRef',
  );

const auth = withRules(
  z.strictObject({
    kind: z.enum(['None', 'Basic', 'Bearer', 'OIDC']),
    secretRef: nameRef(
      'Secret with the credentials: username and password for Basic, token for Bearer, clientId and clientSecret for OIDC.',
    ).optional(),
  }),
  [
    {
      cel: "self.kind == 'None' || has(self.secretRef)",
      message: 'auth needs a secretRef unless its kind is None',
      path: ['secretRef'],
      holds: self => self.kind === 'None' || self.secretRef !== undefined,
    },
  ],
).meta({
  description: 'How to sign in. Secrets are references, never values.',
});

const storage = z
  .strictObject({
    s3: z
      .strictObject({
        endpoint: address.optional().meta({
          description: 'Address of the S3 API. Default: the one of the region.',
        }),
        region: line.optional(),
        bucket: z.string().min(3).max(63),
        prefix: z.string().max(1024).optional(),
        forcePathStyle: z.boolean().optional().meta({
          description:
            'Bucket in the path instead of the host name. Default: true when an endpoint is set.',
        }),
        secretRef: nameRef(
          'Secret with accessKeyId and secretAccessKey.',
        ).optional(),
      })
      .optional(),
    folder: z
      .strictObject({
        path: z.string().min(1).max(1024).meta({
          description:
            'Folder that holds <model>/<version>/, absolute or relative to the working directory of its reader.',
        }),
        claimName: z.string().max(63).optional().meta({
          description:
            'PersistentVolumeClaim that holds the folder, for model servers in a cluster.',
        }),
      })
      .optional(),
  })
  .meta({ description: 'Where the artifacts are kept.' });

const sync = z
  .strictObject({
    mode: z.enum(['Pull', 'Webhook']).optional().meta({
      description:
        'Webhook still pulls at the interval, in case an event was lost. Default: Pull.',
    }),
    interval: duration
      .optional()
      .meta({ description: 'Time between pulls. Default: 5m.' }),
    timeout: duration
      .optional()
      .meta({ description: 'Upper bound of one pull. Default: 1m.' }),
    include: z.array(line.min(1)).max(64).optional().meta({
      description:
        'Names of models to read, with * as a wildcard. Default: all.',
    }),
    exclude: z.array(line.min(1)).max(64).optional().meta({
      description: 'Names of models to leave out; wins over include.',
    }),
    prune: z.boolean().optional().meta({
      description:
        'Delete versions that are gone from the registry, unless they serve. Default: false.',
    }),
    retries: z
      .strictObject({
        limit: z
          .int()
          .min(0)
          .max(20)
          .optional()
          .meta({ description: 'Retries within one pull. Default: 5.' }),
        backoff: duration.optional().meta({
          description:
            'Wait before the first retry; doubles each time. Default: 10s.',
        }),
        maxBackoff: duration
          .optional()
          .meta({ description: 'Longest wait. Default: 5m.' }),
      })
      .optional(),
  })
  .meta({ description: 'When and what to read.' });

/** `ModelRegistry.spec`. */
export const modelRegistrySpec = withRules(
  z.strictObject({
    ...presentationFields,
    ...catalogFields,
    ...systemField,
    type: z
      .enum(REGISTRY_TYPES)
      .meta({ description: 'What it is. Immutable.' }),
    endpoint: address.optional().meta({ description: 'Address of its API.' }),
    auth: auth.optional(),
    tls: z
      .strictObject({
        caBundleRef: keyRef(
          'Key of a ConfigMap with the certificate authorities to trust.',
        ).optional(),
        insecureSkipVerify: z
          .boolean()
          .optional()
          .meta({ description: 'Trust any certificate. For tests only.' }),
      })
      .optional(),
    storage: storage.optional(),
    sync: sync.optional(),
    aliasPolicy: z
      .record(z.string(), z.string().min(1).max(63))
      .optional()
      .meta({
        description: 'Which of its aliases become which of ours.',
        maxProperties: 16,
      }),
    trusted: z.boolean().optional().meta({
      description:
        'Formats that run code when loaded are allowed from here. Default: false.',
    }),
  }),
  [
    {
      cel: "self.type != 'Folder' || (has(self.storage) && has(self.storage.folder))",
      message: 'a Folder registry needs storage.folder.path',
      path: ['storage'],
      holds: self =>
        self.type !== 'Folder' || self.storage?.folder !== undefined,
    },
    {
      cel: "self.type != 'S3' || (has(self.storage) && has(self.storage.s3))",
      message: 'an S3 registry needs storage.s3.bucket',
      path: ['storage'],
      holds: self => self.type !== 'S3' || self.storage?.s3 !== undefined,
    },
    {
      cel: "self.type in ['Folder', 'S3', 'HuggingFace'] || has(self.endpoint)",
      message: 'a registry of this type needs its endpoint',
      path: ['endpoint'],
      holds: self =>
        ['Folder', 'S3', 'HuggingFace'].includes(self.type) ||
        self.endpoint !== undefined,
    },
    {
      cel: "!has(self.tls) || !has(self.tls.insecureSkipVerify) || !self.tls.insecureSkipVerify || (has(self.endpoint) && self.endpoint.startsWith('https://'))",
      message: 'insecureSkipVerify needs an https:// endpoint',
      path: ['tls', 'insecureSkipVerify'],
      holds: self =>
        !self.tls?.insecureSkipVerify ||
        self.endpoint?.startsWith('https://') === true,
    },
  ],
  [
    {
      cel: 'self.type == oldSelf.type',
      message: 'type is immutable; create a new registry',
      path: ['type'],
    },
  ],
);

/** `ModelRegistry.status`. */
export const modelRegistryStatus = z.looseObject({
  ...statusBase(MODEL_REGISTRY_CONDITIONS),
  lastSyncTime: timestamp
    .optional()
    .meta({ description: 'Last pull that worked.' }),
  lastAttemptTime: timestamp
    .optional()
    .meta({ description: 'Last pull, whether it worked or not.' }),
  consecutiveFailures: z.int().min(0).optional(),
  models: z.int().min(0).optional(),
  versions: z.int().min(0).optional(),
  webhook: z
    .looseObject({
      url: z.string().max(2048).optional(),
      lastDelivery: timestamp.optional(),
    })
    .optional(),
});
