import { ResourceType, ResourceVersion } from '../registry/ResourceType';

export interface Subresource {
  name: string;
  kind: string;
  group?: string;
  version?: string;
  verbs: readonly string[];
}

const podSubresources: readonly Subresource[] = [
  { name: 'binding', kind: 'Binding', verbs: ['create'] },
  {
    name: 'eviction',
    kind: 'Eviction',
    group: 'policy',
    version: 'v1',
    verbs: ['create'],
  },
  { name: 'log', kind: 'Pod', verbs: ['get'] },
  { name: 'resize', kind: 'Pod', verbs: ['get', 'patch', 'update'] },
];

const special: Record<string, readonly Subresource[]> = {
  'pods.': podSubresources,
  'namespaces.': [{ name: 'finalize', kind: 'Namespace', verbs: ['update'] }],
  'serviceaccounts.': [
    {
      name: 'token',
      kind: 'TokenRequest',
      group: 'authentication.k8s.io',
      version: 'v1',
      verbs: ['create'],
    },
  ],
};

/** The subresources of a type, in the order of discovery. */
export function subresourcesOf(
  type: ResourceType,
  version: ResourceVersion,
): Subresource[] {
  const verbs = ['get', 'patch', 'update'];
  return [
    ...(special[`${type.resource}.${type.group}`] ?? []),
    ...(version.scale
      ? [
          {
            name: 'scale',
            kind: 'Scale',
            group: 'autoscaling',
            version: 'v1',
            verbs,
          },
        ]
      : []),
    ...(version.status ? [{ name: 'status', kind: type.kind, verbs }] : []),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}
