import {
  assertReplicaOptions,
  unlimitedReplicas,
  type ReplicaOptions,
} from './replicas';
import type { ForecastPoint, LoadForecast } from './types';

export interface TimeToMaxReplicas {
  /**
   * - `expected`: the expected load needs `maxReplicas` within the horizon
   * - `possible`: only the upper end of the 80 % interval does
   * - `notWithinHorizon`: not even that
   */
  kind: 'expected' | 'possible' | 'notWithinHorizon';
  /** End of what was looked at. */
  horizonEnd: number;
  /** When the expected load needs `maxReplicas`; `now` for a bucket that has begun. */
  at?: number;
  /** When the upper end of the 80 % interval does. */
  earliest?: number;
  /** When the lower end does; absent where that is not within the horizon. */
  latest?: number;
  /** When the expected load needs more than `maxReplicas`: from then on pods are above their target. */
  exceededAt?: number;
}

/**
 * When a forecast load needs the last replica that an autoscaler may add.
 *
 * @throws AutoscalingInputError
 */
export function timeToMaxReplicas(
  forecast: LoadForecast,
  options: ReplicaOptions,
): TimeToMaxReplicas {
  assertReplicaOptions(options);
  const { points, now, step } = forecast;
  const { targetPerPod, maxReplicas } = options;
  const firstAt = (
    end: Exclude<keyof ForecastPoint, 'at'>,
    replicas: number,
  ): number | undefined => {
    const point = points.find(
      candidate => unlimitedReplicas(candidate[end], targetPerPod) >= replicas,
    );
    return point && Math.max(now, point.at);
  };
  const at = firstAt('mean', maxReplicas);
  const earliest = firstAt('upper80', maxReplicas);
  const latest = firstAt('lower80', maxReplicas);
  const exceededAt = firstAt('mean', maxReplicas + 1);
  let kind: TimeToMaxReplicas['kind'] = 'notWithinHorizon';
  if (at !== undefined) kind = 'expected';
  else if (earliest !== undefined) kind = 'possible';
  return {
    kind,
    horizonEnd: points[points.length - 1].at + step,
    ...(at === undefined ? {} : { at }),
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
    ...(exceededAt === undefined ? {} : { exceededAt }),
  };
}
