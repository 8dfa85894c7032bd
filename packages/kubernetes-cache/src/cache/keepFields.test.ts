import { keepFields } from './keepFields';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'xiaoai', labels: { a: 'b' }, annotations: {} },
  spec: {
    replicas: 0,
    template: {
      spec: {
        nodeName: null,
        containers: [
          { name: 'agent', image: 'x', resources: { limits: { cpu: '1' } } },
          { name: 'sidecar', image: 'y' },
        ],
      },
    },
  },
  status: { replicas: 1 },
};

describe('keepFields', () => {
  it.each([
    [[], { apiVersion: 'apps/v1', kind: 'Deployment' }],
    [['status', 'status.replicas'], { status: { replicas: 1 } }],
    [['status.replicas', 'status'], { status: { replicas: 1 } }],
    [
      ['spec.replicas', 'metadata.labels'],
      { spec: { replicas: 0 }, metadata: { labels: { a: 'b' } } },
    ],
    [['spec.unknown.field'], { spec: {} }],
    [
      ['spec.template.spec.nodeName.deeper'],
      { spec: { template: { spec: { nodeName: null } } } },
    ],
    [
      [
        'spec.template.spec.containers.name',
        'spec.template.spec.containers.resources',
      ],
      {
        spec: {
          template: {
            spec: {
              containers: [
                { name: 'agent', resources: { limits: { cpu: '1' } } },
                { name: 'sidecar' },
              ],
            },
          },
        },
      },
    ],
  ])('keeps %j', (paths, expected) => {
    expect(keepFields(...paths)(deployment)).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      ...expected,
    });
  });
});
