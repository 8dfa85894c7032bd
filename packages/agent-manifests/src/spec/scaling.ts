import { z } from 'zod';

const policySchema = z.strictObject({
  type: z.enum(['Pods', 'Percent']),
  value: z.int().min(1),
  /** Seconds. */
  periodSeconds: z.int().min(1).max(1800),
});

const rulesSchema = z.strictObject({
  /** Seconds. */
  stabilizationWindowSeconds: z.int().min(0).max(3600),
  /** `Max` is the policy that changes most, also when scaling down. */
  selectPolicy: z.enum(['Max', 'Min', 'Disabled']),
  policies: z.array(policySchema).min(1),
});

/**
 * Both directions are always written out: a direction that is left out takes the defaults of the API server, which
 * halve a fleet within 15 seconds after the window.
 */
export const behaviorSchema = z.strictObject({
  scaleUp: rulesSchema.default({
    stabilizationWindowSeconds: 0,
    selectPolicy: 'Max',
    policies: [
      { type: 'Percent', value: 100, periodSeconds: 30 },
      { type: 'Pods', value: 2, periodSeconds: 30 },
    ],
  }),
  scaleDown: rulesSchema.default({
    stabilizationWindowSeconds: 300,
    selectPolicy: 'Max',
    policies: [
      { type: 'Percent', value: 25, periodSeconds: 60 },
      { type: 'Pods', value: 1, periodSeconds: 60 },
    ],
  }),
});

export const customMetricSchema = z.strictObject({
  /** Name under which the HPA asks for it. */
  name: z
    .string()
    .max(63)
    .regex(
      /^[a-z_][a-z0-9_]*$/,
      'use a Prometheus name in lower case, for example "ai_inference_requests_per_second"',
    ),
  /** Average per pod at which the agent is well used, in the unit of the metric. */
  targetPerPod: z.number().min(0.001),
  /** Counter that the agent exposes; default: the name with `_per_second` replaced by `_total`. */
  series: z
    .string()
    .regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/, 'use a Prometheus series name')
    .optional(),
  /** Seconds over which the counter becomes a rate; at least two scrapes have to fit. */
  rateWindowSeconds: z.int().min(30).max(3600).default(120),
});

const percentSchema = z
  .int()
  .min(1, 'use a percentage of the request from 1')
  .max(100, 'use at most 100; a target above the request can starve the pod');

export const scalingSchema = z
  .strictObject({
    /** Who serves the custom metric: `adapter` renders an HPA, `keda` a ScaledObject; never both for one agent. */
    provider: z.enum(['adapter', 'keda']).default('adapter'),
    minReplicas: z
      .int()
      .min(1, 'use at least 1; an agent at zero replicas answers nobody')
      .max(1000),
    maxReplicas: z.int().min(1).max(1000),
    cpuTargetPercent: percentSchema.optional(),
    memoryTargetPercent: percentSchema.optional(),
    customMetric: customMetricSchema.optional(),
    behavior: behaviorSchema.prefault({}),
    /** Where KEDA asks for the custom metric; not used by `adapter`. */
    prometheusAddress: z
      .url({ protocol: /^https?$/, error: 'use an http or https address' })
      .default('http://prometheus-server.monitoring.svc'),
  })
  .superRefine((scaling, context) => {
    if (scaling.minReplicas > scaling.maxReplicas) {
      context.addIssue({
        code: 'custom',
        path: ['minReplicas'],
        message: `must not exceed maxReplicas (${scaling.maxReplicas})`,
      });
    }
    const { cpuTargetPercent, memoryTargetPercent, customMetric } = scaling;
    if (!cpuTargetPercent && !memoryTargetPercent && !customMetric) {
      context.addIssue({
        code: 'custom',
        path: ['cpuTargetPercent'],
        message:
          'set at least one of cpuTargetPercent, memoryTargetPercent and customMetric, or there is nothing to scale on',
      });
    }
  });

export type ScalingSpec = z.output<typeof scalingSchema>;
export type ScalingBehavior = z.output<typeof behaviorSchema>;
export type CustomMetricSpec = z.output<typeof customMetricSchema>;

/** The counter behind a custom metric. */
export function metricSeries(metric: CustomMetricSpec): string {
  return metric.series ?? metric.name.replace(/_per_second$/, '_total');
}
