import { cpu, external, hpa } from '../__testUtils__/builders';
import type { HpaSpec, MetricSpec, ScalingRules } from '../types';
import { validateHpa } from './validateHpa';

const messages = (spec: Partial<HpaSpec>, options = {}) =>
  validateHpa(hpa({ spec }), options).map(({ message }) => message);
const metric = (spec: unknown) => messages({ metrics: [spec as MetricSpec] });

it('accepts a healthy HPA', () => {
  expect(validateHpa(hpa())).toEqual([]);
  expect(
    messages({ minReplicas: 0, metrics: [external({ value: '1' })] }),
  ).toEqual([]);
  expect(
    messages({
      behavior: {
        scaleUp: { tolerance: '0' },
        scaleDown: {
          policies: [{ type: 'Percent', value: 10, periodSeconds: 1800 }],
        },
      },
    }),
  ).toEqual([]);
});

it.each([
  [
    { minReplicas: 5, maxReplicas: 3 },
    'spec.maxReplicas: Invalid value: 3: must be greater than or equal to `minReplicas`',
  ],
  [
    { minReplicas: undefined, maxReplicas: 0 },
    'spec.maxReplicas: Invalid value: 0: must be greater than 0',
  ],
  [
    { minReplicas: -1 },
    'spec.minReplicas: Invalid value: -1: must be greater than or equal to 0',
  ],
  [
    { minReplicas: 1.5 },
    'spec.minReplicas: Invalid value: 1.5: must be an integer',
  ],
  [
    { maxReplicas: undefined },
    'spec.maxReplicas: Required value: must be set and greater than 0',
  ],
  [
    { minReplicas: 0 },
    'spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas',
  ],
  [{ scaleTargetRef: undefined }, 'spec.scaleTargetRef.kind: Required value'],
  [
    { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'a/b', name: 'x' } },
    'spec.scaleTargetRef.kind: Invalid value: "a/b": may not contain \'/\'',
  ],
  [
    {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: '..' },
    },
    'spec.scaleTargetRef.name: Invalid value: "..": may not be \'..\'',
  ],
  [
    { scaleTargetRef: { kind: 'Deployment', name: 'x' } },
    'spec.scaleTargetRef.apiVersion: Invalid value: "": apiVersion must specify API group',
  ],
  [
    { scaleTargetRef: { apiVersion: 'a/b/c', kind: 'Deployment', name: 'x' } },
    'spec.scaleTargetRef.apiVersion: Invalid value: "a/b/c": unexpected GroupVersion string: a/b/c',
  ],
] as [Partial<HpaSpec>, string][])('%j: %s', (spec, message) => {
  expect(messages(spec)).toContain(message);
});

it('wants a minimum of 1 where scale to zero is off', () => {
  expect(messages({ minReplicas: 0 }, { scaleToZero: false })).toContain(
    'spec.minReplicas: Invalid value: 0: must be greater than or equal to 1',
  );
});

