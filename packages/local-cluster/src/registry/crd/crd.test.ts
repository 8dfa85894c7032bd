import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { widgetCrdYaml } from '../../apiserver/__testUtils__/manifests';
import { ManualClock } from '../../clock/ManualClock';
import { StatusError } from '../../store/StatusError';
import { ClusterObject } from '../../store/types';
import { createClusterApi } from '../createClusterApi';

const definitions = {
  group: 'apiextensions.k8s.io',
  resource: 'customresourcedefinitions',
};
const widgets = { group: 'suoke.life', resource: 'widgets' };

const setUp = () =>
  createClusterApi({
    clock: new ManualClock({ start: new Date('2026-01-01T00:00:00Z') }),
  });

function problems(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return (
      error.status.details?.causes?.map(
        ({ field, message }) => `${field}: ${message}`,
      ) ?? [error.message]
    );
  }
  return [];
}

/** The widget definition, changed. */
function definition(change: (crd: any) => void = () => {}): ClusterObject {
  const crd = parse(widgetCrdYaml);
  change(crd);
  return crd;
}
const schemaOf = (crd: any) => crd.spec.versions[0].schema.openAPIV3Schema;

const widget = (
  name: string,
  spec: object = { model: 'chat' },
  metadata: object = {},
) =>
  ({
    metadata: { name, namespace: 'default', ...metadata },
    spec,
  } as ClusterObject);

describe('CustomResourceDefinitions', () => {
  it('tell how they stand', () => {
    const cluster = setUp();
    cluster.create(definitions, definition());
    expect(
      cluster.get(definitions, { name: 'widgets.suoke.life' }),
    ).toMatchObject({
      spec: {
        names: { singular: 'widget', listKind: 'WidgetList' },
        conversion: { strategy: 'None' },
      },
      status: {
        acceptedNames: { kind: 'Widget' },
        storedVersions: ['v1'],
        conditions: [
          { type: 'NamesAccepted', status: 'True' },
          { type: 'Established', status: 'True' },
        ],
      },
    });
  });

  it('do not take names that are in use', () => {
    const cluster = setUp();
    cluster.create(definitions, definition());
    cluster.create(
      definitions,
      definition(crd => {
        crd.metadata.name = 'gadgets.suoke.life';
        crd.spec.names = { plural: 'gadgets', kind: 'Widget' };
      }),
    );
    expect(
      cluster.get(definitions, { name: 'gadgets.suoke.life' })?.status
        .conditions[0],
    ).toMatchObject({
      type: 'NamesAccepted',
      status: 'False',
      message: '"Widget" is already in use',
    });
  });

  it('go with their objects, after the finalizers of those', () => {
    const cluster = setUp();
    cluster.create(definitions, definition());
    cluster.create(widgets, widget('a'));
    cluster.create(
      widgets,
      widget('b', undefined, { finalizers: ['suoke.life/hold'] }),
    );
    cluster.delete(definitions, { name: 'widgets.suoke.life' });
    expect(cluster.list(widgets).map(one => one.metadata.name)).toEqual(['b']);
    cluster.patch(
      widgets,
      { namespace: 'default', name: 'b' },
      { metadata: { finalizers: null } },
    );
    expect(
      cluster.get(definitions, { name: 'widgets.suoke.life' }),
    ).toBeUndefined();
    expect(() => cluster.list(widgets)).toThrow(
      'the server could not find the requested resource',
    );
  });

  it('come back with a snapshot', () => {
    const cluster = setUp();
    cluster.create(definitions, definition());
    const created = cluster.create(widgets, widget('a'));
    const other = setUp();
    other.restore(JSON.parse(JSON.stringify(cluster.snapshot())));
    expect(other.get(widgets, created.metadata)).toEqual(created);
    expect(
      problems(() => other.create(widgets, widget('b', { model: 'C' }))),
    ).not.toEqual([]);
  });

  it('serve several versions of the same objects', () => {
    const cluster = setUp();
    cluster.create(
      definitions,
      definition(crd => {
        crd.spec.versions.push({
          ...crd.spec.versions[0],
          name: 'v1beta1',
          storage: false,
          deprecated: true,
        });
      }),
    );
    const type = cluster.machinery.registry.require(widgets);
    expect(
      type.versions.map(({ name, deprecationWarning }) => [
        name,
        deprecationWarning,
      ]),
    ).toEqual([
      ['v1', undefined],
      ['v1beta1', 'suoke.life/v1beta1 Widget is deprecated'],
    ]);
  });

  it.each([
    [
      'a wrong name',
      (crd: any) => {
        crd.metadata.name = 'x.suoke.life';
      },
      'metadata.name: Invalid value: "x.suoke.life": must be spec.names.plural+"."+spec.group',
    ],
    [
      'no schema',
      (crd: any) => {
        delete crd.spec.versions[0].schema;
      },
      'spec.versions[0].schema.openAPIV3Schema: Required value: schemas are required',
    ],
    [
      'a field without a type',
      (crd: any) => {
        schemaOf(crd).properties.spec.properties.x = {};
      },
      'spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[x].type: Required value: must not be empty for specified object fields',
    ],
    [
      'two storage versions',
      (crd: any) => {
        crd.spec.versions.push({ ...crd.spec.versions[0], name: 'v2' });
      },
      'spec.versions: Invalid value: ["v1","v2"]: must have exactly one version marked as storage version',
    ],
    [
      'a default that does not fit',
      (crd: any) => {
        schemaOf(crd).properties.spec.properties.replicas.default = 'x';
      },
      'spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[replicas].default: Invalid value: "string": spec.versions[0].schema.openAPIV3Schema.properties[spec].properties[replicas].default in body must be of type integer: "string"',
    ],
    [
      'a webhook for conversion',
      (crd: any) => {
        crd.spec.conversion = { strategy: 'Webhook' };
      },
      'spec.conversion.strategy: Forbidden: Webhook conversion needs a webhook, which the local cluster does not call; use None',
    ],
  ])('are refused for %s', (_, change, problem) => {
    expect(
      problems(() => setUp().create(definitions, definition(change)))[0],
    ).toBe(problem);
  });

  it.each([
    'self.replicas <=',
    'self.replicas.unknown() == 1',
    'missing == 1',
    'self.replica == 1',
    'has(self.replica)',
    'self.?typo.orValue(1) == 1',
  ])('are refused for the rule %s', rule => {
    const [problem] = problems(() =>
      setUp().create(
        definitions,
        definition(crd => {
          schemaOf(crd).properties.spec['x-kubernetes-validations'] = [
            { rule },
          ];
        }),
      ),
    );
    expect(problem).toMatch(
      /x-kubernetes-validations\[0\]\.rule: Invalid value: .*compilation failed: ERROR/,
    );
  });
});

