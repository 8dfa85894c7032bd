import type { CacheChange, CachedObject } from '@suoke/kubernetes-cache';
import { deployment, NOW } from '../__fixtures__/builders';
import { ReplicaObserver } from './ReplicaObserver';

const workload = deployment();

function change(
  replicas: number,
  generation: number,
  type: CacheChange['type'] = 'MODIFIED',
): CacheChange {
  const object: CachedObject = {
    ...workload,
    metadata: { ...workload.metadata, generation },
    spec: { ...workload.spec, replicas },
  };
  return { cluster: 'local', resource: 'deployments.apps', type, object };
}

describe('ReplicaObserver', () => {
  it('sees a change only after a first sight', () => {
    const observer = new ReplicaObserver();
    expect(observer.observe(change(2, 1, 'ADDED'), NOW)).toBeUndefined();
    expect(observer.observe(change(2, 1), NOW)).toBeUndefined();
    expect(observer.observe(change(5, 2), NOW)).toMatchObject({
      name: 'xiaoai',
      uid: workload.metadata.uid,
      version: 'generation:2',
      event: { from: 2, to: 5, source: 'Observed', at: NOW.toISOString() },
    });
  });

  it('gives one change one version, whoever sees it and when', () => {
    const [early, late] = [new ReplicaObserver(), new ReplicaObserver()];
    early.observe(change(2, 1), NOW);
    late.observe(change(2, 1), NOW);
    const first = early.observe(change(5, 2), NOW)!;
    const resynced = change(5, 2);
    resynced.object!.metadata.resourceVersion = '9999';
    const second = late.observe(resynced, NOW)!;
    expect(second.version).toBe(first.version);
  });

  it('starts anew when a workload is deleted', () => {
    const observer = new ReplicaObserver();
    observer.observe(change(2, 1), NOW);
    observer.observe(change(2, 1, 'DELETED'), NOW);
    expect(observer.observe(change(5, 1, 'ADDED'), NOW)).toBeUndefined();
  });

  it('looks at workloads only', () => {
    const observer = new ReplicaObserver();
    expect(
      observer.observe({ cluster: 'c', resource: 'pods', type: 'HEALTH' }, NOW),
    ).toBeUndefined();
  });
});
