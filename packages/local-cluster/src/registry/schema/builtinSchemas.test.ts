import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { builtinSchema } from './builtinSchemas';
import { decodeBuiltin } from './decode';
import fields from './builtinFields.json';
import {
  atomicDefinitions,
  listRules,
  quantityFields,
  quantityMaps,
  retainKeysFields,
} from './listRules';

describe('schemas of built-in kinds', () => {
  it('are those of the client library', () => {
    const script = join(
      __dirname,
      '../../../scripts/generateBuiltinSchemas.mjs',
    );
    const { status, stderr } = spawnSync(
      process.execPath,
      [script, '--check'],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('have rules only for fields that exist', () => {
    const known = fields as Record<string, Record<string, string>>;
    const named = [
      ...Object.keys(listRules),
      ...quantityMaps,
      ...quantityFields,
      ...retainKeysFields,
    ].map(path => path.split('.'));
    expect(
      named.filter(([definition, field]) => !known[definition]?.[field]),
    ).toEqual([]);
    expect(
      [...atomicDefinitions].filter(definition => !known[definition]),
    ).toEqual([]);
  });

  it('give containers and ports their keys', () => {
    const pod = builtinSchema('', 'v1', 'Pod')!.properties!.spec;
    expect(pod.properties!.containers).toMatchObject({
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
      'x-kubernetes-patch-merge-key': 'name',
    });
    expect(pod.properties!.containers.items!.properties!.ports).toMatchObject({
      'x-kubernetes-list-map-keys': ['containerPort', 'protocol'],
      'x-kubernetes-patch-merge-key': 'containerPort',
    });
  });
});

describe('decodeBuiltin', () => {
  const decode = (spec: object) =>
    decodeBuiltin(builtinSchema('apps', 'v1', 'Deployment')!, { spec });

  it('drops and names unknown fields, drops nulls, and writes quantities as text', () => {
    const container = {
      name: 'a',
      imagee: 'x',
      image: null,
      resources: { limits: { cpu: 1, memory: '1Gi' } },
    };
    const { value, unknownFields, typeError } = decode({
      replicas: 1,
      foo: 1,
      template: { spec: { containers: [container] } },
    });
    expect(value).toEqual({
      spec: {
        replicas: 1,
        template: {
          spec: {
            containers: [
              { name: 'a', resources: { limits: { cpu: '1', memory: '1Gi' } } },
            ],
          },
        },
      },
    });
    expect(unknownFields).toEqual([
      'spec.foo',
      'spec.template.spec.containers[0].imagee',
    ]);
    expect(typeError).toBeUndefined();
  });

  it.each([
    [
      { replicas: 'two' },
      'json: cannot unmarshal string into Go struct field spec.replicas of type int32',
    ],
    [
      { paused: 1 },
      'json: cannot unmarshal number into Go struct field spec.paused of type bool',
    ],
    [
      { template: { spec: { containers: {} } } },
      'json: cannot unmarshal object into Go struct field spec.template.spec.containers of type []struct',
    ],
    [
      { strategy: { rollingUpdate: { maxSurge: true } } },
      'json: cannot unmarshal bool into Go struct field spec.strategy.rollingUpdate.maxSurge of type intstr.IntOrString',
    ],
  ])('refuses %j', (spec, problem) => {
    expect(decode(spec).typeError).toBe(problem);
  });
});
