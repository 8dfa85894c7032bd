import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** Modes in which one node, or one pod, holds the volume. */
const SINGLE = ['ReadWriteOnce', 'ReadWriteOncePod'];

/** C10: the second replica waits for a volume that the first one holds. */
export const C10 = defineRule({
  id: 'C10',
  severity: 'error',
  needs: ['hpas', 'workload', 'podTemplate', 'volumeClaims'],
  title: { en: 'Volume for one replica only', zh: '存储卷只能供一个副本使用' },
  message: {
    en: 'Up to {max} replicas of {target} mount claim {claim}, which allows {modes} only.',
    zh: '{target} 最多 {max} 个副本挂载声明 {claim}，而它只允许 {modes}。',
  },
  remedy: {
    en: 'Use a ReadWriteMany or ReadOnlyMany volume, or a StatefulSet with a claim for each replica.',
    zh: '请使用 ReadWriteMany 或 ReadOnlyMany 存储卷，或使用每个副本各有声明的 StatefulSet。',
  },
  check: ({ hpas, workload, template, snapshot }) => {
    if (!workload) return [];
    const names = (template?.spec?.volumes ?? []).map(
      volume => volume.persistentVolumeClaim?.claimName,
    );
    const claims = (snapshot.volumeClaims ?? []).filter(
      ({ metadata, spec }) =>
        names.includes(metadata.name) &&
        spec?.accessModes?.every(mode => SINGLE.includes(mode)),
    );
    return hpas
      .filter(({ max }) => max > 1)
      .flatMap(hpa =>
        claims.map(claim =>
          match(
            {
              max: hpa.max,
              target: workload.metadata.name,
              claim: claim.metadata.name,
              modes: claim.spec?.accessModes?.join(', ') ?? '',
            },
            hpa.at('spec.maxReplicas'),
            at.workload(workload, 'spec.template.spec.volumes'),
            at.volumeClaim(claim, 'spec.accessModes'),
          ),
        ),
      );
  },
});
