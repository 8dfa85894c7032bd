import { decodeProtobuf } from './decodeProtobuf';

/** What kubectl 1.32 sends for `create quota q --hard=cpu=1,pods=0`. */
const quota =
  'azhzAAoTCgJ2MRINUmVzb3VyY2VRdW90YRIwChEKAXESABoAIgAqADIAOABCABIZCgoKA2NwdRIDCgExCgsKBHBvZHMSAwoBMBoAGgAiAA==';

/** ... and for `create deployment chat --image=suoke/chat:v1 --replicas=0 --port=8080`. */
const deployment =
  'azhzAAoVCgdhcHBzL3YxEgpEZXBsb3ltZW50EsQBCiEKBGNoYXQSABoAIgAqADIAOABCAFoLCgNhcHASBGNoYXQSkAEIABINCgsKA2FwcBIEY2hhdBp1Ch0KABIAGgAiACoAMgA4AEIAWgsKA2FwcBIEY2hhdBJUEjYKBGNoYXQSDXN1b2tlL2NoYXQ6djEqADILCgAQABiQPyIAKgBCAGoAcgCAAQCIAQCQAQCiAQAaADIAQgBKAFIAWABgAGgAggEAigEAmgEAwgEAIgIKACgAOAAaDAgAEAAYACAAKAA4ABoAIgA=';

const bytes = (base64: string) => Buffer.from(base64, 'base64');

describe('decodeProtobuf', () => {
  it('reads quantities in maps', () => {
    expect(decodeProtobuf(bytes(quota))).toMatchObject({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'q' },
      spec: { hard: { cpu: '1', pods: '0' } },
    });
  });

  it('keeps a zero that is a wish, and drops those that Go writes for nothing', () => {
    const decoded = decodeProtobuf(bytes(deployment)) as any;
    expect(decoded).toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'chat', labels: { app: 'chat' } },
    });
    expect(decoded.spec).toMatchObject({
      replicas: 0,
      selector: { matchLabels: { app: 'chat' } },
    });
    expect(decoded.spec).not.toHaveProperty('minReadySeconds');
    expect(decoded.spec.template.spec.containers).toEqual([
      {
        name: 'chat',
        image: 'suoke/chat:v1',
        ports: [{ containerPort: 8080 }],
        resources: {},
      },
    ]);
    expect(decoded.metadata).not.toHaveProperty('creationTimestamp');
  });

  it.each([
    ['another format', Buffer.from('{"kind":"Pod"}'), 'expected prefix'],
    [
      'bytes that end too early',
      bytes(quota).subarray(0, 60),
      'unable to decode protobuf: unexpected EOF',
    ],
    [
      'a kind without known messages',
      Buffer.concat([
        Buffer.from('k8s\0'),
        Buffer.from([0x0a, 0x0a, 0x0a, 0x02, 0x76, 0x31, 0x12, 0x04]),
        Buffer.from('Nope'),
      ]),
      'no protobuf messages are known for Nope',
    ],
  ])('refuses %s', (_, body, problem) => {
    expect(() => decodeProtobuf(body)).toThrow(problem);
  });
});
