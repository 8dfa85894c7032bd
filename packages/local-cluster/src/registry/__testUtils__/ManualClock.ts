import { Clock } from '../../clock/types';

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  private time: number;
  private tasks: { at: number; run: () => void }[] = [];

  constructor(start: string) {
    this.time = Date.parse(start);
  }

  now() {
    return this.time;
  }

  after(ms: number, run: () => void) {
    const task = { at: this.time + ms, run };
    this.tasks.push(task);
    return () => {
      this.tasks = this.tasks.filter(one => one !== task);
    };
  }

  every(ms: number, run: () => void) {
    let cancel = () => {};
    const again = () => {
      cancel = this.after(ms, () => {
        again();
        run();
      });
    };
    again();
    return () => cancel();
  }

  advance(ms: number) {
    const end = this.time + ms;
    for (;;) {
      const next = this.tasks
        .filter(task => task.at <= end)
        .sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.tasks = this.tasks.filter(task => task !== next);
      this.time = next.at;
      next.run();
    }
    this.time = end;
  }
}
