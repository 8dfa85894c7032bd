// Measures one subject in a process of its own: what one leaves on the heap must not be counted for the other.
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { preciseNow } from './server';
import { cacheSubject, informerSubject, Subject } from './subjects';

const SYNCS = 7;

export type SubjectName = 'lean' | 'whole' | 'informer';

export type MeasureCommand =
  | { type: 'sync'; subject: SubjectName; url: string; pods: number }
  | { type: 'report' };

/** Times in milliseconds, memory in bytes. */
export interface Measured {
  syncMs: number;
  heapBytes: number;
  delaysMs: number[];
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapUsed(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

function create(command: {
  subject: SubjectName;
  url: string;
  pods: number;
}): Promise<Subject> {
  return command.subject === 'informer'
    ? informerSubject(command.url, command.pods)
    : Promise.resolve(
        cacheSubject(command.url, { isLean: command.subject === 'lean' }),
      );
}

async function main() {
  const result: Measured = { syncMs: 0, heapBytes: 0, delaysMs: [] };
  process.on('message', async (command: MeasureCommand) => {
    if (command.type === 'report') {
      process.send?.({ type: 'measured', result });
      return;
    }
    const times: number[] = [];
    for (let i = 0; i < SYNCS; i++) {
      const subject = await create(command);
      const startedAt = performance.now();
      await subject.start();
      times.push(performance.now() - startedAt);
      await subject.stop();
    }
    // The median leaves the first syncs out, in which Node still compiles.
    result.syncMs = times.sort((a, b) => a - b)[Math.floor(SYNCS / 2)];
    const before = heapUsed();
    // Stays until the process is ended: what is measured is what it holds.
    const held = await create(command);
    held.onChange(changedAt => result.delaysMs.push(preciseNow() - changedAt));
    await held.start();
    result.heapBytes = heapUsed() - before;
    process.send?.({ type: 'ready' });
  });
}

main();
