// `npm run bench -- local-cluster`: what a simulated fleet of 500 agents (1,500 pods) costs, and how that grows from 50.
// Prints one JSON object.
import { ChildProcess, fork } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { NAMESPACE, PODS_PER_AGENT } from './fleet';

const SIZES = [50, 500] as const;
const LISTS = 40;
const CHANGES = 200;
const CHANGE_PAUSE_MS = 10;

interface Ready {
  url: string;
  startUpMs: number;
  hpaTickMs: number;
  rss: number;
  heapUsed: number;
}

interface Measured extends Ready {
  listMs: number[];
  watchMs: number[];
}

const now = () => performance.timeOrigin + performance.now();

const pause = (ms: number) =>
  new Promise(resolve => {
    setTimeout(resolve, ms);
  });

function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.ceil((percent / 100) * sorted.length) - 1;
  return sorted[Math.max(0, index)];
}

function ready(server: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    // The code transformer of the child talks over the same channel.
    server.on('message', (message: Ready & { type?: string }) => {
      if (message.type === 'ready') resolve(message);
    });
    server.once('exit', code =>
      reject(new Error(`The measured cluster ended with ${code}`)),
    );
  });
}

/** Reads an answer whole; returns its length, so that nothing is optimised away. */
function get(url: string, agent: http.Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent }, response => {
        let length = 0;
        response.on('data', chunk => {
          length += chunk.length;
        });
        response.on('end', () => resolve(length));
      })
      .on('error', reject);
  });
}

async function listMs(url: string): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true });
  const times: number[] = [];
  for (let index = 0; index < LISTS; index++) {
    const begin = performance.now();
    await get(`${url}/api/v1/namespaces/${NAMESPACE}/pods`, agent);
    times.push(performance.now() - begin);
  }
  agent.destroy();
  // The first ones pay for the compiler.
  return times.slice(5);
}

/** From the write in the cluster to its event being read here. */
async function watchMs(url: string, server: ChildProcess): Promise<number[]> {
  const times: number[] = [];
  const request = http.get(
    `${url}/api/v1/namespaces/${NAMESPACE}/pods?watch=true&resourceVersion=`,
    response => {
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const { type, object } = JSON.parse(line);
          const changedAt = object.metadata.annotations?.['bench/changed-at'];
          if (type === 'MODIFIED' && changedAt) {
            times.push(now() - Number(changedAt));
          }
        }
      });
    },
  );
  // The initial objects come first.
  await pause(1_000);
  times.length = 0;
  for (let index = 0; index < CHANGES; index++) {
    server.send({ type: 'change', index });
    await pause(CHANGE_PAUSE_MS);
  }
  await pause(300);
  request.destroy();
  if (times.length < CHANGES) {
    throw new Error(`Only ${times.length} of ${CHANGES} changes were seen`);
  }
  return times;
}

async function measure(agents: number): Promise<Measured> {
  const server = fork(path.join(__dirname, 'server.ts'), [String(agents)], {
    execArgv: [...new Set([...process.execArgv, '--expose-gc'])],
  });
  try {
    const figures = await ready(server);
    return {
      ...figures,
      listMs: await listMs(figures.url),
      watchMs: await watchMs(figures.url, server),
    };
  } finally {
    server.removeAllListeners('exit');
    server.kill();
  }
}

function figure(
  unit: string,
  [small, large]: Measured[],
  read: (measured: Measured) => number,
) {
  const round = (value: number) => Number(value.toPrecision(4));
  const [value, before] = [read(large), read(small)];
  return {
    value: round(value),
    unit,
    versus: {
      name: `${SIZES[0]} agents`,
      value: round(before),
      ratio: round(value / before),
    },
  };
}

async function main() {
  const measured: Measured[] = [];
  for (const agents of SIZES) measured.push(await measure(agents));
  const mebibytes = (bytes: number) => bytes / 2 ** 20;
  const figures = {
    agents: { value: SIZES[1], unit: 'agents' },
    pods: { value: SIZES[1] * PODS_PER_AGENT, unit: 'pods' },
    rss: figure('MiB', measured, one => mebibytes(one.rss)),
    heap: figure('MiB', measured, one => mebibytes(one.heapUsed)),
    startUp: figure('ms', measured, one => one.startUpMs),
    hpaTick: figure('ms', measured, one => one.hpaTickMs),
    listP50: figure('ms', measured, one => percentile(one.listMs, 50)),
    listP95: figure('ms', measured, one => percentile(one.listMs, 95)),
    watchP50: figure('ms', measured, one => percentile(one.watchMs, 50)),
    watchP95: figure('ms', measured, one => percentile(one.watchMs, 95)),
  };
  process.stdout.write(
    `${JSON.stringify({ name: 'local-cluster', figures }, null, 2)}\n`,
  );
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
