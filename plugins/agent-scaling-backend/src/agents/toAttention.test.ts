import type { AgentSummary } from '@suoke/plugin-agent-scaling-common';
import { agentObjects, syncedCluster } from '../__fixtures__/agents';
import {
  cpuMetric,
  deployment,
  hpa,
  hpaConditions,
  kedaHpa,
  NOW,
  pod,
  replicaSet,
  scaledObject,
  waitingStatus,
} from '../__fixtures__/builders';
import { HPAS, PODS } from '../kubernetes/watchedResources';
import type { AgentObjects } from './AgentObjects';
import { toAgentSummary } from './toAgentSummary';

/** A row is what people see, so the judgement is tested through it. */
function attention(
  overrides: Partial<AgentObjects>,
): AgentSummary['attention'] {
  return toAgentSummary(agentObjects(overrides), NOW).attention;
}

function withHpaCondition(
  ...args: Parameters<typeof hpaConditions>
): Partial<AgentObjects> {
  return { hpas: [hpa({ status: { conditions: hpaConditions(...args) } })] };
}

function withPods(...statuses: Parameters<typeof pod>[1][]) {
  const set = replicaSet(deployment());
  return {
    pods: statuses.map((one, index) =>
      pod(set, { suffix: `p${index}`, ...one }),
    ),
  };
}

function withResource(
  resource: string,
  state: 'Syncing' | 'Stale' | 'Forbidden',
) {
  const cluster = syncedCluster();
  cluster.resources = cluster.resources.map(one =>
    one.resource === resource ? { ...one, state, message: 'why' } : one,
  );
  return { cluster };
}

const keda = (options: Parameters<typeof scaledObject>[0]) => {
  const owner = scaledObject(options);
  return { scaledObject: owner, hpas: [kedaHpa(owner)] };
};

