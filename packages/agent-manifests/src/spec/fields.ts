import { z } from 'zod';
import { parseQuantity } from '../kubernetes/quantity';

/**
 * Room for the longest suffix that the renderer appends (`-model-server`, 13 characters), because the result has to be
 * a Service name of at most 63 characters.
 */
export const AGENT_NAME_MAX_LENGTH = 50;

const LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** Name of the agent and of most of its objects. */
export const agentNameSchema = z
  .string()
  .max(
    AGENT_NAME_MAX_LENGTH,
    `use at most ${AGENT_NAME_MAX_LENGTH} characters, so that "<name>-model-server" still fits a Service name`,
  )
  .regex(
    LABEL,
    'use lower case letters, digits and dashes, starting with a letter, for example "xiaoai"',
  );

export const namespaceSchema = z
  .string()
  .max(63, 'use at most 63 characters')
  .regex(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    'use a Kubernetes namespace: lower case letters, digits and dashes',
  );

/** A Backstage entity ref. The kind is required, because an owner may be a user or a group. */
export const entityRefSchema = z
  .string()
  .regex(
    /^[a-zA-Z][a-zA-Z0-9]*:([-a-zA-Z0-9_.]+\/)?[-a-zA-Z0-9_.]+$/,
    'use an entity ref with its kind, for example "group:default/suoke-life-dev"',
  );

export const entityNameSchema = z
  .string()
  .max(63, 'use at most 63 characters')
  .regex(
    /^[a-zA-Z0-9]([-a-zA-Z0-9_.]*[a-zA-Z0-9])?$/,
    'use a catalog entity name: letters, digits, dashes, dots and underscores',
  );

export const imageSchema = z
  .string()
  .regex(
    /^[a-z0-9][-a-z0-9._:/]*(:[\w][\w.-]{0,127}|@sha256:[0-9a-f]{64})$/,
    'name a tag or a digest, for example "suoke/xiaoai-agent:v1.0.0"; an image without one changes under your feet',
  )
  .refine(
    image => !image.endsWith(':latest'),
    'use a version instead of "latest", or a rollback has nothing to go back to',
  );

/** Cores: `500m`, `1.5`. At least one millicore. */
export const cpuSchema = z
  .string()
  .refine(
    text => (parseQuantity(text) ?? 0) >= 0.001,
    'use cores as a Kubernetes quantity of at least 1m, for example "500m" or "2"',
  );

/** Bytes: `512Mi`, `4Gi`. At least 1Mi, which catches a forgotten suffix. */
export const memorySchema = z
  .string()
  .refine(
    text => (parseQuantity(text) ?? 0) >= 1024 ** 2,
    'use bytes as a Kubernetes quantity of at least 1Mi, for example "512Mi" or "4Gi"',
  );

export const portSchema = z
  .int()
  .min(1, 'use a port from 1 to 65535')
  .max(65535, 'use a port from 1 to 65535');

/** Port of the agent's own listener: its process has no root, so the low ports are out of its reach. */
export const containerPortSchema = portSchema.min(
  1024,
  'use a port from 1024: the container runs without root',
);

export const httpPathSchema = z
  .string()
  .regex(/^\/\S*$/, 'use a path that starts with "/", for example "/readyz"');
