import { parseArgs } from 'node:util';
import { startLocalCluster } from '../main/startLocalCluster';
import { StartError } from '../main/StartError';
import { isDnsLabel } from '../registry/names';

const USAGE = `Usage: local-cluster [options]

A simulated Kubernetes API with workloads and load, on 127.0.0.1. Not a cluster: nothing is ever run.

  --port N           port to listen on (default 16443, 0: a free one)
  --speed N          cluster seconds per second (default 1)
  --seed N           decides load, names and uids (default 1)
  --manifests PATH   file or directory to apply at the start; may be repeated
  --namespace NAME   namespace of manifests that name none (default "default")
  --state FILE       keep the cluster's state in FILE over restarts
  --kubeconfig FILE  write a kubeconfig to FILE (mode 0600)
  --quiet            print errors only
  --help             print this
`;

function toNumber(
  name: string,
  text: string | undefined,
  isValid: (value: number) => boolean,
  expected: string,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !isValid(value)) {
    throw new StartError(`--${name} must be ${expected}, got "${text}"`);
  }
  return value;
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '16443' },
        speed: { type: 'string' },
        seed: { type: 'string' },
        manifests: { type: 'string', multiple: true },
        namespace: { type: 'string' },
        state: { type: 'string' },
        kubeconfig: { type: 'string' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function toNamespace(text: string | undefined): string | undefined {
  if (text === undefined || isDnsLabel(text)) return text;
  throw new StartError(
    `--namespace must be lower case letters, digits and '-', 63 at most, got "${text}"`,
  );
}

async function main() {
  const args = readArguments();
  if (args.help) {
    process.stdout.write(USAGE);
    return;
  }
  const say = (message: string) => {
    if (!args.quiet) process.stdout.write(`[local-cluster] ${message}\n`);
  };
  const local = await startLocalCluster({
    port: toNumber(
      'port',
      args.port,
      value => Number.isInteger(value) && value >= 0 && value <= 65535,
      'a port number from 0 to 65535',
    ),
    speed: toNumber(
      'speed',
      args.speed,
      value => value > 0 && Number.isFinite(value),
      'a number above 0',
    ),
    seed: toNumber('seed', args.seed, Number.isInteger, 'a whole number'),
    manifests: args.manifests,
    namespace: toNamespace(args.namespace),
    stateFile: args.state,
    kubeconfigPath: args.kubeconfig,
    log: message => process.stderr.write(`[local-cluster] ${message}\n`),
  });
  say(
    `simulated cluster at ${local.url} (no containers run, all load and metrics are invented)`,
  );
  if (args.kubeconfig) {
    say(`kubectl --kubeconfig ${args.kubeconfig} get pods --all-namespaces`);
  }
  const stop = () => {
    say('stopping');
    local.stop().then(
      () => process.exit(0),
      error => fail(error),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function fail(error: unknown) {
  const text =
    error instanceof StartError
      ? error.message
      : (error as Error)?.stack ?? String(error);
  process.stderr.write(`[local-cluster] ${text}\n`);
  process.exit(1);
}

main().catch(fail);
