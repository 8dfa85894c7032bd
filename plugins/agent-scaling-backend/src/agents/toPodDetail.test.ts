import {
  AN_HOUR_AGO,
  deployment,
  pod,
  replicaSet,
  waitingStatus,
} from '../__fixtures__/builders';
import { toResourceQuantities } from './resourceQuantities';
import { toPodDetail } from './toPodDetail';

const set = replicaSet(deployment());
const resources = (cpu: string) => ({ requests: { cpu }, limits: { cpu } });

describe('toPodDetail', () => {
  it('shows a ready pod with its requests', () => {
    expect(toPodDetail(pod(set))).toMatchObject({
      phase: 'Running',
      ready: true,
      readyAt: AN_HOUR_AGO,
      restarts: 0,
      node: 'node-1',
      requests: {
        cpu: { value: 1 },
        memory: { value: 4 * 1024 ** 3 },
      },
      containers: [{ name: 'agent', ready: true, state: 'running' }],
    });
    expect(toPodDetail(pod(set))).not.toHaveProperty('reason');
  });

  it('adds usage when it was sampled', () => {
    const usage = {
      at: '2026-11-23T07:59:45Z',
      containers: {
        agent: toResourceQuantities({ cpu: '250m', memory: '1Gi' }),
        proxy: toResourceQuantities({ cpu: '50m' }),
      },
    };
    const detail = toPodDetail(pod(set), usage);
    expect(detail.usage).toEqual({
      cpu: { value: 0.3, quantity: '0.3' },
      memory: { value: 1024 ** 3, quantity: '1073741824' },
    });
    expect(detail.usageAt).toBe(usage.at);
    expect(detail.containers[0].usage?.cpu.value).toBe(0.25);
  });

  it('counts a sidecar and leaves out an init container that has ended', () => {
    const detail = toPodDetail(
      pod(set, {
        spec: {
          containers: [{ name: 'agent', resources: resources('1') }],
          initContainers: [
            { name: 'fetch-model', resources: resources('4') },
            {
              name: 'proxy',
              restartPolicy: 'Always',
              resources: resources('100m'),
            },
          ],
        },
      }),
    );
    expect(detail.containers.map(container => container.name)).toEqual([
      'proxy',
      'agent',
    ]);
    expect(detail.requests.cpu.value).toBe(1.1);
  });

  it('tells why a container restarts and how it ended before', () => {
    const detail = toPodDetail(
      pod(set, {
        status: {
          ...waitingStatus('CrashLoopBackOff', 'back-off 40s'),
          containerStatuses: [
            {
              name: 'agent',
              ready: false,
              restartCount: 4,
              state: { waiting: { reason: 'CrashLoopBackOff' } },
              lastState: {
                terminated: {
                  reason: 'OOMKilled',
                  exitCode: 137,
                  finishedAt: AN_HOUR_AGO,
                },
              },
            },
          ],
        },
      }),
    );
    expect(detail).toMatchObject({
      ready: false,
      restarts: 4,
      reason: 'CrashLoopBackOff',
      containers: [{ lastTermination: { reason: 'OOMKilled', exitCode: 137 } }],
    });
  });

  it('survives a pod that has only just been created', () => {
    expect(toPodDetail(pod(set, { spec: {}, status: {} }))).toMatchObject({
      phase: 'Unknown',
      ready: false,
      containers: [],
    });
  });
});
