import { FieldError } from '../store/FieldError';
import { SelectableFields } from '../store/fieldSelector';
import { ClusterObject, ResourceKey } from '../store/types';
import { Schema } from './schema/Schema';

/** Where the scale subresource reads and writes, as JSON paths without the leading dot. */
export interface ScalePaths {
  specReplicas: string;
  statusReplicas: string;
  /** Text form of a label selector, or the path of a selector object. */
  labelSelector?: string;
}

/** A column of the table that a server renders for `kubectl get`. */
export interface TableColumn {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
  format?: string;
  description: string;
  /** 0 is always shown, 1 with `-o wide`. */
  priority: number;
  cell: (object: ClusterObject, now: number) => unknown;
}

/** One version in which a resource type is served. */
export interface ResourceVersion {
  name: string;
  schema?: Schema;
  columns: readonly TableColumn[];
  status: boolean;
  scale?: ScalePaths;
  deprecationWarning?: string;
  /** From the stored form to this version; default: only `apiVersion` changes. */
  fromStored?: (object: ClusterObject) => ClusterObject;
  toStored?: (object: ClusterObject) => ClusterObject;
}

/** Everything the API machinery has to know about a kind: what it is called, and what is special about it. */
export interface ResourceType extends ResourceKey {
  kind: string;
  listKind: string;
  singular: string;
  shortNames: readonly string[];
  categories: readonly string[];
  namespaced: boolean;
  /** Served versions, preferred first. */
  versions: readonly ResourceVersion[];
  storageVersion: string;
  verbs: readonly string[];
  selectableFields: SelectableFields;
  /** `metadata.generation` counts changes of everything but metadata and status. */
  hasGeneration: boolean;
  /** Types like Event, whose objects are one and the same in two groups, are stored under the other key. */
  storedAs?: ResourceKey;
  /** How names are formed. Default: DNS subdomain. */
  nameRule?: 'subdomain' | 'label' | 'serviceLabel' | 'path';
  /** Fills defaults into a mutable copy. */
  applyDefaults?: (object: ClusterObject, context: StrategyContext) => void;
  /** Sets what a client may not choose: the first status, addresses. Works on a mutable copy. */
  prepareForCreate?: (object: ClusterObject, context: StrategyContext) => void;
  prepareForUpdate?: (object: ClusterObject, previous: ClusterObject) => void;
  /** `previous` is there on updates, for what stays allowed because it was so before. */
  validate?: (object: ClusterObject, previous?: ClusterObject) => FieldError[];
  validateUpdate?: (
    object: ClusterObject,
    previous: ClusterObject,
  ) => FieldError[];
  /** Schema errors of custom resources, on status writes too. */
  validateSchema?: (object: ClusterObject, version: string) => FieldError[];
  /** Rules (CEL) of custom resources; only asked when the schema is satisfied. */
  validateRules?: (
    object: ClusterObject,
    version: string,
    previous?: ClusterObject,
  ) => FieldError[];
  /** Seconds between asking an object to stop and its removal; 0 or absent means at once. */
  gracePeriodSeconds?: (object: ClusterObject) => number;
  isCustom?: boolean;
  /** Prunes a custom resource of a served version. */
  decodeCustom?: (
    object: ClusterObject,
    version: string,
  ) => { value: ClusterObject; unknownFields: string[] };
}

/** What strategies may ask of the cluster. */
export interface StrategyContext {
  now: () => string;
  get: (
    key: ResourceKey,
    object: { namespace?: string; name: string },
  ) => ClusterObject | undefined;
  list: (key: ResourceKey, namespace?: string) => ClusterObject[];
  findKind: (group: string, kind: string) => ResourceType | undefined;
  /** Random lower-case letters and digits. */
  randomSuffix: (length: number) => string;
}

export function versionOf(
  type: ResourceType,
  name: string,
): ResourceVersion | undefined {
  return type.versions.find(version => version.name === name);
}

export function apiVersionOf(group: string, version: string): string {
  return group ? `${group}/${version}` : version;
}

/** The types' REST name for messages: group and kind. */
export function groupKind(type: ResourceType): { group: string; kind: string } {
  return { group: type.group, kind: type.kind };
}
