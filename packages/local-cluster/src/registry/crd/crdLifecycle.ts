import { jsonEqual } from '../../store/jsonEqual';
import { StoredEvent } from '../../store/ObjectStore';
import { ClusterObject, ResourceKey } from '../../store/types';
import { ClusterMachinery } from '../ClusterMachinery';
import { deleteObject } from '../deleteObject';
import { ResourceType } from '../ResourceType';
import { customType } from './customType';

export const definitions: ResourceKey = {
  group: 'apiextensions.k8s.io',
  resource: 'customresourcedefinitions',
};

/** Added to every definition, so that its objects go before it does. */
const CLEANUP = 'customresourcecleanup.apiextensions.k8s.io';

const keyOf = ({ spec }: ClusterObject): ResourceKey => ({
  group: spec.group,
  resource: spec.names.plural,
});

/** Serves what CustomResourceDefinitions define, from their creation to the removal of their last object. */
export function startCrdLifecycle(machinery: ClusterMachinery): () => void {
  const stopDefinitions = machinery.store.subscribe(definitions, event =>
    onDefinition(machinery, event),
  );
  const stopObjects = machinery.store.subscribe(undefined, event => {
    if (event.type === 'DELETED') finishCleanup(machinery, event.key);
  });
  return () => {
    stopDefinitions();
    stopObjects();
  };
}

/** Registers all stored definitions, as after a restore. */
export function registerStoredDefinitions(machinery: ClusterMachinery): void {
  for (const definition of machinery.store.list(definitions)) {
    if (isEstablished(definition))
      machinery.registry.register(customType(definition));
  }
}

function onDefinition(
  machinery: ClusterMachinery,
  { type, object }: StoredEvent,
): void {
  if (type === 'DELETED') {
    if (ownsItsName(machinery, object))
      machinery.registry.unregister(keyOf(object));
    return;
  }
  const current = machinery.store.get(definitions, object.metadata);
  if (
    !current ||
    current.metadata.resourceVersion !== object.metadata.resourceVersion
  )
    return;
  if (current.metadata.deletionTimestamp) {
    cleanUp(machinery, current);
    return;
  }
  const problem = nameProblem(machinery, current);
  const settled = withStatus(current, problem, machinery.strategy.now());
  if (problem === undefined) machinery.registry.register(customType(current));
  if (!jsonEqual(settled, current)) machinery.store.put(definitions, settled);
}

function isEstablished({ status }: ClusterObject): boolean {
  return (
    status?.conditions?.some(
      (one: any) => one.type === 'Established' && one.status === 'True',
    ) ?? false
  );
}

function ownsItsName(
  machinery: ClusterMachinery,
  definition: ClusterObject,
): boolean {
  return (
    isEstablished(definition) &&
    machinery.registry.find(keyOf(definition))?.isCustom === true
  );
}

function nameProblem(
  machinery: ClusterMachinery,
  definition: ClusterObject,
): string | undefined {
  const { group, names } = definition.spec;
  const taken = machinery.registry
    .all()
    .find(
      (type: ResourceType) =>
        type.group === group &&
        (type.resource !== names.plural || !type.isCustom) &&
        (type.resource === names.plural ||
          type.kind === names.kind ||
          type.listKind === names.listKind),
    );
  return (
    taken &&
    `${JSON.stringify(
      taken.kind === names.kind ? names.kind : names.plural,
    )} is already in use`
  );
}

function withStatus(
  definition: ClusterObject,
  problem: string | undefined,
  now: string,
): ClusterObject {
  const { spec, status = {}, metadata } = definition;
  const storage = spec.versions.find(
    (version: { storage: boolean }) => version.storage,
  ).name;
  const condition = (
    type: string,
    value: boolean,
    reason: string,
    message: string,
  ) => {
    const before = status.conditions?.find((one: any) => one.type === type);
    const wanted = { type, status: value ? 'True' : 'False', reason, message };
    const same = before?.status === wanted.status && before.reason === reason;
    return {
      lastTransitionTime: same ? before.lastTransitionTime : now,
      ...wanted,
    };
  };
  const accepted = problem === undefined;
  return {
    ...definition,
    metadata: {
      ...metadata,
      finalizers: metadata.finalizers?.includes(CLEANUP)
        ? metadata.finalizers
        : [...(metadata.finalizers ?? []), CLEANUP],
    },
    status: {
      conditions: [
        condition(
          'NamesAccepted',
          accepted,
          accepted ? 'NoConflicts' : 'Conflict',
          problem ?? 'no conflicts found',
        ),
        condition(
          'Established',
          accepted,
          accepted ? 'InitialNamesAccepted' : 'NotAccepted',
          accepted
            ? 'the initial names have been accepted'
            : 'not all names are accepted',
        ),
      ],
      acceptedNames: accepted ? spec.names : { plural: '', kind: '' },
      storedVersions: [...new Set([...(status.storedVersions ?? []), storage])],
    },
  };
}

function cleanUp(machinery: ClusterMachinery, definition: ClusterObject): void {
  const type = machinery.registry.find(keyOf(definition));
  if (type?.isCustom) {
    for (const object of machinery.store.list(type)) {
      if (!object.metadata.deletionTimestamp)
        deleteObject(machinery, type, object.metadata);
    }
  }
  finishCleanup(machinery, keyOf(definition));
}

function finishCleanup(machinery: ClusterMachinery, key: ResourceKey): void {
  const name = `${key.resource}.${key.group}`;
  const definition = machinery.store.get(definitions, { name });
  if (
    !definition?.metadata.deletionTimestamp ||
    !definition.metadata.finalizers?.includes(CLEANUP)
  )
    return;
  if (machinery.store.hasObjects(key)) return;
  const finalizers = definition.metadata.finalizers.filter(
    one => one !== CLEANUP,
  );
  const { finalizers: _, ...metadata } = definition.metadata;
  if (finalizers.length === 0) machinery.store.remove(definitions, { name });
  else
    machinery.store.put(definitions, {
      ...definition,
      metadata: { ...metadata, finalizers },
    });
}
