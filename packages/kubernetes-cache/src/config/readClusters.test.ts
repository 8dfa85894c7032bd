import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { readClusters } from './readClusters';

/** A cluster that can be watched. */
function cluster(overrides: Record<string, JsonValue | undefined> = {}) {
  return {
    name: 'prod',
    url: 'https://10.0.0.1:6443',
    authProvider: 'serviceAccount',
    serviceAccountToken: 'top-secret',
    ...overrides,
  };
}

const pem = '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n';

function read(
  clusterLocatorMethods: JsonValue | undefined,
  options: { inPod?: boolean; variables?: Record<string, string> } = {},
) {
  const logger = mockServices.logger.mock();
  const clusters = readClusters(
    new ConfigReader(
      JSON.parse(JSON.stringify({ kubernetes: { clusterLocatorMethods } })),
    ),
    {
      logger,
      environment: {
        variables: options.variables ?? {},
        fileExists: () => options.inPod ?? false,
      },
    },
  );
  return { clusters, warnings: logger.warn.mock.calls.map(([text]) => text) };
}

function readOne(
  overrides: Record<string, JsonValue | undefined>,
  options?: Parameters<typeof read>[1],
) {
  return read(
    [{ type: 'config', clusters: [cluster(overrides) as JsonValue] }],
    options,
  );
}

describe('readClusters', () => {
  it('reads the local cluster of the embedded default', () => {
    const { clusters, warnings } = readOne({
      name: 'local',
      url: 'http://127.0.0.1:16443',
      serviceAccountToken: 'local',
    });

    expect(clusters).toMatchObject([
      {
        name: 'local',
        url: 'http://127.0.0.1:16443',
        credential: { type: 'token', token: 'local' },
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('reads titles, certificate authorities and TLS switches', () => {
    expect(
      readOne({
        title: 'Production',
        caData: Buffer.from(pem).toString('base64'),
        caFile: '/etc/ca.pem',
        skipTLSVerify: true,
      }).clusters,
    ).toMatchObject([
      {
        title: 'Production',
        ca: pem,
        caFile: '/etc/ca.pem',
        skipTLSVerify: true,
      },
    ]);
  });

  it('reads the auth provider and the token from authMetadata, as the Kubernetes plugin does', () => {
    expect(
      readOne({
        authProvider: undefined,
        serviceAccountToken: undefined,
        authMetadata: {
          'kubernetes.io/auth-provider': 'serviceAccount',
          serviceAccountToken: 'from-metadata',
        },
      }).clusters,
    ).toMatchObject([
      { credential: { type: 'token', token: 'from-metadata' } },
    ]);
  });

  it('is the cluster of the pod when there is no token', () => {
    expect(
      readOne(
        { serviceAccountToken: undefined, url: 'https://ignored:1' },
        {
          inPod: true,
          variables: {
            KUBERNETES_SERVICE_HOST: 'fd00::1',
            KUBERNETES_SERVICE_PORT: '6443',
          },
        },
      ).clusters,
    ).toMatchObject([
      {
        name: 'prod',
        url: 'https://[fd00::1]:6443',
        caFile: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
        credential: {
          type: 'tokenFile',
          path: '/var/run/secrets/kubernetes.io/serviceaccount/token',
        },
      },
    ]);
    expect(
      readOne({ serviceAccountToken: '' }, { inPod: true }).clusters[0].url,
    ).toBe('https://kubernetes.default.svc:443');
  });

  it('reads a kubectl proxy, as a method and as a cluster', () => {
    expect(
      read([
        { type: 'localKubectlProxy' },
        {
          type: 'config',
          clusters: [
            cluster({
              authProvider: 'localKubectlProxy',
              url: 'http://localhost:9',
            }),
          ],
        },
      ]).clusters,
    ).toMatchObject([
      {
        name: 'local',
        url: 'http://localhost:8001',
        credential: { type: 'anonymous' },
      },
      {
        name: 'prod',
        url: 'http://localhost:9',
        credential: { type: 'anonymous' },
      },
    ]);
  });

  it.each([
    ['catalog', 'kubernetes.clusterLocatorMethods[0]'],
    ['gke', 'kubernetes.clusterLocatorMethods[0]'],
  ])('says that clusters of type %s are left out', (type, path) => {
    const { clusters, warnings } = read([
      { type },
      { type: 'config', clusters: [cluster()] },
    ]);

    expect(clusters).toHaveLength(1);
    expect(warnings).toEqual([
      expect.stringContaining(`${path}: clusters of type '${type}'`),
    ]);
  });

  it.each(['google', 'aws', 'oidc', 'aks', 'azure', 'googleServiceAccount'])(
    'says that a cluster behind %s is left out',
    authProvider => {
      const { clusters, warnings } = readOne({ authProvider });

      expect(clusters).toEqual([]);
      expect(warnings).toEqual([
        expect.stringContaining(
          `kubernetes.clusterLocatorMethods[0].clusters[0].authProvider: cluster 'prod' is left out`,
        ),
      ]);
    },
  );

  it.each([undefined, []])(
    'has no clusters without configuration: %j',
    methods => {
      expect(read(methods)).toEqual({ clusters: [], warnings: [] });
    },
  );

  const first = 'kubernetes.clusterLocatorMethods[0].clusters[0]';
  it.each([
    ['url', { url: undefined }, `${first}.url`, 'is missing'],
    ['url', { url: '' }, `${first}.url`, 'is missing'],
    ['url', { url: 17 }, `${first}.url`, 'must be a text'],
    [
      'url',
      { url: '10.0.0.1:6443' },
      `${first}.url`,
      'write https://host:port',
    ],
    ['url', { url: 'ftp://host' }, `${first}.url`, 'write https://host:port'],
    [
      'url',
      { url: 'https://u:p@host' },
      `${first}.url`,
      'use serviceAccountToken',
    ],
    ['name', { name: undefined }, `${first}.name`, 'give the cluster a name'],
    [
      'authProvider',
      { authProvider: undefined },
      `${first}.authProvider`,
      "use 'serviceAccount'",
    ],
    [
      'token',
      { serviceAccountToken: undefined },
      `${first}.serviceAccountToken`,
      'give a token',
    ],
    ['caData', { caData: 'bm8=' }, `${first}.caData`, 'encoded in base64'],
    ['caFile', { caFile: 1 }, `${first}.caFile`, 'must be a text'],
  ])('refuses a bad %s: %j', (_, overrides, path, remedy) => {
    expect(() => readOne(overrides)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        path,
        message: expect.stringContaining(remedy),
      }),
    );
    expect(() => readOne(overrides)).not.toThrow('top-secret');
  });

  it('names the place of the second bad cluster', () => {
    expect(() =>
      read([
        { type: 'localKubectlProxy' },
        {
          type: 'config',
          clusters: [cluster(), cluster({ url: undefined }) as JsonValue],
        },
      ]),
    ).toThrow(
      'kubernetes.clusterLocatorMethods[1].clusters[1].url: is missing',
    );
  });

  it.each([
    [
      'an unknown type',
      [{ type: 'consul' }],
      "[0].type: 'consul' is not known",
    ],
    ['no type', [{}], '[0].type: is missing'],
    ['no clusters', [{ type: 'config' }], '[0].clusters: is missing'],
    [
      'one name twice',
      [{ type: 'config', clusters: [cluster(), cluster()] }],
      ": two clusters are named 'prod'",
    ],
  ])('refuses %s', (_, methods, message) => {
    expect(() => read(methods)).toThrow(
      `kubernetes.clusterLocatorMethods${message}`,
    );
  });
});