it.each([
  [
    {},
    [
      'spec.metrics[0].type: Required value: must specify a metric source type',
      'spec.metrics[0].type: Unsupported value: "": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"',
    ],
  ],
  [
    { type: 'CheddarCheese' },
    [
      'spec.metrics[0].type: Unsupported value: "CheddarCheese": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"',
    ],
  ],
  [
    { type: 'Resource' },
    [
      'spec.metrics[0].resource: Required value: must populate information for the given metric source',
    ],
  ],
  [
    { ...cpu(50), external: external({ value: '1' }).external },
    [
      'spec.metrics[0].external: Forbidden: must populate the given metric source only',
    ],
  ],
  [
    { type: 'Resource', resource: { target: { type: 'Utilization' } } },
    [
      'spec.metrics[0].resource.name: Required value: must specify a resource name',
      'spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization',
    ],
  ],
  [
    {
      type: 'Resource',
      resource: {
        name: 'cpu',
        target: { type: 'Utilization', averageUtilization: 0 },
      },
    },
    [
      'spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0',
    ],
  ],
  [
    {
      type: 'Resource',
      resource: {
        name: 'cpu',
        target: {
          type: 'Utilization',
          averageUtilization: 5,
          averageValue: '1',
        },
      },
    },
    [
      'spec.metrics[0].resource.target.averageValue: Forbidden: may not set both a target raw value and a target utilization',
    ],
  ],
  [
    {
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        target: { type: 'AverageValue', averageValue: '-1' },
      },
    },
    [
      'spec.metrics[0].containerResource.container: Required value: must specify a container',
      'spec.metrics[0].containerResource.target.averageValue: Invalid value: "-1": must be positive',
    ],
  ],
  [
    {
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        container: 'Main',
        target: { type: 'AverageValue', averageValue: '1' },
      },
    },
    [expect.stringContaining('a lowercase RFC 1123 label must consist of')],
  ],
  [
    { type: 'Pods', pods: { metric: { name: '' }, target: { type: 'Rate' } } },
    [
      'spec.metrics[0].pods.metric.name: Required value: must specify a metric name',
      'spec.metrics[0].pods.target.type: Invalid value: "Rate": must be either Utilization, Value, or AverageValue',
      'spec.metrics[0].pods.target.averageValue: Required value: must specify a positive target averageValue',
    ],
  ],
  [
    { type: 'Pods', pods: {} },
    [
      'spec.metrics[0].pods.metric.name: Required value: must specify a metric name',
      'spec.metrics[0].pods.target.type: Required value: must specify a metric target type',
      'spec.metrics[0].pods.target.type: Invalid value: "": must be either Utilization, Value, or AverageValue',
      'spec.metrics[0].pods.target.averageValue: Required value: must specify a positive target averageValue',
    ],
  ],
  [
    {
      type: 'Object',
      object: {
        describedObject: { kind: 'Service', name: 'x' },
        metric: { name: 'a/b' },
        target: { type: 'Value' },
      },
    },
    [
      'spec.metrics[0].object.metric.name: Invalid value: "a/b": may not contain \'/\'',
      'spec.metrics[0].object.target.averageValue: Required value: must set either a target value or averageValue',
    ],
  ],
  [
    {
      type: 'External',
      external: { metric: { name: 'q' }, target: { type: 'Value' } },
    },
    [
      'spec.metrics[0].external.target.averageValue: Required value: must set either a target value for metric or a per-pod target',
    ],
  ],
  [
    {
      type: 'External',
      external: {
        metric: { name: 'q' },
        target: { type: 'Value', value: '1', averageValue: 'x' },
      },
    },
    [
      expect.stringContaining(
        'spec.metrics[0].external.target.averageValue: Invalid value: "x": quantities must match the regular expression',
      ),
      'spec.metrics[0].external.target.value: Forbidden: may not set both a target value for metric and a per-pod target',
    ],
  ],
])('metric %j', (spec, expected) => {
  expect(metric(spec)).toEqual(expected);
});

it.each([
  [
    { stabilizationWindowSeconds: -1 },
    'stabilizationWindowSeconds: Invalid value: -1: must be greater than or equal to zero',
  ],
  [
    { stabilizationWindowSeconds: 3601 },
    'stabilizationWindowSeconds: Invalid value: 3601: must be less than or equal to 3600',
  ],
  [
    { stabilizationWindowSeconds: 0.5 },
    'stabilizationWindowSeconds: Invalid value: 0.5: must be an integer',
  ],
  [
    { selectPolicy: 'Best' },
    'selectPolicy: Unsupported value: "Best": supported values: "Disabled", "Max", "Min"',
  ],
  [
    { policies: [] },
    'policies: Required value: must specify at least one Policy',
  ],
  [
    { policies: [{ type: 'Nodes', value: 1, periodSeconds: 1 }] },
    'policies[0].type: Unsupported value: "Nodes": supported values: "Percent", "Pods"',
  ],
  [
    { policies: [{ type: 'Pods', value: 0, periodSeconds: 1 }] },
    'policies[0].value: Invalid value: 0: must be greater than zero',
  ],
  [
    { policies: [{ type: 'Pods', value: NaN, periodSeconds: 1 }] },
    'policies[0].value: Invalid value: NaN: must be an integer',
  ],
  [
    { policies: [{ type: 'Pods', value: 1, periodSeconds: 0 }] },
    'policies[0].periodSeconds: Invalid value: 0: must be greater than zero',
  ],
  [
    { policies: [{ type: 'Pods', value: 1, periodSeconds: 1801 }] },
    'policies[0].periodSeconds: Invalid value: 1801: must be less than or equal to 1800',
  ],
  [
    { policies: [{ type: 'Pods', value: 1 }] },
    'policies[0].periodSeconds: Invalid value: null: must be an integer',
  ],
  [
    { tolerance: '-0.1' },
    'tolerance: Invalid value: "-0.1": must be greater than or equal to 0',
  ],
])('behavior %j', (rules, message) => {
  expect(
    messages({
      behavior: { scaleDown: rules as ScalingRules },
    }),
  ).toEqual([`spec.behavior.scaleDown.${message}`]);
});

it('wants a name and a spec', () => {
  expect(
    validateHpa({ metadata: { name: '' } } as never).map(({ field }) => field),
  ).toEqual(['metadata.name', 'spec']);
});
