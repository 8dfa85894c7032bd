import { allContainers } from '../containers';
import { LintRule } from '../LintRule';
import { findWorkload } from '../Manifests';

/** V24: a policy for a container that the pods do not have has no effect. */
export const unknownVpaContainer: LintRule = {
  id: 'V24',
  severity: 'warning',
  remedy: {
    en: 'Correct containerName, or use "*" for every container.',
    zh: '请更正 containerName，或用 "*" 表示所有容器。',
  },
  check: manifests =>
    manifests.vpas.flatMap(vpa => {
      const workload = findWorkload(manifests, vpa, vpa.spec?.targetRef);
      if (!workload) return [];
      const names = allContainers(workload).map(
        ({ container }) => container.name,
      );
      return (vpa.spec?.resourcePolicy?.containerPolicies ?? []).flatMap(
        ({ containerName }, index) =>
          containerName === '*' || names.includes(containerName)
            ? []
            : [
                {
                  object: vpa,
                  field: `spec.resourcePolicy.containerPolicies[${index}].containerName`,
                  message: {
                    en: `${workload.kind} ${workload.metadata.name} has no container ${containerName}.`,
                    zh: `${workload.kind} ${workload.metadata.name} 中没有容器 ${containerName}。`,
                  },
                },
              ],
      );
    }),
};
