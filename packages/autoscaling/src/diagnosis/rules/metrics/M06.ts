import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** M06: a ContainerResource metric of a container that the pods do not have. */
export const M06 = defineRule({
  id: 'M06',
  severity: 'error',
  needs: ['hpas', 'workload'],
  title: { en: 'Metric of an unknown container', zh: '指标引用了不存在的容器' },
  message: {
    en: 'HPA {hpa} measures container {container}, but the pods have {names}.',
    zh: 'HPA {hpa} 度量容器 {container}，但 Pod 中只有 {names}。',
  },
  remedy: {
    en: 'Write one of {names} in containerResource.container.',
    zh: '请在 containerResource.container 中填写 {names} 之一。',
  },
  check: ({ hpas, workload, containers }) => {
    if (!workload || containers.length === 0) return [];
    const names = containers.map(({ container }) => container.name);
    return hpas.flatMap(hpa =>
      hpa.metrics.flatMap(({ container, field }) =>
        container === undefined || names.includes(container)
          ? []
          : [
              match(
                { hpa: hpa.name, container, names: names.join(', ') },
                hpa.at(`${field}.container`),
                at.workload(
                  workload,
                  'spec.template.spec.containers',
                  names.join(', '),
                ),
              ),
            ],
      ),
    );
  },
});