describe('the definitions that come with the package', () => {
  const folder = join(__dirname, '../../../crds');
  it.each(readdirSync(folder))('%s is accepted and served', file => {
    const cluster = setUp();
    const crd = parse(readFileSync(join(folder, file), 'utf8'));
    cluster.create(definitions, crd);
    expect(
      cluster.get(definitions, { name: crd.metadata.name })?.status
        .conditions[1],
    ).toMatchObject({ type: 'Established', status: 'True' });
    expect(
      cluster.list({ group: crd.spec.group, resource: crd.spec.names.plural }),
    ).toEqual([]);
  });

  it('default and check a route', () => {
    const cluster = setUp();
    cluster.create(
      definitions,
      parse(readFileSync(join(folder, 'httproutes.yaml'), 'utf8')),
    );
    const routes = {
      group: 'gateway.networking.k8s.io',
      resource: 'httproutes',
    };
    const route = (backend: object) =>
      widget('r', {
        parentRefs: [{ name: 'g' }],
        rules: [{ backendRefs: [backend] }],
      });
    expect(
      cluster.create(routes, route({ name: 's', port: 80 })).spec.rules[0],
    ).toEqual({
      matches: [{ path: { type: 'PathPrefix', value: '/' } }],
      backendRefs: [
        { group: '', kind: 'Service', name: 's', port: 80, weight: 1 },
      ],
    });
    expect(
      problems(() =>
        cluster.create(routes, {
          ...route({ name: 's' }),
          metadata: { ...widget('q').metadata },
        }),
      ),
    ).toEqual([
      'spec.rules[0].backendRefs[0]: Invalid value: "object": Must have port for Service reference',
    ]);
  });
});
