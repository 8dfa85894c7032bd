import { MetricsSource } from '../../metrics/types';
import { StatusError } from '../../store/StatusError';
import { json } from '../Reply';
import { VirtualGroup } from '../virtualGroups';

/** `external.metrics.k8s.io`: metrics of things outside the cluster. */
export function externalMetricsGroup(metrics: MetricsSource): VirtualGroup {
  return {
    group: 'external.metrics.k8s.io',
    version: 'v1beta1',
    get resources() {
      return metrics.externalMetricNames().map(name => ({
        name,
        singularName: '',
        namespaced: true,
        kind: 'ExternalMetricValueList',
        verbs: ['get'],
      }));
    },
    handle: (request, { namespace, resource: metric, name }) => {
      if (namespace === undefined || name !== undefined) return undefined;
      if (!metrics.externalMetricNames().includes(metric)) {
        throw new StatusError(
          404,
          'NotFound',
          `the server could not find the metric ${metric} for external metrics`,
          {},
        );
      }
      const labelSelector = request.query.get('labelSelector');
      const series = metrics.externalMetric({
        metric,
        namespace,
        ...(labelSelector && { labelSelector }),
      });
      return json({
        kind: 'ExternalMetricValueList',
        apiVersion: 'external.metrics.k8s.io/v1beta1',
        metadata: {},
        items: series.map(({ labels, value, timestamp }) => ({
          metricName: metric,
          metricLabels: labels,
          timestamp,
          value,
        })),
      });
    },
  };
}
