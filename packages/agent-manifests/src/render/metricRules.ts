import { formatNumber } from '../kubernetes/quantity';
import { AgentSpec } from '../spec/AgentSpec';
import { metricSeries } from '../spec/scaling';

/** One rule of prometheus-adapter's `rules.custom`. */
export interface AdapterRule {
  seriesQuery: string;
  resources: { overrides: Record<string, { resource: string }> };
  name: { as: string };
  metricsQuery: string;
}

/** One trigger of a KEDA ScaledObject. */
export interface KedaTrigger {
  type: string;
  metricType?: string;
  name?: string;
  metadata: Record<string, string>;
}

/** How prometheus-adapter serves the custom metric of an agent; undefined when it has none. */
export function renderAdapterRule(spec: AgentSpec): AdapterRule | undefined {
  const metric = spec.scaling.customMetric;
  if (!metric) return undefined;
  return {
    seriesQuery: `${metricSeries(metric)}{namespace!="",pod!=""}`,
    resources: {
      overrides: {
        namespace: { resource: 'namespace' },
        pod: { resource: 'pod' },
      },
    },
    name: { as: metric.name },
    metricsQuery: `sum(rate(<<.Series>>{<<.LabelMatchers>>}[${metric.rateWindowSeconds}s])) by (<<.GroupBy>>)`,
  };
}

/** The triggers with the targets of the agent, for KEDA. */
export function renderKedaTriggers(spec: AgentSpec): KedaTrigger[] {
  const { scaling } = spec;
  const utilization = (type: 'cpu' | 'memory', percent?: number) =>
    percent === undefined
      ? []
      : [
          {
            type,
            metricType: 'Utilization',
            metadata: { value: String(percent) },
          },
        ];
  const metric = scaling.customMetric;
  return [
    ...utilization('cpu', scaling.cpuTargetPercent),
    ...utilization('memory', scaling.memoryTargetPercent),
    ...(metric
      ? [
          {
            type: 'prometheus',
            metricType: 'AverageValue',
            name: metric.name.replace(/_/g, '-'),
            metadata: {
              serverAddress: scaling.prometheusAddress,
              // Exactly two more parts: the ReplicaSet's and the pod's. The model server's pods have more.
              query: `sum(rate(${metricSeries(metric)}{namespace="${
                spec.namespace
              }",pod=~"${spec.name}-[a-z0-9]+-[a-z0-9]+"}[${
                metric.rateWindowSeconds
              }s]))`,
              threshold: kedaThreshold(metric.targetPerPod),
            },
          },
        ]
      : []),
  ];
}

/** KEDA reads a float, not a quantity; three digits are what an HPA can hold. */
function kedaThreshold(targetPerPod: number): string {
  return formatNumber(targetPerPod).endsWith('m')
    ? String(Math.round(targetPerPod * 1000) / 1000)
    : formatNumber(targetPerPod);
}
