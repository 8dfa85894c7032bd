import { z } from 'zod';
import { entityRef } from './fields';

const tag = z
  .string()
  .min(1)
  .max(63)
  .regex(
    /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/,
    'must be lower-case letters, digits, "+", "#" and ":", in words joined by "-"',
  );

const link = z.strictObject({
  url: z
    .string()
    .min(1)
    .max(2048)
    .regex(
      /^(https?|mailto):\S+$/,
      'must be an address that starts with https:, http: or mailto:',
    ),
  title: z.string().min(1).max(128).optional(),
  icon: z.string().min(1).max(63).optional(),
  type: z.string().min(1).max(63).optional(),
});

/**
 * What a catalog page shows first.
 *
 * @remarks Lives in `spec` because Kubernetes refuses these names in `metadata`; the catalog module lifts them there.
 */
export const presentationFields = {
  title: z
    .string()
    .min(1)
    .max(128)
    .optional()
    .meta({ description: 'Name for people.' }),
  description: z
    .string()
    .max(4096)
    .optional()
    .meta({ description: 'What it is for, in a sentence or two.' }),
  tags: z
    .array(tag)
    .max(32)
    .optional()
    .meta({ description: 'Words to find it by.' }),
  links: z
    .array(link)
    .max(32)
    .optional()
    .meta({ description: 'Where to read on.' }),
};

/** Who answers for it and how far it is: the catalog's own words. */
export const catalogFields = {
  owner: entityRef.optional().meta({
    description:
      'Group or user that answers for it, as a catalog entity reference.',
  }),
  lifecycle: z.string().min(1).max(63).optional().meta({
    description:
      'Lifecycle in the catalog, such as experimental, production or deprecated.',
  }),
};

/** The system that it is part of. */
export const systemField = {
  system: entityRef
    .optional()
    .meta({ description: 'Catalog system that it is part of.' }),
};
