import fc from 'fast-check';
import {
  costOf,
  idleCostOf,
  nodePriceOf,
  replicaHours,
  scalingSaving,
} from './cost';
import type { PriceBook } from './types';

const gpuNode = {
  matchLabels: { 'node.kubernetes.io/instance-type': 'gpu' },
  cpuCoreHour: 0.2,
  memoryGibibyteHour: 0.02,
  gpuHour: 8,
};
const anyNode = { cpuCoreHour: 0.1, memoryGibibyteHour: 0.01 };
const book: PriceBook = { currency: 'CNY', nodes: [gpuNode, anyNode] };
const GI = 1024 ** 3;
const HOUR_MS = 3_600_000;

it('finds the price by labels, the first match first', () => {
  expect(
    nodePriceOf(book, { 'node.kubernetes.io/instance-type': 'gpu', zone: 'a' }),
  ).toBe(gpuNode);
  expect(nodePriceOf(book, {})).toBe(anyNode);
  expect(nodePriceOf({ ...book, nodes: [gpuNode] }, {})).toBeUndefined();
});

it('adds up cores, memory and cards', () => {
  expect(
    costOf({ cpuCores: 2, memoryBytes: 8 * GI, gpus: 0.5 }, gpuNode, 10),
  ).toEqual({
    cpu: 4,
    memory: 1.6,
    gpu: 40,
    total: 45.6,
  });
  expect(
    costOf({ cpuCores: 2, memoryBytes: 8 * GI, gpus: 1 }, anyNode, 10).gpu,
  ).toBe(0);
});

it('does not let one resource pay for another', () => {
  const requested = { cpuCores: 4, memoryBytes: 8 * GI };
  expect(
    idleCostOf(requested, { cpuCores: 1, memoryBytes: 16 * GI }, anyNode, 10),
  ).toMatchObject({
    cpu: expect.closeTo(3, 9),
    memory: 0,
  });
});

it('compares with a fixed maximum', () => {
  const periods = [
    { replicas: 2, from: 0, to: 18 * HOUR_MS },
    { replicas: 10, from: 18 * HOUR_MS, to: 24 * HOUR_MS },
  ];
  expect(replicaHours(periods)).toBe(96);
  const saving = scalingSaving(
    periods,
    10,
    { cpuCores: 1, memoryBytes: 0 },
    anyNode,
  );
  expect(saving).toMatchObject({
    replicaHours: 96,
    savedShare: expect.closeTo(0.6, 9),
  });
  expect(saving.saved).toBeCloseTo(14.4, 9);
  expect(
    scalingSaving([], 10, { cpuCores: 1, memoryBytes: 0 }, anyNode).savedShare,
  ).toBe(0);
});

it('never saves less than nothing while the maximum holds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 20 }),
      counts => {
        const periods = counts.map((replicas, index) => ({
          replicas,
          from: index * HOUR_MS,
          to: (index + 1) * HOUR_MS,
        }));
        const { saved } = scalingSaving(
          periods,
          10,
          { cpuCores: 1, memoryBytes: GI },
          anyNode,
        );
        expect(saved).toBeGreaterThanOrEqual(-1e-9);
      },
    ),
  );
});

it.each([
  [() => costOf({ cpuCores: -1, memoryBytes: 0 }, anyNode, 1), 'cpuCores'],
  [() => costOf({ cpuCores: 1, memoryBytes: NaN }, anyNode, 1), 'memoryBytes'],
  [
    () =>
      costOf(
        { cpuCores: 1, memoryBytes: 0 },
        { ...anyNode, cpuCoreHour: Infinity },
        1,
      ),
    'price.cpuCoreHour',
  ],
  [
    () => replicaHours([{ replicas: 1, from: 2, to: 1 }]),
    'periods[0].to - from',
  ],
  [
    () => scalingSaving([], NaN, { cpuCores: 1, memoryBytes: 0 }, anyNode),
    'maxReplicas',
  ],
])('names the field that cannot be computed with (%#)', (compute, field) => {
  expect(compute).toThrow(
    expect.objectContaining({ name: 'AutoscalingInputError', field }),
  );
});
