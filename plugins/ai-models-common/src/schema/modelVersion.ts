import { z } from 'zod';
import { modelRef } from './aiModel';
import { ARTIFACT_FORMATS } from './artifactFormats';
import { statusBase } from './conditions';
import { versionDelivery } from './delivery';
import { digest, image, line, mapList, nameRef, timestamp } from './fields';
import { catalogFields, presentationFields } from './presentation';
import { resources } from './resources';
import { environmentVariable } from './serving';
import { withRules } from './withRules';

/** Condition types of a ModelVersion. */
export const MODEL_VERSION_CONDITIONS = [
  'ArtifactResolved',
  'Verified',
  'Approved',
  'Cached',
  'InUse',
] as const;

const artifact = withRules(
  z.strictObject({
    uri: z
      .string()
      .max(1024)
      .regex(
        /^(s3|hf|oci|https|pvc|registry):\/\/[^\s\/@]+(\/\S*)?$/,
        'must be an address with s3://, hf://, oci://, https://, pvc:// or registry://, without credentials',
      )
      .meta({
        description:
          'Where the artifact is. registry://<registry>/<path> is a path in the storage of a ModelRegistry.',
      }),
    digest: digest
      .optional()
      .meta({ description: 'Content identity. Caches key on it.' }),
    sizeBytes: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Bytes.', format: 'int64' }),
    format: z.enum(ARTIFACT_FORMATS).optional(),
  }),
  [
    {
      cel: "!self.uri.startsWith('oci://') || has(self.digest)",
      message: 'OCI artifacts need a digest, because tags can move',
      path: ['digest'],
      holds: self =>
        !self.uri.startsWith('oci://') || self.digest !== undefined,
    },
  ],
).meta({ description: 'The trained model itself. Immutable.' });

const tensor = z.strictObject({
  name: line.min(1),
  dtype: line.min(1),
  shape: z
    .array(z.int().min(-1))
    .max(16)
    .optional()
    .meta({ description: '-1 is a dimension of any size.' }),
});

/** `ModelVersion.spec`: an immutable record, but for approvals, delivery and what people read. */
export const modelVersionSpec = withRules(
  z.strictObject({
    ...presentationFields,
    ...catalogFields,
    modelRef,
    version: z
      .string()
      .min(1)
      .max(63)
      .regex(
        /^[a-zA-Z0-9]([-a-zA-Z0-9.+_]*[a-zA-Z0-9])?$/,
        'must be a version such as "2.1.0" or "7", without spaces',
      )
      .meta({
        description:
          'Version number; semantic versions sort as such. Immutable.',
      }),
    changelog: z.string().max(16_384).optional().meta({
      description: 'What changed since the previous version, in Markdown.',
    }),
    artifact,
    source: z
      .strictObject({
        registryRef: nameRef('ModelRegistry that stores it.').optional(),
        externalVersion: line
          .optional()
          .meta({ description: 'Version in that registry.' }),
        runId: line.optional().meta({ description: 'Training run.' }),
        gitCommit: z
          .string()
          .max(64)
          .regex(/^[a-f0-9]{7,64}$/, 'must be a Git commit hash')
          .optional(),
        datasetDigests: z.array(digest).max(32).optional(),
      })
      .optional()
      .meta({ description: 'Where it comes from.' }),
    signature: z
      .strictObject({
        inputs: z.array(tensor).max(64).optional(),
        outputs: z.array(tensor).max(64).optional(),
      })
      .optional()
      .meta({ description: 'What goes in and what comes out.' }),
    runtimeOverrides: z
      .strictObject({
        image: image
          .optional()
          .meta({ description: 'Image of the model server for this version.' }),
        args: z.array(z.string().max(1024)).max(64).optional(),
        env: mapList(environmentVariable, 'name', 64).optional(),
        resources: resources.optional(),
      })
      .optional()
      .meta({
        description:
          'What this version needs other than its model says in serving.',
      }),
    metrics: z
      .array(
        z.strictObject({
          name: line.min(1),
          value: z.number(),
          dataset: line.optional(),
        }),
      )
      .max(64)
      .optional()
      .meta({ description: 'Offline evaluation.' }),
    license: line
      .optional()
      .meta({ description: 'SPDX identifier or name of the licence.' }),
    approvals: z
      .array(
        z.strictObject({
          by: z.string().min(1).max(253),
          at: timestamp,
          comment: z.string().max(1024).optional(),
        }),
      )
      .max(16)
      .optional()
      .meta({ description: 'Who has approved it for serving.' }),
    delivery: versionDelivery.optional(),
  }),
  [],
  [
    {
      cel: 'self.modelRef == oldSelf.modelRef && self.version == oldSelf.version && self.artifact == oldSelf.artifact',
      message:
        'modelRef, version and artifact are immutable; create a new version',
    },
  ],
);

/** `ModelVersion.status`. */
export const modelVersionStatus = z.looseObject({
  ...statusBase(MODEL_VERSION_CONDITIONS),
  servedBy: z
    .array(
      z.looseObject({
        model: z.string().max(63),
        weight: z.int().min(0).max(100),
      }),
    )
    .max(16)
    .optional(),
  resolvedRevision: line.optional().meta({
    description:
      'Commit, object version or digest that the artifact resolved to.',
  }),
});
