import { ClusterObject } from '../../store/types';

/** Where `autoscaling/v1` keeps what it has no field for. */
const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
const CURRENT_METRICS = 'autoscaling.alpha.kubernetes.io/current-metrics';
const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';

type Metric = Record<string, any>;

const isCpuUtilization = (metric: Metric) =>
  metric.type === 'Resource' &&
  metric.resource?.name === 'cpu' &&
  metric.resource?.target?.type === 'Utilization';

/** An `autoscaling/v2` HPA as `autoscaling/v1`; metrics other than CPU utilisation travel in annotations. */
export function hpaToV1(hpa: ClusterObject): ClusterObject {
  const { metrics = [], behavior, ...spec } = hpa.spec ?? {};
  const { currentMetrics: read, conditions: _, ...status } = hpa.status ?? {};
  // The controller writes `null` until it has read a metric.
  const currentMetrics: Metric[] = read ?? [];
  const cpu = metrics.find(isCpuUtilization);
  const others = metrics.filter((metric: Metric) => metric !== cpu);
  const currentCpu = currentMetrics.find(
    (metric: Metric) => metric.resource?.name === 'cpu',
  );
  const annotations = {
    ...hpa.metadata.annotations,
    ...(others.length > 0 && { [METRICS]: JSON.stringify(others) }),
    ...(currentMetrics.length > 0 && {
      [CURRENT_METRICS]: JSON.stringify(currentMetrics),
    }),
    ...(behavior && { [BEHAVIOR]: JSON.stringify(behavior) }),
  };
  return {
    ...hpa,
    metadata: {
      ...hpa.metadata,
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: {
      ...spec,
      ...(cpu && {
        targetCPUUtilizationPercentage: cpu.resource.target.averageUtilization,
      }),
    },
    status: {
      currentReplicas: 0,
      desiredReplicas: 0,
      ...status,
      ...(currentCpu?.resource?.current?.averageUtilization !== undefined && {
        currentCPUUtilizationPercentage:
          currentCpu.resource.current.averageUtilization,
      }),
    },
  };
}

function parsed(text: string | undefined): any {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function hpaFromV1(hpa: ClusterObject): ClusterObject {
  const {
    [METRICS]: metrics,
    [CURRENT_METRICS]: _c,
    [BEHAVIOR]: behavior,
    ...annotations
  } = hpa.metadata.annotations ?? {};
  const { targetCPUUtilizationPercentage: cpu, ...spec } = hpa.spec ?? {};
  const all = [
    ...(parsed(metrics) ?? []),
    ...(cpu === undefined
      ? []
      : [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: cpu },
            },
          },
        ]),
  ];
  const { currentCPUUtilizationPercentage: _p, ...status } = hpa.status ?? {};
  const { annotations: _a, ...metadata } = hpa.metadata;
  return {
    ...hpa,
    metadata: {
      ...metadata,
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: {
      ...spec,
      ...(all.length > 0 && { metrics: all }),
      ...(behavior && { behavior: parsed(behavior) }),
    },
    ...(hpa.status && { status }),
  };
}
