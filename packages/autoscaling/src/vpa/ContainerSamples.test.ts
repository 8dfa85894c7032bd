import { ContainerSamples } from './ContainerSamples';
import { ContainerUsage } from './ContainerUsage';

const START = Date.UTC(2017, 3, 18, 17, 35, 5);
const DAY_MS = 24 * 3_600_000;
const MB = 1024 * 1024;

function container() {
  const usage = new ContainerUsage();
  return { usage, samples: new ContainerSamples(usage) };
}

/** Peaks in MiB, to within half a bucket (2.5 %). */
function peaksOf(usage: ContainerUsage): number[] {
  return usage.memoryPeaks
    .distribution()
    .map(({ start, end }) => Math.round((start + end) / 2 / MB));
}

it('takes cpu samples in order only (TestAggregateContainerUsageSamples)', () => {
  const { usage, samples } = container();
  expect(samples.addCpuSample(3.14, START)).toBe(true);
  expect(samples.addCpuSample(6.28, START + 60_000)).toBe(true);
  expect(samples.addCpuSample(1, START + 60_000)).toBe(false);
  expect(samples.addCpuSample(-1, START + 120_000)).toBe(false);
  expect(samples.addCpuSample(NaN, START + 120_000)).toBe(false);
  expect(usage.totalSamplesCount).toBe(2);
  expect([usage.firstSampleStart, usage.lastSampleStart]).toEqual([
    START,
    START + 60_000,
  ]);
});

it('keeps one memory peak per day', () => {
  const { usage, samples } = container();
  samples.addMemorySample(500 * MB, START);
  samples.addMemorySample(400 * MB, START + 3_600_000);
  expect(peaksOf(usage)).toHaveLength(1);
  samples.addMemorySample(1000 * MB, START + DAY_MS / 2);
  // The higher peak has replaced the lower one.
  expect(peaksOf(usage)).toEqual([expect.closeTo(1000, -2)]);
  samples.addMemorySample(200 * MB, START + DAY_MS);
  expect(peaksOf(usage)).toHaveLength(2);
  expect(samples.addMemorySample(1, START)).toBe(false);
  expect(samples.addMemorySample(-1, START + 2 * DAY_MS)).toBe(false);
});

describe('OOM kills', () => {
  const percentile = (usage: ContainerUsage) =>
    usage.memoryPeaks.percentile(1) / MB;
  const reference = (megabytes: number) => {
    const { usage, samples } = container();
    samples.addMemorySample(megabytes * MB, START);
    return percentile(usage);
  };

  it.each([
    ['by the ratio (TestRecordOOMIncreasedByBumpUp)', 1000, undefined, 1200],
    ['by the minimum (TestRecordOOMIncreasedByMin)', 1, undefined, 101],
    [
      'from the peak in use (TestRecordOOMMaxedWithKnownSample)',
      1000,
      3000,
      3600,
    ],
  ])('count %s', (_, request, used, expected) => {
    const { usage, samples } = container();
    if (used) samples.addMemorySample(used * MB, START);
    expect(samples.recordOom(request * MB, START)).toBe(true);
    expect(percentile(usage)).toBe(reference(expected));
  });

  it('do not run away (TestRecordOOMDontRunAway)', () => {
    const { usage, samples } = container();
    samples.recordOom(1000 * MB, START);
    samples.recordOom(999 * MB, START);
    expect(percentile(usage)).toBe(reference(1200));
    samples.recordOom(2000 * MB, START);
    expect(percentile(usage)).toBe(reference(2400));
  });

  it('are ignored when they are old (TestRecordOOMDiscardsOldSample)', () => {
    const { usage, samples } = container();
    samples.addMemorySample(1000 * MB, START);
    expect(samples.recordOom(1000 * MB, START - 30 * 3_600_000)).toBe(false);
    expect(percentile(usage)).toBe(reference(1000));
  });

  it('open a new interval (TestRecordOOMInNewWindow)', () => {
    const { usage, samples } = container();
    samples.addMemorySample(2000 * MB, START);
    expect(samples.recordOom(1000 * MB, START + 2 * DAY_MS)).toBe(true);
    expect(percentile(usage)).toBe(reference(2400));
    expect(usage.memoryPeaks.distribution()).toHaveLength(2);
  });

  it('take other flags', () => {
    const { usage, samples } = container();
    samples.recordOom(1000 * MB, START, { bumpUpRatio: 2, minBumpUpBytes: 0 });
    expect(percentile(usage)).toBe(reference(2000));
  });
});

describe('usage', () => {
  it('weighs by the request where older recommenders did', () => {
    const usage = new ContainerUsage({ cpuSampleWeight: 'request' });
    usage.addCpuSample(1, START, 9);
    usage.addCpuSample(5, START, 0);
    expect(usage.cpu.percentile(0.9)).toBeLessThan(2);
    const constant = new ContainerUsage();
    constant.addCpuSample(1, START, 9);
    constant.addCpuSample(5, START, 0);
    expect(constant.cpu.percentile(0.9)).toBeGreaterThan(5);
  });

  it('is saved and read back', () => {
    const { usage, samples } = container();
    samples.addCpuSample(1, START);
    samples.addCpuSample(2, START + 60_000);
    samples.addMemorySample(500 * MB, START);
    const loaded = ContainerUsage.fromCheckpoint(usage.toCheckpoint());
    expect(loaded.toCheckpoint()).toEqual(usage.toCheckpoint());
    expect(loaded.cpu.percentile(0.9)).toBe(usage.cpu.percentile(0.9));
    expect(loaded.isExpired(START + 7 * DAY_MS)).toBe(false);
    expect(loaded.isExpired(START + 9 * DAY_MS)).toBe(true);
  });

  it('merges pods of one container', () => {
    const [a, b] = [container(), container()];
    a.samples.addCpuSample(1, START);
    b.samples.addCpuSample(3, START - 60_000);
    b.samples.addCpuSample(3, START + 60_000);
    a.usage.merge(b.usage);
    expect(a.usage.totalSamplesCount).toBe(3);
    expect([a.usage.firstSampleStart, a.usage.lastSampleStart]).toEqual([
      START - 60_000,
      START + 60_000,
    ]);
    a.usage.merge(new ContainerUsage());
    expect(a.usage.firstSampleStart).toBe(START - 60_000);
  });

  it.each([
    [{ version: 'v9' }, 'checkpoint.version'],
    [{ firstSampleStart: 'soon' }, 'checkpoint.firstSampleStart'],
  ])('refuses %j', (status, field) => {
    expect(() => ContainerUsage.fromCheckpoint(status)).toThrow(
      expect.objectContaining({ field }),
    );
  });
});
