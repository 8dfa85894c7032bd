import { ChildProcess, spawn, SpawnOptions } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';

/** Runs a command to its end; its output is part of the error when it fails. */
export function runToEnd(
  command: string,
  args: string[],
  options: SpawnOptions,
): Promise<void> {
  return new Promise((done, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'pipe' });
    let output = '';
    const read = (chunk: Buffer) => {
      output = (output + chunk).slice(-5_000);
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('error', reject);
    child.once('exit', code =>
      code === 0
        ? done()
        : reject(
            new Error(`${command} ${args[0]} ended with ${code}:\n${output}`),
          ),
    );
  });
}

/** Starts a process and resolves when its output says that it is ready; all of it is kept in `log`. */
export function startUntil(
  ready: RegExp,
  command: string,
  args: string[],
  options: SpawnOptions & { log: string },
): Promise<ChildProcess> {
  return new Promise((done, reject) => {
    const child = spawn(command, args, { ...options, stdio: 'pipe' });
    const log = createWriteStream(options.log);
    child.stdout!.pipe(log);
    child.stderr!.pipe(log);
    let output = '';
    const timer = setTimeout(
      () => reject(new Error(`${command} was not ready in time:\n${output}`)),
      180_000,
    );
    const read = (chunk: Buffer) => {
      output = (output + chunk).slice(-10_000);
      if (ready.test(output)) {
        clearTimeout(timer);
        done(child);
      }
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('error', reject);
    child.once('exit', code => {
      clearTimeout(timer);
      reject(new Error(`${command} ended with ${code}:\n${output}`));
    });
  });
}

export function freePort(): Promise<number> {
  return new Promise((done, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? done(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
