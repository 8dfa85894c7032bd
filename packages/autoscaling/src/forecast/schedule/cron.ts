import { DAY_HOURS } from './cycle';
import type { KedaCronTrigger, SchedulePeriod, ScheduleStep } from './types';

const HOUR_MINUTES = 60;
const DAY_MINUTES = DAY_HOURS * HOUR_MINUTES;

/** Periods of a cycle, beginning where the number changes; one that goes around the end of the cycle stays whole. */
export function periodsOf(replicas: readonly number[]): SchedulePeriod[] {
  const hours = replicas.length;
  const starts = replicas.flatMap((value, hour) =>
    value === replicas[(hour + hours - 1) % hours] ? [] : [hour],
  );
  if (starts.length === 0)
    return [{ fromHour: 0, toHour: hours, minReplicas: replicas[0] }];
  return starts.map((fromHour, index) => ({
    fromHour,
    toHour: starts[index + 1] ?? starts[0] + hours,
    minReplicas: replicas[fromHour],
  }));
}

/** Days of the week as cron writes them: `1-5`, `0,6`, `*`. */
function daysField(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  if (sorted.length === 7) return '*';
  const ranges: [number, number][] = [];
  for (const day of sorted) {
    const last = ranges[ranges.length - 1];
    if (last && last[1] === day - 1) last[1] = day;
    else ranges.push([day, day]);
  }
  return ranges
    .map(([from, to]) => {
      if (from === to) return `${from}`;
      return to === from + 1 ? `${from},${to}` : `${from}-${to}`;
    })
    .join(',');
}

/** Cron expression for the same minute of several days, given as minutes of the cycle. */
function cronAt(minutes: readonly number[], cycleMinutes: number): string {
  const inCycle = minutes.map(
    minute => ((minute % cycleMinutes) + cycleMinutes) % cycleMinutes,
  );
  const ofDay = inCycle[0] % DAY_MINUTES;
  const days =
    cycleMinutes === DAY_MINUTES
      ? '*'
      : daysField(inCycle.map(minute => Math.floor(minute / DAY_MINUTES)));
  return `${ofDay % HOUR_MINUTES} ${Math.floor(
    ofDay / HOUR_MINUTES,
  )} * * ${days}`;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

/**
 * Cron triggers for the periods above the base. Each begins early enough for its pods to be Ready, which is no gap: of overlapping
 * triggers the largest counts.
 *
 * @param leadMinutes - less than an hour, so that two windows of one trigger never overlap
 */
export function kedaTriggers(
  periods: readonly SchedulePeriod[],
  options: {
    cycleHours: number;
    baseReplicas: number;
    leadMinutes: number;
    timeZone: string;
  },
): KedaCronTrigger[] {
  const { cycleHours, baseReplicas, leadMinutes, timeZone } = options;
  const cycleMinutes = cycleHours * HOUR_MINUTES;
  const raised = periods.filter(period => period.minReplicas > baseReplicas);
  // The windows of one trigger must not touch each other: KEDA compares its next start with its next end.
  const groups = groupBy(raised, ({ fromHour, toHour, minReplicas }) => {
    const hours = toHour - fromHour;
    return hours < DAY_HOURS
      ? `${fromHour % DAY_HOURS}/${hours}/${minReplicas}`
      : `${fromHour}/${hours}/${minReplicas}`;
  });
  return groups.map(group => ({
    type: 'cron',
    metadata: {
      timezone: timeZone,
      start: cronAt(
        group.map(({ fromHour }) => fromHour * HOUR_MINUTES - leadMinutes),
        cycleMinutes,
      ),
      end: cronAt(
        group.map(({ toHour }) => toHour * HOUR_MINUTES),
        cycleMinutes,
      ),
      desiredReplicas: String(group[0].minReplicas),
    },
  }));
}

/** The same as changes of `minReplicas`: up early, down on time. */
export function scheduleSteps(
  periods: readonly SchedulePeriod[],
  options: { cycleHours: number; leadMinutes: number; timeZone: string },
): ScheduleStep[] {
  if (periods.length < 2) return [];
  const { cycleHours, leadMinutes, timeZone } = options;
  const changes = periods.map(({ fromHour, minReplicas }, index) => {
    const before = periods[(index + periods.length - 1) % periods.length];
    const lead = minReplicas > before.minReplicas ? leadMinutes : 0;
    return { minute: fromHour * HOUR_MINUTES - lead, minReplicas };
  });
  return groupBy(
    changes,
    ({ minute, minReplicas }) =>
      `${(minute + DAY_MINUTES) % DAY_MINUTES}/${minReplicas}`,
  ).map(group => ({
    cron: cronAt(
      group.map(({ minute }) => minute),
      cycleHours * HOUR_MINUTES,
    ),
    timeZone,
    patch: { spec: { minReplicas: group[0].minReplicas } },
  }));
}
