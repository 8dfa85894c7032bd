import { METRICS_ANNOTATION } from '../../render/labels';
import { HpaMetric } from '../../kubernetes/manifestShapes';
import { LintRule } from '../LintRule';
import { findWorkload } from '../Manifests';

/** M04: a Pods metric that the pods do not announce never gets a value, and then blocks scaling down. */
export const metricNotExposed: LintRule = {
  id: 'M04',
  severity: 'error',
  remedy: {
    en: `Expose the metric and list it in the pod template annotation ${METRICS_ANNOTATION} beside prometheus.io/scrape, or remove it from the autoscaler.`,
    zh: `请暴露该指标，并在 Pod 模板注解 ${METRICS_ANNOTATION} 中列出（同时设置 prometheus.io/scrape），或从伸缩器中删除该指标。`,
  },
  check(manifests) {
    return manifests.hpas.flatMap(hpa => {
      const workload = findWorkload(manifests, hpa, hpa.spec?.scaleTargetRef);
      if (!workload) return [];
      const annotations = workload.spec?.template?.metadata?.annotations ?? {};
      const exposed =
        annotations['prometheus.io/scrape'] === 'true'
          ? (annotations[METRICS_ANNOTATION] ?? '').split(',')
          : [];
      return (hpa.spec?.metrics ?? []).flatMap((metric: HpaMetric, index) => {
        const name = metric.type === 'Pods' && metric.pods?.metric?.name;
        if (!name || exposed.map(text => text.trim()).includes(name)) return [];
        return [
          {
            object: hpa,
            field: `spec.metrics[${index}].pods.metric.name`,
            message: {
              en: `The pods of ${workload.kind} ${workload.metadata.name} do not say that they expose ${name}.`,
              zh: `${workload.kind} ${workload.metadata.name} 的 Pod 未声明暴露指标 ${name}。`,
            },
          },
        ];
      });
    });
  },
};
