// `npm run bench -- kubernetes-cache`: how fast, how small and how fresh the watched copy of a fleet's pods is, beside the informer
// of the official client on the same server. Prints one JSON object.
import { ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { Measured, SubjectName } from './measure';

const REPLICAS = 3;
const CHANGES = 400;
const CHANGE_INTERVAL_MS = 5;

interface Figure {
  value: number;
  unit: string;
  versus?: { name: string; value: number; ratio: number };
}

function start(script: string): ChildProcess {
  // Output belongs to the report alone.
  return fork(path.join(__dirname, script), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function next<T>(child: ChildProcess, type: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`A measuring process ended with ${code}`));
    child.once('exit', onExit);
    const onMessage = (message: { type: string }) => {
      if (message.type === type) {
        child.off('exit', onExit);
        child.off('message', onMessage);
        resolve(message as T);
      }
    };
    child.on('message', onMessage);
  });
}

async function measure(
  subject: SubjectName,
  agents: number,
): Promise<Measured> {
  const server = start('server.ts');
  const measurer = start('measure.ts');
  try {
    const { url } = await next<{ url: string }>(server, 'url');
    server.send({ type: 'fill', agents, replicas: REPLICAS });
    await next(server, 'done');
    measurer.send({ type: 'sync', subject, url, pods: agents * REPLICAS });
    await next(measurer, 'ready');
    server.send({
      type: 'change',
      count: CHANGES,
      intervalMs: CHANGE_INTERVAL_MS,
    });
    await next(server, 'done');
    // What is still on its way arrives.
    await new Promise(resolve => setTimeout(resolve, 300));
    measurer.send({ type: 'report' });
    const { result } = await next<{ result: Measured }>(measurer, 'measured');
    if (result.delaysMs.length < CHANGES) {
      throw new Error(
        `${subject} saw only ${result.delaysMs.length} of ${CHANGES} changes`,
      );
    }
    return result;
  } finally {
    server.kill();
    measurer.kill();
  }
}

function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[
    Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))
  ];
}

const round = (value: number) => Math.round(value * 100) / 100;
const mebibytes = (bytes: number) => bytes / 1024 / 1024;

function figure(unit: string, value: number, informer?: number): Figure {
  return {
    value: round(value),
    unit,
    ...(informer !== undefined && {
      versus: {
        name: '@kubernetes/client-node informer',
        value: round(informer),
        ratio: round(value / informer),
      },
    }),
  };
}

async function main() {
  const lean = await measure('lean', 500);
  const whole = await measure('whole', 500);
  const informer = await measure('informer', 500);
  const small = await measure('lean', 50);
  const smallInformer = await measure('informer', 50);

  const report = {
    name: 'kubernetes-cache',
    figures: {
      'sync of 500 agents': figure('ms', lean.syncMs, informer.syncMs),
      'sync of 50 agents': figure('ms', small.syncMs, smallInformer.syncMs),
      'memory of 1500 pods, kept fields only': figure(
        'MiB',
        mebibytes(lean.heapBytes),
        mebibytes(informer.heapBytes),
      ),
      'memory of 1500 pods, whole': figure(
        'MiB',
        mebibytes(whole.heapBytes),
        mebibytes(informer.heapBytes),
      ),
      'memory of 150 pods, kept fields only': figure(
        'MiB',
        mebibytes(small.heapBytes),
        mebibytes(smallInformer.heapBytes),
      ),
      'change to index, p50': figure(
        'ms',
        percentile(lean.delaysMs, 50),
        percentile(informer.delaysMs, 50),
      ),
      'change to index, p95': figure(
        'ms',
        percentile(lean.delaysMs, 95),
        percentile(informer.delaysMs, 95),
      ),
      'growth of sync from 50 to 500 agents': figure(
        'times',
        lean.syncMs / small.syncMs,
        informer.syncMs / smallInformer.syncMs,
      ),
      'growth of memory from 50 to 500 agents': figure(
        'times',
        lean.heapBytes / small.heapBytes,
        informer.heapBytes / smallInformer.heapBytes,
      ),
    },
  };
  process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
