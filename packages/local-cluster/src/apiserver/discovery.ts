import { ResourceRegistry } from '../registry/ResourceRegistry';
import {
  apiVersionOf,
  ResourceType,
  ResourceVersion,
} from '../registry/ResourceType';
import { subresourcesOf } from './subresources';
import { VirtualGroup } from './virtualGroups';

interface GroupVersions {
  name: string;
  versions: string[];
}

/** Groups in the order in which clients should prefer them: the kinds everybody knows first. */
const groupOrder = [
  '',
  'apiregistration.k8s.io',
  'apps',
  'events.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'autoscaling',
  'batch',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'storage.k8s.io',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'scheduling.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
];

const orderOf = (group: string) => {
  const at = groupOrder.indexOf(group);
  return at < 0 ? groupOrder.length : at;
};

/** Kubernetes order of versions: v2, v1, v1beta2, v1beta1, v1alpha1, then others by name. */
export function compareVersions(a: string, b: string): number {
  const parse = (version: string) =>
    /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  const left = parse(a);
  const right = parse(b);
  if (!left && !right) return a < b ? -1 : Number(a > b);
  if (!left) return 1;
  if (!right) return -1;
  const stage = (found: RegExpExecArray) =>
    ({ alpha: 0, beta: 1 }[found[2]] ?? 2);
  return (
    stage(right) - stage(left) ||
    Number(right[1]) - Number(left[1]) ||
    Number(right[3] ?? 0) - Number(left[3] ?? 0)
  );
}

function groupsOf(
  types: readonly ResourceType[],
  virtual: readonly VirtualGroup[],
): GroupVersions[] {
  const groups = new Map<string, Set<string>>();
  const add = (name: string, version: string) =>
    groups.set(name, (groups.get(name) ?? new Set()).add(version));
  for (const type of types)
    for (const version of type.versions) add(type.group, version.name);
  for (const one of virtual) add(one.group, one.version);
  return [...groups]
    .map(([name, versions]) => ({
      name,
      versions: [...versions].sort(compareVersions),
    }))
    .sort(
      (a, b) => orderOf(a.name) - orderOf(b.name) || (a.name < b.name ? -1 : 1),
    );
}

function apiGroup({ name, versions }: GroupVersions) {
  const described = versions.map(version => ({
    groupVersion: apiVersionOf(name, version),
    version,
  }));
  return { name, versions: described, preferredVersion: described[0] };
}

interface DiscoveredResource {
  name: string;
  singularName: string;
  namespaced: boolean;
  kind: string;
  group?: string;
  version?: string;
  verbs: readonly string[];
  shortNames?: readonly string[];
  categories?: readonly string[];
}

function resourceEntries(
  type: ResourceType,
  version: ResourceVersion,
): DiscoveredResource[] {
  return [
    {
      name: type.resource,
      singularName: type.singular,
      namespaced: type.namespaced,
      kind: type.kind,
      verbs: type.verbs,
      ...(type.shortNames.length > 0 && { shortNames: type.shortNames }),
      ...(type.categories.length > 0 && { categories: type.categories }),
    },
    ...subresourcesOf(type, version).map(
      ({ name, kind, group, version: of, verbs }) => ({
        name: `${type.resource}/${name}`,
        singularName: '',
        namespaced: type.namespaced,
        ...(group !== undefined && { group, version: of }),
        kind,
        verbs,
      }),
    ),
  ];
}

/** The documents with which clients find out what a server serves. */
export class Discovery {
  constructor(
    private readonly registry: ResourceRegistry,
    private readonly virtualGroups: () => VirtualGroup[],
  ) {}

  coreVersions() {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    };
  }

  groupList() {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: this.groups()
        .filter(group => group.name)
        .map(apiGroup),
    };
  }

  group(name: string) {
    const found = this.groups().find(
      group => group.name === name && name !== '',
    );
    return found && { kind: 'APIGroup', apiVersion: 'v1', ...apiGroup(found) };
  }

  resources(group: string, version: string) {
    const resources = this.resourcesOf(group, version);
    if (!resources) return undefined;
    return {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: apiVersionOf(group, version),
      resources,
    };
  }

  /** Aggregated discovery: everything below `/api` or `/apis` in one document. */
  aggregated(root: 'api' | 'apis', version: 'v2' | 'v2beta1') {
    const groups = this.groups().filter(
      group => (root === 'api') === (group.name === ''),
    );
    return {
      kind: 'APIGroupDiscoveryList',
      apiVersion: `apidiscovery.k8s.io/${version}`,
      metadata: {},
      items: groups.map(group => ({
        metadata: {
          ...(group.name && { name: group.name }),
          creationTimestamp: null,
        },
        versions: group.versions.map(one => ({
          version: one,
          resources: this.aggregatedResources(group.name, one),
          freshness: 'Current',
        })),
      })),
    };
  }

  private groups(): GroupVersions[] {
    return groupsOf(this.registry.all(), this.virtualGroups());
  }

  private resourcesOf(
    group: string,
    version: string,
  ): DiscoveredResource[] | undefined {
    const entries = this.registry
      .all()
      .filter(type => type.group === group)
      .flatMap(type =>
        type.versions
          .filter(one => one.name === version)
          .flatMap(one => resourceEntries(type, one)),
      );
    const virtual = this.virtualGroups().filter(
      one => one.group === group && one.version === version,
    );
    entries.push(...virtual.flatMap(one => one.resources));
    if (entries.length === 0 && virtual.length === 0) return undefined;
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private aggregatedResources(group: string, version: string) {
    const entries = this.resourcesOf(group, version) ?? [];
    const describe = (entry: DiscoveredResource) => ({
      responseKind: {
        group: entry.group ?? group,
        version: entry.version ?? version,
        kind: entry.kind,
      },
      verbs: entry.verbs,
    });
    return entries
      .filter(
        entry =>
          !entry.name.includes('/') ||
          !entries.some(one => one.name === entry.name.split('/')[0]),
      )
      .map(entry => ({
        resource: entry.name,
        ...describe(entry),
        scope: entry.namespaced ? 'Namespaced' : 'Cluster',
        singularResource: entry.singularName,
        ...(entry.shortNames && { shortNames: entry.shortNames }),
        ...(entry.categories && { categories: entry.categories }),
        subresources: entries
          .filter(one => one.name.startsWith(`${entry.name}/`))
          .map(one => ({
            subresource: one.name.slice(entry.name.length + 1),
            ...describe(one),
          })),
      }));
  }
}
