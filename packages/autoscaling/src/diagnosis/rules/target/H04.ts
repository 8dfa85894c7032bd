import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** H04: the owner writes its own number over that of the HPA. */
export const H04 = defineRule({
  id: 'H04',
  severity: 'warning',
  needs: ['hpas', 'workload'],
  title: { en: 'Target has an owner', zh: '目标另有所有者' },
  message: {
    en: 'HPA {hpa} scales {target}, but {owner} controls it and sets its replicas.',
    zh: 'HPA {hpa} 伸缩 {target}，但 {owner} 控制着它并设置其副本数。',
  },
  remedy: {
    en: 'Target {owner} in scaleTargetRef.',
    zh: '请在 scaleTargetRef 中指向 {owner}。',
  },
  check: ({ hpas, workload }) => {
    const owners = workload?.metadata.ownerReferences ?? [];
    const index = owners.findIndex(({ controller }) => controller);
    if (!workload || index < 0) return [];
    const { kind, name } = owners[index];
    return hpas.map(hpa =>
      match(
        {
          hpa: hpa.name,
          target: workload.metadata.name,
          owner: `${kind}/${name}`,
        },
        at.workload(workload, `metadata.ownerReferences[${index}]`),
        hpa.at('spec.scaleTargetRef'),
      ),
    );
  },
});
