import fc from 'fast-check';
import { kedaTriggers, periodsOf, scheduleSteps } from './cron';
import type { KedaCronTrigger } from './types';

/** Minutes of the week at which a cron expression fires. */
function firesAt(cron: string): number[] {
  const [minute, hour, , , days] = cron.split(' ');
  const listed =
    days === '*'
      ? [0, 1, 2, 3, 4, 5, 6]
      : days.split(',').flatMap(part => {
          const [from, to = from] = part.split('-').map(Number);
          return Array.from({ length: to - from + 1 }, (_, day) => from + day);
        });
  return listed.map(day => day * 1440 + Number(hour) * 60 + Number(minute));
}

/** As KEDA decides: inactive when the next start comes before the next end. */
function isActive({ metadata }: KedaCronTrigger, minute: number): boolean {
  const next = (cron: string) =>
    Math.min(...firesAt(cron).map(at => (at > minute ? at : at + 7 * 1440)));
  return next(metadata.start) >= next(metadata.end);
}

const cycles = fc.constantFrom(1, 7).chain(days =>
  fc
    .array(
      fc.array(
        fc.tuple(
          fc.integer({ min: 1, max: 12 }),
          fc.integer({ min: 1, max: 6 }),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      { minLength: days, maxLength: days },
    )
    .map(perDay =>
      perDay.flatMap(runs =>
        runs
          .flatMap(([hours, replicas]) =>
            new Array<number>(hours).fill(replicas),
          )
          .concat(new Array<number>(24).fill(runs[0][1]))
          .slice(0, 24),
      ),
    ),
);

const changing = cycles.filter(cycle => new Set(cycle).size > 1);

describe('kedaTriggers', () => {
  it('keeps what each hour needs ready, and no more than the lead on top', () => {
    fc.assert(
      fc.property(cycles, fc.integer({ min: 0, max: 59 }), (cycle, lead) => {
        const baseReplicas = Math.min(...cycle);
        const triggers = kedaTriggers(periodsOf(cycle), {
          cycleHours: cycle.length,
          baseReplicas,
          leadMinutes: lead,
          timeZone: 'Etc/UTC',
        });
        const needAt = (minute: number) =>
          cycle[Math.floor(minute / 60) % cycle.length];
        for (let minute = 0; minute < 7 * 1440; minute += 13) {
          const held = Math.max(
            baseReplicas,
            ...triggers
              .filter(trigger => isActive(trigger, minute))
              .map(({ metadata }) => Number(metadata.desiredReplicas)),
          );
          expect(held).toBe(Math.max(needAt(minute), needAt(minute + lead)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps a period over several days whole', () => {
    const cycle = new Array<number>(168)
      .fill(1)
      .map((base, hour) => (hour >= 24 && hour < 144 ? 4 : base));
    const [{ metadata }, ...others] = kedaTriggers(periodsOf(cycle), {
      cycleHours: 168,
      baseReplicas: 1,
      leadMinutes: 3,
      timeZone: 'Etc/UTC',
    });
    expect(others).toEqual([]);
    expect([metadata.start, metadata.end]).toEqual([
      '57 23 * * 0',
      '0 0 * * 6',
    ]);
  });

  it('has none for a floor that never changes', () => {
    const periods = periodsOf(new Array<number>(24).fill(3));
    expect(periods).toEqual([{ fromHour: 0, toHour: 24, minReplicas: 3 }]);
    expect(
      kedaTriggers(periods, {
        cycleHours: 24,
        baseReplicas: 3,
        leadMinutes: 0,
        timeZone: 'Etc/UTC',
      }),
    ).toEqual([]);
    expect(
      scheduleSteps(periods, {
        cycleHours: 24,
        leadMinutes: 0,
        timeZone: 'Etc/UTC',
      }),
    ).toEqual([]);
  });
});

describe('scheduleSteps', () => {
  it('leads to the same floor as the triggers', () => {
    fc.assert(
      fc.property(changing, fc.integer({ min: 0, max: 59 }), (cycle, lead) => {
        const steps = scheduleSteps(periodsOf(cycle), {
          cycleHours: cycle.length,
          leadMinutes: lead,
          timeZone: 'Etc/UTC',
        });
        const changes = steps
          .flatMap(({ cron, patch }) =>
            firesAt(cron).map(at => ({ at, replicas: patch.spec.minReplicas })),
          )
          .sort((a, b) => a.at - b.at);
        let held = changes[changes.length - 1].replicas;
        const needAt = (minute: number) =>
          cycle[Math.floor(minute / 60) % cycle.length];
        const floor = Array.from({ length: 7 * 1440 }, (_, minute) => {
          for (const change of changes)
            if (change.at === minute) held = change.replicas;
          return held;
        });
        expect(floor).toEqual(
          floor.map((_, minute) =>
            Math.max(needAt(minute), needAt(minute + lead)),
          ),
        );
      }),
      { numRuns: 40 },
    );
  });
});
