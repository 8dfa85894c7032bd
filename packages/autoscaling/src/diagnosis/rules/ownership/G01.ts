import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';
import type { ManagedFieldsEntry } from '../../snapshot/objects';

/** Whether this manager says how many replicas the workload should have. */
function ownsReplicas({ subresource, fieldsV1 }: ManagedFieldsEntry): boolean {
  const spec = fieldsV1?.['f:spec'] as Record<string, unknown> | undefined;
  return subresource !== 'scale' && spec?.['f:replicas'] !== undefined;
}

/** G01: every sync of Git puts the replicas back. */
export const G01 = defineRule({
  id: 'G01',
  severity: 'warning',
  needs: ['hpas', 'workload', 'managedFields'],
  title: { en: 'Somebody else sets the replicas', zh: '副本数另有管理者' },
  message: {
    en: '{manager} owns spec.replicas of {target}, which HPA {hpa} scales; {jumps} changes of the recent past did not come from the autoscaler.',
    zh: '{manager} 拥有 {target} 的 spec.replicas，而该目标由 HPA {hpa} 伸缩；近期有 {jumps} 次变化并非来自自动伸缩器。',
  },
  remedy: {
    en: 'Remove replicas from the manifest; in Argo CD also ignore /spec/replicas with RespectIgnoreDifferences=true.',
    zh: '请从清单中移除 replicas；在 Argo CD 中还需忽略 /spec/replicas 并设置 RespectIgnoreDifferences=true。',
  },
  check: ({ hpas, workload, snapshot }) => {
    const owners = (snapshot.managedFields ?? []).filter(
      entry =>
        ownsReplicas(entry) && entry.manager !== 'kube-controller-manager',
    );
    if (!workload) return [];
    const jumps = (snapshot.history?.scaleEvents ?? []).filter(
      ({ source }) => source === 'Observed',
    ).length;
    return hpas.flatMap(hpa =>
      owners.map(({ manager = 'unknown' }) =>
        match(
          { manager, target: workload.metadata.name, hpa: hpa.name, jumps },
          at.workload(
            workload,
            `metadata.managedFields[manager=${manager}].fieldsV1.f:spec.f:replicas`,
            manager,
          ),
          at.workload(workload, 'spec.replicas'),
        ),
      ),
    );
  },
});
