import { ApiRequest } from './ApiRequest';
import { ResourcePath } from './requestInfo';
import { Reply } from './Reply';

export interface VirtualResource {
  name: string;
  singularName: string;
  namespaced: boolean;
  kind: string;
  verbs: readonly string[];
  group?: string;
  version?: string;
}

/** A group of resources that are computed instead of stored: metrics and reviews. */
export interface VirtualGroup {
  group: string;
  version: string;
  resources: VirtualResource[];
  /** Answers a request below the group, or `undefined` when it knows no such resource. */
  handle: (request: ApiRequest, path: ResourcePath) => Reply | undefined;
}
