import type { ReplicaSample } from '@suoke/plugin-agent-scaling-common';

/**
 * Joins neighbouring samples so that at most `maxPoints` are left. A joined sample is the last of its interval and remembers the lowest
 * and highest number of replicas in it, so that a short spike is still seen. Gaps stay gaps: an interval without samples has no point.
 *
 * @param samples - Oldest first.
 */
export function downsample(
  samples: readonly ReplicaSample[],
  options: { from: Date; to: Date; maxPoints: number },
): ReplicaSample[] {
  const { from, to, maxPoints } = options;
  if (samples.length <= maxPoints) {
    return [...samples];
  }
  const span = Math.max(1, to.getTime() - from.getTime());
  const buckets = new Map<number, ReplicaSample[]>();
  for (const sample of samples) {
    const share = (Date.parse(sample.at) - from.getTime()) / span;
    const bucket = Math.min(maxPoints - 1, Math.floor(share * maxPoints));
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), sample]);
  }
  return [...buckets.values()].map(join);
}

function join(samples: readonly ReplicaSample[]): ReplicaSample {
  const last = samples[samples.length - 1];
  if (samples.length === 1) {
    return last;
  }
  const sizes = samples.map(sample => sample.current);
  return {
    ...last,
    lowest: Math.min(...sizes),
    highest: Math.max(...sizes),
  };
}
