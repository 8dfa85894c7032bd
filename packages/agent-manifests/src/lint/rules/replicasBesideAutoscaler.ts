import { LintRule } from '../LintRule';
import { findWorkload } from '../Manifests';

/** G02: every apply of the manifest sets the replicas back, and the autoscaler forward again. */
export const replicasBesideAutoscaler: LintRule = {
  id: 'G02',
  severity: 'warning',
  remedy: {
    en: 'Omit replicas. On a live object first take the field over with server-side apply, or it falls back to 1 once.',
    zh: '请省略 replicas。对于已存在的对象，请先用服务端应用接管该字段，否则会短暂回落到 1。',
  },
  check: manifests =>
    manifests.autoscalers.flatMap(({ object, target }) => {
      const workload = findWorkload(manifests, object, target);
      if (workload?.spec?.replicas === undefined) return [];
      return [
        {
          object: workload,
          field: 'spec.replicas',
          message: {
            en: `The manifest sets ${workload.spec.replicas} replicas, but ${object.kind} ${object.metadata.name} owns that number.`,
            zh: `清单设置了 ${workload.spec.replicas} 个副本，但该数值由 ${object.kind} ${object.metadata.name} 管理。`,
          },
        },
      ];
    }),
};
