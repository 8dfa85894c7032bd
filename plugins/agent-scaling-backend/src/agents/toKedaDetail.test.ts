import { scaledObject } from '../__fixtures__/builders';
import { toKedaDetail } from './toKedaDetail';

describe('toKedaDetail', () => {
  it('shows ranges, triggers and conditions, and keeps addresses to itself', () => {
    const detail = toKedaDetail(scaledObject());
    expect(detail).toMatchObject({
      minReplicaCount: 2,
      maxReplicaCount: 10,
      pollingIntervalSeconds: 30,
      cooldownPeriodSeconds: 300,
      paused: false,
      triggers: [
        {
          type: 'prometheus',
          threshold: '30',
          query: 'sum(rate(requests_total[1m]))',
        },
      ],
    });
    expect(JSON.stringify(detail)).not.toContain('secret');
  });

  it('has the defaults of KEDA', () => {
    const detail = toKedaDetail(
      scaledObject({
        spec: { minReplicaCount: undefined, maxReplicaCount: undefined },
      }),
    );
    expect([detail.minReplicaCount, detail.maxReplicaCount]).toEqual([0, 100]);
  });

  it.each([
    [{ 'autoscaling.keda.sh/paused': 'true' }, true, undefined],
    [{ 'autoscaling.keda.sh/paused': 'false' }, false, undefined],
    [{ 'autoscaling.keda.sh/paused-replicas': '0' }, true, 0],
  ])('reads %j as paused: %s', (annotations, paused, pausedReplicas) => {
    const detail = toKedaDetail(scaledObject({ annotations }));
    expect([detail.paused, detail.pausedReplicas]).toEqual([
      paused,
      pausedReplicas,
    ]);
  });
});
