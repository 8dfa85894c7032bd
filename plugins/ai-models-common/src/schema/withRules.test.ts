import fc from 'fast-check';
import {
  aiModel,
  modelRegistry,
  modelVersion,
  readExamples,
} from '../__fixtures__/objects';
import { brokenRules } from '../__testUtils__/celRules';
import { toCustomResourceDefinitions } from '../crd/toCustomResourceDefinitions';
import { MODEL_KINDS, type ModelKindName } from '../kinds';

function crdSchema(kind: ModelKindName) {
  const crd = toCustomResourceDefinitions().find(
    ({ spec }) => spec.names.kind === kind,
  );
  if (!crd) {
    throw new Error(`no CRD for ${kind}`);
  }
  return crd.spec.versions[0].schema.openAPIV3Schema;
}

function specSchema(kind: ModelKindName) {
  return crdSchema(kind).properties!.spec;
}

/** Messages that zod gives; the specs here have the right shape, so all of them come from rules. */
function zodMessages(kind: ModelKindName, spec: unknown): string[] {
  const result = MODEL_KINDS[kind].spec.safeParse(spec);
  return result.success
    ? []
    : result.error.issues.map(issue => {
        if (issue.code !== 'custom') {
          throw new Error(`unexpected ${JSON.stringify(issue)}`);
        }
        return issue.message;
      });
}

const sorted = (messages: string[]) => [...messages].sort();

const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });

/** An object without its undefined fields, as it would come out of YAML. */
const record = (model: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(model).map(value => JSON.parse(JSON.stringify(value)));

const step = record({
  setWeight: maybe(fc.integer({ min: 0, max: 100 })),
  pause: maybe(fc.constant({})),
  setScale: maybe(fc.constant({ replicas: 1 })),
  analysis: maybe(fc.constant({})),
});

const check = record({
  name: fc.constant('errors'),
  query: fc.constant('up'),
  minimum: maybe(fc.constant(0)),
  maximum: maybe(fc.constant(1)),
  maximumRatio: maybe(fc.constant(1.5)),
});

const delivery = record({
  strategy: maybe(
    record({
      type: fc.constantFrom('RollingUpdate', 'BlueGreen', 'Canary'),
      rollingUpdate: maybe(fc.constant({ maxSurge: 1 })),
      blueGreen: maybe(fc.constant({})),
      canary: maybe(
        record({ steps: fc.array(step, { minLength: 1, maxLength: 3 }) }),
      ),
    }),
  ),
  analysis: maybe(record({ checks: maybe(fc.array(check, { maxLength: 1 })) })),
});

const specs: Record<ModelKindName, fc.Arbitrary<unknown>> = {
  AIModel: record({
    framework: fc.constant('onnx'),
    autoDeploy: maybe(
      record({
        enabled: fc.boolean(),
        trigger: maybe(fc.constantFrom('NewVersion', 'Alias')),
        alias: maybe(fc.constant('champion')),
      }),
    ),
    serving: maybe(
      record({
        runtime: maybe(fc.constant({ name: 'vllm' })),
        image: maybe(fc.constant('suoke/server:v1')),
        replicas: maybe(fc.constant(2)),
        autoscaling: maybe(
          record({
            min: fc.integer({ min: 0, max: 3 }),
            max: fc.integer({ min: 1, max: 3 }),
          }),
        ),
      }),
    ),
    traffic: maybe(fc.constant({ parentRefs: [{ name: 'gateway' }] })),
    delivery: maybe(delivery),
    validation: maybe(
      record({
        requiredMetrics: maybe(
          fc.array(
            record({
              name: fc.constant('accuracy'),
              minimum: maybe(fc.constant(0.5)),
              maximum: maybe(fc.constant(1)),
            }),
            { maxLength: 1 },
          ),
        ),
      }),
    ),
  }),
  ModelVersion: record({
    modelRef: fc.constant({ name: 'chat' }),
    version: fc.constant('1'),
    artifact: record({
      uri: fc.constantFrom('oci://registry/chat', 's3://bucket/chat'),
      digest: maybe(fc.constant(`sha256:${'a'.repeat(64)}`)),
    }),
    delivery: maybe(delivery),
  }),
  ModelRegistry: record({
    type: fc.constantFrom(
      'MLflow',
      'KubeflowHub',
      'HuggingFace',
      'OCI',
      'S3',
      'Folder',
    ),
    endpoint: maybe(
      fc.constantFrom('https://registry.example.com', 'http://localhost:5000'),
    ),
    auth: maybe(
      record({
        kind: fc.constantFrom('None', 'Basic', 'Bearer', 'OIDC'),
        secretRef: maybe(fc.constant({ name: 'credentials' })),
      }),
    ),
    tls: maybe(record({ insecureSkipVerify: maybe(fc.boolean()) })),
    storage: maybe(
      record({
        s3: maybe(fc.constant({ bucket: 'models' })),
        folder: maybe(fc.constant({ path: 'models' })),
      }),
    ),
  }),
};

describe('rules', () => {
  it.each(Object.keys(MODEL_KINDS) as ModelKindName[])(
    'say the same in CEL and in TypeScript for %s',
    kind => {
      const schema = specSchema(kind);
      fc.assert(
        fc.property(specs[kind], spec => {
          expect(sorted(zodMessages(kind, spec))).toEqual(
            sorted(brokenRules(schema, spec)),
          );
        }),
        { numRuns: 300 },
      );
    },
  );

  it('hold for every example', () => {
    for (const object of readExamples()) {
      expect(brokenRules(crdSchema(object.kind), object)).toEqual([]);
    }
  });

  it.each([
    [
      aiModel(),
      aiModel({ framework: 'pytorch' }),
      'framework is immutable; create a new model',
    ],
    [
      modelVersion(),
      modelVersion({ artifact: { uri: 's3://bucket/chat/2' } }),
      'modelRef, version and artifact are immutable; create a new version',
    ],
    [
      modelVersion(),
      modelVersion({ version: 'v2' }),
      'modelRef, version and artifact are immutable; create a new version',
    ],
    [
      modelRegistry(),
      modelRegistry({ type: 'OCI' }),
      'type is immutable; create a new registry',
    ],
  ])('refuse to change what identifies %j', (before, after, message) => {
    const schema = specSchema(after.kind as ModelKindName);
    expect(brokenRules(schema, after.spec, before.spec)).toEqual([message]);
    expect(brokenRules(schema, before.spec, before.spec)).toEqual([]);
  });

  it('let approvals, delivery and descriptions of a version change', () => {
    const after = modelVersion({
      description: 'now with words',
      approvals: [{ by: 'user:default/guest', at: '2026-01-01T00:00:00Z' }],
      delivery: { engine: 'KServe' },
    });
    expect(
      brokenRules(specSchema('ModelVersion'), after.spec, modelVersion().spec),
    ).toEqual([]);
  });

  it('refuse names that the catalog could not hold', () => {
    const long = { ...aiModel(), metadata: { name: 'a'.repeat(64) } };
    expect(brokenRules(crdSchema('AIModel'), long)).toEqual([
      expect.stringContaining('at most 63 characters'),
    ]);
  });
});
