import { deployment } from '../__fixtures__/builders';
import { toRollout, toWorkloadDetail } from './toWorkloadDetail';

describe('toRollout', () => {
  it.each([
    ['a workload at rest', deployment(), 'complete'],
    [
      'more replicas of the same template',
      deployment({ replicas: 5, status: { replicas: 2, updatedReplicas: 2 } }),
      'complete',
    ],
    [
      'pods of two templates',
      deployment({ status: { replicas: 3, updatedReplicas: 1 } }),
      'progressing',
    ],
    [
      'a paused rollout',
      deployment({
        spec: { paused: true },
        status: { replicas: 3, updatedReplicas: 1 },
      }),
      'paused',
    ],
    [
      'a rollout past its deadline',
      deployment({
        status: { conditions: [{ type: 'Progressing', status: 'False' }] },
      }),
      'failed',
    ],
  ])('reads %s', (_, workload, expected) => {
    expect(toRollout(workload)).toBe(expected);
  });
});

describe('toWorkloadDetail', () => {
  it('shows replicas, strategy and containers', () => {
    expect(toWorkloadDetail(deployment())).toMatchObject({
      kind: 'Deployment',
      replicas: {
        desired: 2,
        current: 2,
        ready: 2,
        updated: 2,
        available: 2,
        unavailable: 0,
      },
      strategy: { type: 'RollingUpdate', maxSurge: '1', maxUnavailable: '0' },
      containers: [{ name: 'agent', requests: { cpu: { quantity: '1' } } }],
    });
  });

  it('survives a workload without status', () => {
    const { status, ...workload } = deployment();
    expect(toWorkloadDetail(workload).replicas).toMatchObject({ current: 0 });
  });
});
