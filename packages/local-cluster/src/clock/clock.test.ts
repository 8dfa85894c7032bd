import fc from 'fast-check';
import { ManualClock } from './ManualClock';
import { SimulationClock, WallClock } from './SimulationClock';

describe('ManualClock', () => {
  it('runs tasks in due order and shows each the moment it asked for', () => {
    const clock = new ManualClock({ start: 1000 });
    const seen: [string, number][] = [];
    const note = (name: string) => () => seen.push([name, clock.now()]);
    clock.after(300, note('c'));
    clock.after(100, note('a'));
    clock.after(100, note('b'));
    clock.every(250, note('tick'));
    clock.advance(550);
    expect(seen).toEqual([
      ['a', 1100],
      ['b', 1100],
      ['tick', 1250],
      ['c', 1300],
      ['tick', 1500],
    ]);
    expect(clock.now()).toBe(1550);
  });

  it('runs a task that another task asks for, when it is due within the same advance', () => {
    const clock = new ManualClock({ start: 0 });
    const seen: number[] = [];
    clock.after(10, () => clock.after(5, () => seen.push(clock.now())));
    clock.advance(14);
    expect(seen).toEqual([]);
    clock.advance(1);
    expect(seen).toEqual([15]);
  });

  it('does not run what was cancelled, also from inside a task', () => {
    const clock = new ManualClock({ start: 0 });
    const seen: string[] = [];
    clock.after(10, () => seen.push('cancelled'))();
    const stop = clock.every(10, () => {
      seen.push('tick');
      stop();
    });
    clock.advance(100);
    expect(seen).toEqual(['tick']);
  });

  it('orders any set of delays by time, then by age', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), delays => {
        const clock = new ManualClock({ start: 0 });
        const seen: number[] = [];
        delays.forEach((delay, index) =>
          clock.after(delay, () => seen.push(index)),
        );
        clock.advance(50);
        const expected = delays
          .map((delay, index) => ({ delay, index }))
          .sort((a, b) => a.delay - b.delay || a.index - b.index)
          .map(entry => entry.index);
        expect(seen).toEqual(expected);
      }),
    );
  });
});

class FakeWall implements WallClock {
  readonly manual = new ManualClock({ start: 0 });
  now() {
    return this.manual.now();
  }
  setTimer(ms: number, task: () => void) {
    return this.manual.after(ms, task);
  }
}

describe('SimulationClock', () => {
  it('refuses a speed that is not above 0', () => {
    expect(() => SimulationClock.create({ speed: 0 })).toThrow(
      'speed must be a number above 0 (1 is real time), got 0',
    );
  });

  it('fast-forwards a warm history and then follows the wall clock at its speed', () => {
    const wall = new FakeWall();
    const clock = SimulationClock.create({ speed: 60, start: -1000, wall });
    const seen: number[] = [];
    clock.every(500, () => seen.push(clock.now()));
    clock.fastForward(1000);
    expect(seen).toEqual([-500, 0]);
    clock.start();
    wall.manual.advance(25);
    expect(clock.now()).toBe(1500);
    expect(seen).toEqual([-500, 0, 500, 1000, 1500]);
    clock.stop();
    wall.manual.advance(1000);
    expect(seen).toHaveLength(5);
  });

  it('counts a delay from the present, not from the last timer', () => {
    const wall = new FakeWall();
    const clock = SimulationClock.create({ start: 0, wall });
    clock.start();
    wall.manual.advance(1000);
    const seen: number[] = [];
    clock.after(500, () => seen.push(wall.now()));
    wall.manual.advance(499);
    expect(seen).toEqual([]);
    wall.manual.advance(1);
    expect(seen).toEqual([1500]);
  });

  it('keeps going when a task throws', () => {
    const wall = new FakeWall();
    const errors: unknown[] = [];
    const clock = SimulationClock.create({
      start: 0,
      wall,
      onTaskError: error => errors.push(error),
    });
    let ticks = 0;
    clock.every(10, () => {
      ticks += 1;
      throw new Error('broken');
    });
    clock.start();
    wall.manual.advance(30);
    expect(ticks).toBe(3);
    expect(errors).toHaveLength(3);
  });
});