describe('toAttention', () => {
  it('has nothing to say about an agent at rest', () => {
    expect(attention({})).toEqual({ state: 'ok', reasons: [] });
  });

  it('does not bother anybody with an idle agent at its minimum', () => {
    expect(
      attention(
        withHpaCondition({ ScalingLimited: ['True', 'TooFewReplicas'] }),
      ),
    ).toEqual({ state: 'ok', reasons: [] });
  });

  it.each<[string, Partial<AgentObjects>, string, string, string]>([
    [
      'an agent on its way',
      { hpas: [hpa({ desired: 5 })] },
      'scaling',
      'replicasChanging',
      'info',
    ],
    [
      'an agent at its maximum',
      withHpaCondition({ ScalingLimited: ['True', 'TooManyReplicas'] }),
      'limited',
      'atMaxReplicas',
      'warning',
    ],
    [
      'a rate limit on the way up',
      withHpaCondition({ ScalingLimited: ['True', 'ScaleUpLimit'] }),
      'limited',
      'scaleUpRateLimited',
      'warning',
    ],
    [
      'a stabilization window',
      withHpaCondition({ AbleToScale: ['True', 'ScaleDownStabilized'] }),
      'ok',
      'scaleDownStabilized',
      'info',
    ],
    [
      'no metric at all',
      withHpaCondition({ ScalingActive: ['False', 'FailedGetResourceMetric'] }),
      'failing',
      'metricsUnavailable',
      'error',
    ],
    [
      'a target that cannot be read',
      withHpaCondition({ AbleToScale: ['False', 'FailedGetScale'] }),
      'failing',
      'scaleTargetUnreadable',
      'error',
    ],
    [
      'an agent that was scaled to zero by hand',
      withHpaCondition({ ScalingActive: ['False', 'ScalingDisabled'] }),
      'limited',
      'scalingDisabled',
      'warning',
    ],
    [
      'one metric of two without a value',
      {
        hpas: [
          hpa({
            spec: {
              metrics: [
                cpuMetric,
                {
                  type: 'Pods',
                  pods: {
                    metric: { name: 'rps' },
                    target: { type: 'AverageValue', averageValue: '30' },
                  },
                },
              ],
            },
          }),
        ],
      },
      'limited',
      'metricMissing',
      'warning',
    ],
    [
      'two autoscalers',
      { hpas: [hpa(), hpa({ name: 'other', target: 'xiaoai' })] },
      'failing',
      'severalAutoscalers',
      'error',
    ],
    ['no autoscaler', { hpas: [] }, 'noAutoscaler', 'noAutoscaler', 'info'],
    [
      'a paused ScaledObject',
      keda({ annotations: { 'autoscaling.keda.sh/paused': 'true' } }),
      'limited',
      'kedaPaused',
      'warning',
    ],
    [
      'a KEDA fallback',
      keda({ conditions: [{ type: 'Fallback', status: 'True' }] }),
      'failing',
      'kedaFallback',
      'error',
    ],
    [
      'a crashing pod',
      withPods({}, { status: waitingStatus('CrashLoopBackOff', 'back-off') }),
      'failing',
      'podCrashLooping',
      'error',
    ],
    [
      'an image that is not there',
      withPods({}, { status: waitingStatus('ImagePullBackOff') }),
      'failing',
      'podImageUnavailable',
      'error',
    ],
    [
      'no room for a pod',
      withPods(
        {},
        {
          status: {
            phase: 'Pending',
            conditions: [
              {
                type: 'PodScheduled',
                status: 'False',
                reason: 'Unschedulable',
                message: '0/4 nodes are available: 4 Insufficient cpu.',
              },
            ],
          },
        },
      ),
      'failing',
      'podUnschedulable',
      'error',
    ],
    [
      'no ready pod for long',
      withPods({ status: waitingStatus('ContainerCreating') }),
      'failing',
      'noReadyPods',
      'error',
    ],
    [
      'a rollout that failed',
      {
        deployment: deployment({
          status: {
            conditions: [
              {
                type: 'Progressing',
                status: 'False',
                reason: 'ProgressDeadlineExceeded',
              },
            ],
          },
        }),
      },
      'failing',
      'rolloutFailed',
      'error',
    ],
    [
      'a rollout',
      { deployment: deployment({ status: { updatedReplicas: 1 } }) },
      'ok',
      'rolloutInProgress',
      'info',
    ],
    [
      'a quota that forbids pods',
      {
        replicaSets: [
          replicaSet(deployment(), {
            conditions: [
              {
                type: 'ReplicaFailure',
                status: 'True',
                reason: 'FailedCreate',
                message: 'exceeded quota',
              },
            ],
          }),
        ],
      },
      'failing',
      'podsForbiddenByQuota',
      'error',
    ],
    [
      'a cluster that is away',
      { cluster: { ...syncedCluster(), problem: 'no route' } },
      'stale',
      'clusterOutOfContact',
      'warning',
    ],
    [
      'pods that are out of date',
      withResource(PODS, 'Stale'),
      'stale',
      'clusterOutOfContact',
      'warning',
    ],
    [
      'autoscalers that are still read',
      withResource(HPAS, 'Syncing'),
      'stale',
      'stillReading',
      'info',
    ],
    [
      'autoscalers that may not be read',
      withResource(HPAS, 'Forbidden'),
      'stale',
      'notAllowedToRead',
      'warning',
    ],
  ])('sees %s', (_, overrides, state, code, level) => {
    const result = attention(overrides);
    expect(result.state).toBe(state);
    expect(result.reasons).toContainEqual(
      expect.objectContaining({ code, level }),
    );
  });

  it('does not claim that there is no autoscaler while it may not look', () => {
    const { reasons } = attention({
      hpas: [],
      ...withResource(HPAS, 'Forbidden'),
    });
    expect(reasons.map(reason => reason.code)).toEqual(['notAllowedToRead']);
  });

  it('puts errors first and counts equal problems', () => {
    const { reasons } = attention({
      hpas: [
        hpa({
          desired: 5,
          status: {
            conditions: hpaConditions({
              ScalingLimited: ['True', 'TooManyReplicas'],
            }),
          },
        }),
      ],
      ...withPods(
        {},
        { status: waitingStatus('CrashLoopBackOff', 'first') },
        { status: waitingStatus('CrashLoopBackOff', 'second') },
      ),
    });
    expect(reasons.map(({ code, level }) => [code, level])).toEqual([
      ['podCrashLooping', 'error'],
      ['atMaxReplicas', 'warning'],
      ['replicasChanging', 'info'],
    ]);
    expect(reasons[0]).toMatchObject({ count: 2, message: 'first' });
  });

  it('gives a new autoscaler and a first start their time', () => {
    const young = new Date(NOW.getTime() - 30_000).toISOString();
    const set = replicaSet(deployment());
    const result = attention({
      hpas: [
        hpa({
          metadata: { creationTimestamp: young },
          status: { currentMetrics: null },
        }),
      ],
      pods: [
        pod(set, {
          metadata: { creationTimestamp: young },
          status: waitingStatus('ContainerCreating'),
        }),
      ],
    });
    expect(result).toEqual({ state: 'ok', reasons: [] });
  });

  it('does not count pods that are on their way out', () => {
    const result = attention(
      withPods(
        {},
        {
          metadata: { deletionTimestamp: NOW.toISOString() },
          status: waitingStatus('CrashLoopBackOff'),
        },
      ),
    );
    expect(result.state).toBe('ok');
  });
});
