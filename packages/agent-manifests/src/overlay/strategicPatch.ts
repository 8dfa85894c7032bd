import { KubernetesObject } from '../kubernetes/KubernetesObject';

type Json = unknown;
type JsonObject = Record<string, Json>;

/**
 * The strategic merge patch that turns one object into another, with its identity on top, or undefined when they are
 * equal. Lists whose elements have names are merged by name, as Kubernetes does for containers and variables; any
 * other list is replaced whole, which is also what happens to custom resources.
 */
export function strategicPatch(
  from: KubernetesObject,
  to: KubernetesObject,
): KubernetesObject | undefined {
  const changes = diffObjects(from, to, isBuiltIn(from));
  if (Object.keys(changes).length === 0) return undefined;
  const { name, namespace } = from.metadata;
  const { metadata, ...rest } = changes;
  return {
    apiVersion: from.apiVersion,
    kind: from.kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(metadata as object | undefined),
    },
    ...rest,
  };
}

/** Only the API server's own types have merge keys; a CRD's lists are opaque to kustomize. */
function isBuiltIn(object: KubernetesObject): boolean {
  const group = object.apiVersion.split('/')[0];
  return !group.includes('.') || group.endsWith('.k8s.io')
    ? group !== 'autoscaling.k8s.io'
    : false;
}

function diffObjects(
  from: JsonObject,
  to: JsonObject,
  mergeByName: boolean,
): JsonObject {
  const changes: JsonObject = {};
  for (const key of Object.keys(from)) {
    // null deletes the field.
    if (!(key in to)) changes[key] = null;
  }
  for (const [key, value] of Object.entries(to)) {
    if (!equal(from[key], value)) {
      changes[key] = diffValue(from[key], value, mergeByName);
    }
  }
  return changes;
}

function diffValue(from: Json, to: Json, mergeByName: boolean): Json {
  if (isObject(from) && isObject(to)) return diffObjects(from, to, mergeByName);
  if (mergeByName && isNamedList(from) && isNamedList(to)) {
    const before = new Map(from.map(element => [element.name, element]));
    const sameMembers =
      from.length === to.length && to.every(({ name }) => before.has(name));
    if (sameMembers) {
      return to
        .filter(element => !equal(before.get(element.name), element))
        .map(element => ({
          name: element.name,
          ...diffObjects(before.get(element.name) ?? {}, element, mergeByName),
        }));
    }
  }
  return to;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNamedList(value: Json): value is (JsonObject & { name: string })[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(
      element => isObject(element) && typeof element.name === 'string',
    )
  );
}

function equal(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
