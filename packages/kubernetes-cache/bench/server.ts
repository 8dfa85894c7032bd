// A process of its own, so that the work and the memory of the server are not counted as the cache's.
import { performance } from 'node:perf_hooks';
import { FaultyApiServer } from '../src/__testUtils__/FaultyApiServer';
import { pod } from './pod';

const PODS = '/api/v1/pods';

export type ServerCommand =
  | { type: 'fill'; agents: number; replicas: number }
  /** Changes a pod every `intervalMs`, each stamped with the time of the change. */
  | { type: 'change'; count: number; intervalMs: number };

/** Milliseconds since the epoch with fractions; comparable between processes of one machine. */
export const preciseNow = () => performance.timeOrigin + performance.now();

async function main() {
  const server = await FaultyApiServer.start();
  let agents = 0;
  process.on('message', async (command: ServerCommand) => {
    if (command.type === 'fill') {
      agents = command.agents;
      for (let agent = 0; agent < agents; agent++) {
        for (let replica = 0; replica < command.replicas; replica++) {
          server.put(PODS, pod(agent, replica));
        }
      }
    } else {
      for (let i = 0; i < command.count; i++) {
        await new Promise(resolve => setTimeout(resolve, command.intervalMs));
        server.put(PODS, pod((i * 7) % agents, 0, preciseNow()));
      }
    }
    process.send?.({ type: 'done' });
  });
  process.send?.({ type: 'url', url: server.cluster().url });
}

if (require.main === module) {
  main();
}
