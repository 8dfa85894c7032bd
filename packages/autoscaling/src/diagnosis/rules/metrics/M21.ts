import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** M21: the adapter still works, but its project asks users to move on. */
export const M21 = defineRule({
  id: 'M21',
  severity: 'information',
  needs: ['hpas', 'apiServices'],
  title: { en: 'Adapter is deprecated', zh: '适配器已被弃用' },
  message: {
    en: 'HPA {hpa} gets {metric} from {service}, which is deprecated.',
    zh: 'HPA {hpa} 的 {metric} 来自已弃用的 {service}。',
  },
  remedy: {
    en: 'Plan the move to a KEDA ScaledObject with a prometheus trigger.',
    zh: '请规划迁移到带 prometheus 触发器的 KEDA ScaledObject。',
  },
  check: ({ hpas, snapshot }) =>
    (snapshot.apiServices ?? [])
      .filter(
        ({ metadata, spec }) =>
          metadata.name.endsWith('.custom.metrics.k8s.io') &&
          /prometheus-adapter/.test(spec?.service?.name ?? ''),
      )
      .slice(0, 1)
      .flatMap(service =>
        hpas.flatMap(hpa =>
          hpa.metrics
            .filter(({ type }) => type === 'Pods' || type === 'Object')
            .map(({ name, field }) =>
              match(
                {
                  hpa: hpa.name,
                  metric: name,
                  service: service.spec?.service?.name ?? '',
                },
                hpa.at(field),
                at.apiService(service, 'spec.service.name'),
              ),
            ),
        ),
      ),
});
