import type {
  ClusterState,
  ResourceFreshness,
} from '@suoke/plugin-agent-scaling-common';
import { clustersOutOfContact, toFreshnessProblems } from './freshness';

const resource = (
  state: ResourceFreshness['state'],
  lastContactAt?: string,
): ResourceFreshness => ({
  resource: 'pods',
  state,
  lastContactAt,
  objectCount: 1,
});

describe('toFreshnessProblems', () => {
  it('names what is stale since the oldest of it, and what is forbidden', () => {
    const problems = toFreshnessProblems([
      resource('Synced'),
      resource('Absent'),
      resource('Stale', '2026-11-23T08:05:00Z'),
      resource('Stale', '2026-11-23T08:01:00Z'),
      resource('Forbidden'),
    ]);
    expect(problems.stale).toHaveLength(2);
    expect(problems.forbidden).toHaveLength(1);
    expect(problems.staleSinceMs).toBe(Date.parse('2026-11-23T08:01:00Z'));
  });

  it('knows no time when there was no contact', () => {
    expect(
      toFreshnessProblems([resource('Stale')]).staleSinceMs,
    ).toBeUndefined();
  });
});

describe('clustersOutOfContact', () => {
  it.each<[ClusterState, number]>([
    ['Connected', 0],
    ['Connecting', 0],
    ['Degraded', 0],
    ['Unreachable', 1],
    ['Unauthorized', 1],
  ])('counts a cluster that is %s as %d', (state, count) => {
    expect(
      clustersOutOfContact([{ name: 'a', state, simulated: false }]),
    ).toHaveLength(count);
  });
});
