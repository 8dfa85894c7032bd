import { z } from 'zod';

/**
 * Name of an object: a DNS subdomain that also fits a catalog entity name (63 characters).
 *
 * @remarks
 * Every string and list here is bounded. Without bounds the API server cannot estimate what a CEL rule costs and refuses the CRD.
 */
export const objectName = z
  .string()
  .min(1)
  .max(63)
  .regex(
    /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
    'must be lower-case letters, digits, "-" and ".", and start and end with a letter or digit',
  );

/** Reference to an object of the same namespace. */
export function nameRef(description: string) {
  return z
    .strictObject({
      name: objectName.meta({
        description: 'Name of the object, in the same namespace.',
      }),
    })
    .meta({ description });
}

/** Reference to one key of a Secret or ConfigMap of the same namespace. */
export function keyRef(description: string) {
  return z
    .strictObject({
      name: objectName,
      key: z.string().min(1).max(253),
    })
    .meta({ description });
}

/** Catalog entity reference: `[kind:][namespace/]name`. */
export const entityRef = z
  .string()
  .min(1)
  .max(253)
  .regex(
    /^([a-zA-Z0-9]+:)?([a-z0-9-]+\/)?[a-zA-Z0-9]([-_.a-zA-Z0-9]*[a-zA-Z0-9])?$/,
    'must be an entity reference such as "group:default/ml-platform"',
  );

/** Entity reference that states its kind, for fields that may name any kind. */
export const kindedEntityRef = z
  .string()
  .min(1)
  .max(253)
  .regex(
    /^[a-zA-Z0-9]+:([a-z0-9-]+\/)?[a-zA-Z0-9]([-_.a-zA-Z0-9]*[a-zA-Z0-9])?$/,
    'must be an entity reference that states its kind, such as "resource:default/feature-store"',
  );

/** Kubernetes quantity such as `500m`, `1.5` or `16Gi`. YAML decimals need quotes: the API server takes integers or strings. */
export const quantity = z
  .union(
    [
      z.int().min(0),
      z
        .string()
        .max(32)
        .regex(/^(\d+(\.\d*)?|\.\d+)(([KMGTPE]i)|[numkMGTPE]|[eE][-+]?\d+)?$/),
    ],
    'must be a quantity: an integer, or a quoted string such as "500m", "1.5" or "16Gi"',
  )
  .meta({ 'x-kubernetes-int-or-string': true });

/** Go duration as Kubernetes writes it: `30s`, `5m`, `1h30m`. */
export const duration = z
  .string()
  .min(2)
  .max(32)
  .regex(
    /^([0-9]+(ms|s|m|h))+$/,
    'must be a duration such as "30s", "5m" or "1h30m"',
  );

/** Integer or percentage of replicas, as in a Deployment. */
export const intOrPercent = z
  .union(
    [
      z.int().min(0),
      z
        .string()
        .max(5)
        .regex(/^\d{1,3}%$/),
    ],
    'must be a number of replicas or a percentage such as "25%"',
  )
  .meta({ 'x-kubernetes-int-or-string': true });

/** RFC 3339 time. */
export const timestamp = z.iso.datetime({
  offset: true,
  error: 'must be an RFC 3339 time such as "2026-01-31T08:00:00Z"',
});

/** Content digest. */
export const digest = z
  .string()
  .length(71)
  .regex(
    /^sha256:[a-f0-9]{64}$/,
    'must be "sha256:" and 64 lower-case hexadecimal digits',
  );

/** Container image reference. A tag or digest is required: an image without one means `latest`, which is no identity. */
export const image = z
  .string()
  .min(3)
  .max(512)
  .regex(
    /^[a-z0-9][-a-z0-9._:/]*[a-z0-9](:[A-Za-z0-9_][-A-Za-z0-9_.]{0,127}|@sha256:[a-f0-9]{64}|:[A-Za-z0-9_][-A-Za-z0-9_.]{0,127}@sha256:[a-f0-9]{64})$/,
    'must be an image with a tag or digest, such as "suoke/xiaoai-model-server:v2.1.0"',
  );

/** One line of text for people. */
export const line = z.string().max(256);

/** Several lines of text for people. */
export const text = z.string().max(4096);

/**
 * A list in which `key` names each item once.
 *
 * @remarks Emitted as a Kubernetes map list, so server-side apply merges by key.
 */
export function mapList<S extends z.ZodObject>(
  item: S,
  key: string & keyof z.output<S>,
  maxItems: number,
) {
  return z
    .array(item)
    .max(maxItems)
    .superRefine((items, ctx) => {
      const seen = new Set<unknown>();
      items.forEach((entry, index) => {
        const value = entry[key];
        if (seen.has(value)) {
          ctx.addIssue({
            code: 'custom',
            path: [index, key],
            message: `must be unique in the list; "${value}" appears twice`,
          });
        }
        seen.add(value);
      });
    })
    .meta({
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': [key],
    });
}
