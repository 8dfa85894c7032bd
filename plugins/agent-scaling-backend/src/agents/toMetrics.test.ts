import type { MetricSpec, MetricStatus } from '@suoke/autoscaling';
import {
  cpuMetric,
  cpuStatus,
  hpa,
  kedaHpa,
  scaledObject,
} from '../__fixtures__/builders';
import { toMetrics } from './toMetrics';

const queue = { kind: 'Service', name: 'queue', apiVersion: 'v1' };
const selector = { matchLabels: { topic: 'chat' } };

const CASES: [string, MetricSpec, MetricStatus | undefined, object][] = [
  [
    'cpu utilization',
    cpuMetric,
    cpuStatus,
    {
      id: 'Resource:cpu',
      unit: 'percent',
      per: 'pod',
      target: { type: 'Utilization', value: 70 },
      current: { value: 35 },
      currentAverage: { value: 0.35, quantity: '350m' },
      ratio: 0.5,
    },
  ],
  [
    'memory average',
    {
      type: 'Resource',
      resource: {
        name: 'memory',
        target: { type: 'AverageValue', averageValue: '2Gi' },
      },
    },
    {
      type: 'Resource',
      resource: { name: 'memory', current: { averageValue: '1Gi' } },
    },
    {
      id: 'Resource:memory',
      unit: 'bytes',
      per: 'pod',
      target: { type: 'AverageValue', value: 2147483648, quantity: '2Gi' },
      current: { value: 1073741824, quantity: '1Gi' },
      ratio: 0.5,
    },
  ],
  [
    'cpu of one container',
    {
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        container: 'agent',
        target: { type: 'AverageValue', averageValue: '500m' },
      },
    },
    {
      type: 'ContainerResource',
      containerResource: {
        name: 'cpu',
        container: 'agent',
        current: { averageValue: '250m' },
      },
    },
    {
      id: 'ContainerResource:cpu:agent',
      container: 'agent',
      unit: 'cores',
      current: { value: 0.25, quantity: '250m' },
    },
  ],
  [
    'custom metric of pods',
    {
      type: 'Pods',
      pods: {
        metric: { name: 'ai_inference_requests_per_second' },
        target: { type: 'AverageValue', averageValue: '30' },
      },
    },
    {
      type: 'Pods',
      pods: {
        metric: { name: 'ai_inference_requests_per_second' },
        current: { averageValue: '12500m' },
      },
    },
    {
      id: 'Pods:ai_inference_requests_per_second',
      unit: 'perSecond',
      per: 'pod',
      current: { value: 12.5, quantity: '12500m' },
    },
  ],
  [
    'value of an object',
    {
      type: 'Object',
      object: {
        describedObject: queue,
        metric: { name: 'queue_latency_seconds', selector },
        target: { type: 'Value', value: '2' },
      },
    },
    {
      type: 'Object',
      object: {
        describedObject: queue,
        metric: { name: 'queue_latency_seconds', selector },
        current: { value: '3' },
      },
    },
    {
      id: 'Object:queue_latency_seconds:Service/queue:topic=chat',
      describedObject: queue,
      selector: 'topic=chat',
      unit: 'seconds',
      per: 'total',
      target: { type: 'Value', value: 2, quantity: '2' },
      current: { value: 3, quantity: '3' },
      ratio: 1.5,
    },
  ],
  [
    'external metric with both targets, of which the average wins',
    {
      type: 'External',
      external: {
        metric: { name: 'jobs' },
        target: { type: 'AverageValue', value: '100', averageValue: '10' },
      },
    },
    {
      type: 'External',
      external: {
        metric: { name: 'jobs' },
        current: { value: '50', averageValue: '5' },
      },
    },
    {
      unit: 'none',
      per: 'pod',
      target: { type: 'AverageValue', value: 10, quantity: '10' },
      current: { value: 5, quantity: '5' },
    },
  ],
];

describe('toMetrics', () => {
  it.each(CASES)('shows %s', (_, spec, status, expected) => {
    const [metric] = toMetrics(
      hpa({ spec: { metrics: [spec] }, status: { currentMetrics: [status!] } }),
    );
    expect(metric).toMatchObject({ type: spec.type, ...expected });
  });

  it('has no current value, rather than zero, for a metric that could not be read', () => {
    const metrics = toMetrics(
      hpa({
        spec: { metrics: CASES.map(([, spec]) => spec) },
        // The controller writes an empty entry for a metric that it could not read.
        status: { currentMetrics: [{ type: '' }, { type: '' }, CASES[2][2]!] },
      }),
    );
    expect(metrics.map(metric => metric.current?.value)).toEqual([
      undefined,
      undefined,
      0.25,
      undefined,
      undefined,
      undefined,
    ]);
    expect(
      metrics.every(metric => metric.current || !('ratio' in metric)),
    ).toBe(true);
  });

  it('matches values by what they measure, in whatever order they come', () => {
    const metrics = toMetrics(
      hpa({
        spec: { metrics: [cpuMetric, CASES[1][1]] },
        status: { currentMetrics: [CASES[1][2]!, cpuStatus] },
      }),
    );
    expect(metrics.map(metric => metric.current?.value)).toEqual([
      35, 1073741824,
    ]);
  });

  it('gives equal metrics different ids and their own values', () => {
    const second = structuredClone(cpuStatus);
    second.resource!.current.averageUtilization = 36;
    const metrics = toMetrics(
      hpa({
        spec: { metrics: [cpuMetric, cpuMetric] },
        status: { currentMetrics: [cpuStatus, second] },
      }),
    );
    expect(metrics.map(({ id, current }) => [id, current?.value])).toEqual([
      ['Resource:cpu', 35],
      ['Resource:cpu#2', 36],
    ]);
  });

  it('names the KEDA trigger behind an external metric', () => {
    const owner = scaledObject();
    expect(toMetrics(kedaHpa(owner), owner)).toMatchObject([
      {
        name: 's0-prometheus',
        trigger: 'prometheus',
        current: { value: 12.5 },
      },
    ]);
  });

  it.each([
    { spec: { metrics: undefined } },
    { status: { currentMetrics: null } },
  ])('survives an HPA that nobody has looked at yet: %j', overrides => {
    expect(toMetrics(hpa(overrides)).every(one => !one.current)).toBe(true);
  });

  it('leaves out a metric type that it does not know', () => {
    const metrics = [{ type: 'Future' }, cpuMetric] as MetricSpec[];
    expect(toMetrics(hpa({ spec: { metrics } }))).toHaveLength(1);
  });
});
