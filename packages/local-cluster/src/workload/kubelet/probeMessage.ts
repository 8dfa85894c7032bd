import { Container, Probe } from '../../controllers/runtime/objects';

function portOf(container: Container, port: number | string): number | string {
  if (typeof port === 'number') return port;
  return container.ports?.find(one => one.name === port)?.containerPort ?? port;
}

/** What the kubelet says while a container that has started does not listen yet; `address` is the pod's. */
export function refusedMessage(container: Container, address: string): string {
  // While a startup probe has not succeeded, no other probe runs.
  const kind = container.startupProbe ? 'Startup' : 'Readiness';
  const probe: Probe = container.startupProbe ?? container.readinessProbe ?? {};
  const action = probe.httpGet ?? probe.tcpSocket;
  if (!action) return `${kind} probe failed: connection refused`;
  const host = `${address}:${portOf(container, action.port)}`;
  const dial = `dial tcp ${host}: connect: connection refused`;
  return probe.httpGet
    ? `${kind} probe failed: Get "http://${host}${
        probe.httpGet.path ?? '/'
      }": ${dial}`
    : `${kind} probe failed: ${dial}`;
}
