/** A group of resources that are computed instead of stored: metrics and reviews. */
export interface VirtualGroup {
  group: string;
  version: string;
  resources: {
    name: string;
    singularName: string;
    namespaced: boolean;
    kind: string;
    verbs: readonly string[];
    group?: string;
    version?: string;
  }[];
}
