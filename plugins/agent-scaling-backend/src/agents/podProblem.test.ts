import {
  deployment,
  pod,
  replicaSet,
  waitingStatus,
} from '../__fixtures__/builders';
import type { Pod } from '../kubernetes/objects';
import { toPodProblem } from './podProblem';

const set = replicaSet(deployment());
const problem = (status: Pod['status']) => toPodProblem(pod(set, { status }));

describe('toPodProblem', () => {
  it('finds none in a ready pod', () => {
    expect(toPodProblem(pod(set))).toBeUndefined();
  });

  it.each([
    ['CrashLoopBackOff', 'podCrashLooping'],
    ['ErrImagePull', 'podImageUnavailable'],
    ['InvalidImageName', 'podImageUnavailable'],
    ['CreateContainerConfigError', 'podConfigInvalid'],
    ['ContainerCreating', undefined],
    ['PodInitializing', undefined],
  ])('reads a container that waits for %s as %s', (reason, code) => {
    expect(problem(waitingStatus(reason, 'words'))).toEqual({
      reason,
      message: 'words',
      ...(code && { code }),
    });
  });

  it('puts scheduling before containers', () => {
    expect(
      problem({
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message: 'Insufficient nvidia.com/gpu',
          },
        ],
      }),
    ).toEqual({
      reason: 'Unschedulable',
      message: 'Insufficient nvidia.com/gpu',
      code: 'podUnschedulable',
    });
  });

  it('does not take a scheduling gate for a lack of room', () => {
    expect(
      problem({
        conditions: [
          { type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' },
        ],
      }),
    ).toEqual({ reason: 'SchedulingGated', message: undefined });
  });

  it('picks the worst of several containers', () => {
    expect(
      problem({
        containerStatuses: [
          { name: 'a', state: { waiting: { reason: 'PodInitializing' } } },
          { name: 'b', state: { waiting: { reason: 'CrashLoopBackOff' } } },
        ],
      })?.reason,
    ).toBe('CrashLoopBackOff');
  });

  it.each([
    ['an eviction', { phase: 'Failed', reason: 'Evicted' }, 'Evicted'],
    [
      'an end with an error',
      {
        containerStatuses: [
          { name: 'a', state: { terminated: { reason: 'OOMKilled' } } },
        ],
      },
      'OOMKilled',
    ],
    [
      'a readiness probe',
      {
        conditions: [
          { type: 'Ready', status: 'False', reason: 'ContainersNotReady' },
        ],
      },
      'ContainersNotReady',
    ],
  ])('names %s', (_, status, reason) => {
    expect(problem(status)?.reason).toBe(reason);
  });
});
