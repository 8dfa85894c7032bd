import { replicasFor } from '../replicas';
import type { LoadSeries } from '../types';
import { hourOfCycle } from './cycle';
import type { ScheduleOptions, ScheduleTest } from './types';

const MINUTE_MS = 60_000;
/** What an HPA sees is about that old: scrape, adapter, sync period. */
const LAG_MINUTES = 1;
/** Default downscale stabilization. */
const STABILIZATION_MINUTES = 5;
const TOLERANCE = 1.1;

/** Load at every minute: between two samples on a line, NaN where they are further apart than three steps. */
export function loadByMinute(
  { at, values }: LoadSeries,
  range: { from: number; to: number; maxGap: number },
): Float64Array {
  const minutes = Math.floor((range.to - range.from) / MINUTE_MS);
  const result = new Float64Array(minutes).fill(NaN);
  const known: number[] = [];
  for (let index = 0; index < at.length; index += 1)
    if (!Number.isNaN(values[index])) known.push(index);
  let next = 0;
  for (let minute = 0; minute < minutes; minute += 1) {
    const instant = range.from + minute * MINUTE_MS;
    while (next < known.length && at[known[next]] < instant) next += 1;
    if (next === known.length) break;
    const after = known[next];
    const before = next > 0 ? known[next - 1] : after;
    if (at[after] === instant) result[minute] = values[after];
    else if (next > 0 && at[after] - at[before] <= range.maxGap) {
      const share = (instant - at[before]) / (at[after] - at[before]);
      result[minute] =
        values[before] + share * (values[after] - values[before]);
    }
  }
  return result;
}

function extreme(
  values: Float64Array,
  from: number,
  to: number,
  pick: (a: number, b: number) => number,
): number {
  let result = values[to];
  for (let index = Math.max(0, from); index < to; index += 1)
    result = pick(result, values[index]);
  return result;
}

/** Replica-hours and under-provisioned minutes of an HPA with that `minReplicas` at every minute. */
function run(
  loads: Float64Array,
  floorAt: (minute: number) => number,
  options: ScheduleOptions,
): { replicaHours: number; underProvisioned: number } {
  let seen = 0;
  const desired = loads.map((_, minute) => {
    const load = loads[minute - LAG_MINUTES];
    // Without a metric the HPA stays where it is.
    if (load !== undefined && !Number.isNaN(load)) seen = load;
    return Math.min(
      options.maxReplicas,
      Math.max(replicasFor(seen, options), floorAt(minute)),
    );
  });
  const requested = desired.map((_, minute) =>
    extreme(desired, minute - STABILIZATION_MINUTES, minute, Math.max),
  );
  const startUp = Math.ceil((options.startUpSeconds ?? 0) / 60);
  let replicaMinutes = 0;
  let underProvisioned = 0;
  for (let minute = 0; minute < loads.length; minute += 1) {
    if (Number.isNaN(loads[minute])) continue;
    replicaMinutes += requested[minute];
    // Ready are those that were asked for all the time since.
    const ready = extreme(requested, minute - startUp, minute, Math.min);
    if (loads[minute] > ready * options.targetPerPod * TOLERANCE)
      underProvisioned += 1;
  }
  return { replicaHours: replicaMinutes / 60, underProvisioned };
}

/** Compares an HPA with and without the schedule over samples that the schedule was not made from. */
export function testSchedule(
  series: LoadSeries,
  cycle: readonly number[],
  range: { from: number; to: number; step: number; leadMinutes: number },
  options: ScheduleOptions,
): ScheduleTest {
  const { from, to, step, leadMinutes } = range;
  const loads = loadByMinute(series, { from, to, maxGap: 3 * step });
  const base = options.minReplicas ?? 1;
  const at = (minute: number) =>
    cycle[
      hourOfCycle(from + minute * MINUTE_MS, cycle.length, options.utcOffsets)
    ];
  const without = run(loads, () => base, options);
  const scheduled = run(
    loads,
    minute => Math.max(at(minute), at(minute + leadMinutes)),
    options,
  );
  return {
    from,
    to,
    minutes: loads.filter(load => !Number.isNaN(load)).length,
    replicaHours: {
      without: without.replicaHours,
      with: scheduled.replicaHours,
      added: scheduled.replicaHours - without.replicaHours,
    },
    underProvisionedMinutes: {
      without: without.underProvisioned,
      with: scheduled.underProvisioned,
      avoided: without.underProvisioned - scheduled.underProvisioned,
    },
  };
}
