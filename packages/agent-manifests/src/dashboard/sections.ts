import { Section } from './grafana';

const IN_NAMESPACE = 'namespace="$namespace"';
const HPA = `${IN_NAMESPACE},horizontalpodautoscaler=~"$agent"`;
/** Pods of an agent and of its model server. */
const PODS = `${IN_NAMESPACE},pod=~"($agent)-.+"`;
const MODEL_PODS = `${IN_NAMESPACE},pod=~"($agent)-model-server-.+"`;
const VPA = `${IN_NAMESPACE},verticalpodautoscaler=~"$agent"`;
const VPA_TARGET =
  'kube_customresource_verticalpodautoscaler_status_recommendation_containerrecommendations_target';
/** The agent's name of a pod's name; the model server counts to its agent. */
const byAgent = (expr: string) =>
  `sum by (agent) (label_replace(${expr}, "agent", "$1", "pod", "($agent)-.+"))`;

/**
 * The sections of the dashboard. Series of HPAs and pods come from kube-state-metrics, usage from cAdvisor, GPUs from
 * the DCGM exporter, inference from vLLM and Triton. A panel whose exporter is not installed stays empty.
 */
export const sections: readonly Section[] = [
  {
    title: 'Agents overview · 智能体概览',
    panels: [
      {
        type: 'stat',
        title: 'Replicas now · 当前副本数',
        unit: 'short',
        targets: [
          [
            `kube_horizontalpodautoscaler_status_current_replicas{${HPA}}`,
            '{{horizontalpodautoscaler}}',
          ],
        ],
      },
      {
        type: 'stat',
        title: 'Room to the maximum · 距上限余量',
        unit: 'short',
        targets: [
          [
            `kube_horizontalpodautoscaler_spec_max_replicas{${HPA}} - kube_horizontalpodautoscaler_status_current_replicas{${HPA}}`,
            '{{horizontalpodautoscaler}}',
          ],
        ],
      },
      {
        type: 'stat',
        title: 'Unavailable pods · 不可用 Pod',
        unit: 'short',
        targets: [
          [
            `kube_deployment_status_replicas_unavailable{${IN_NAMESPACE},deployment=~"($agent)(-model-server)?"}`,
            '{{deployment}}',
          ],
        ],
      },
    ],
  },
  {
    title: 'Resource usage · 资源使用情况',
    panels: [
      {
        type: 'timeseries',
        title: 'CPU, share of the request · CPU（占请求比例）',
        unit: 'percentunit',
        targets: [
          [
            `${byAgent(
              `rate(container_cpu_usage_seconds_total{${PODS},container!=""}[5m])`,
            )} / ${byAgent(
              `kube_pod_container_resource_requests{${PODS},resource="cpu"}`,
            )}`,
            '{{agent}}',
          ],
        ],
      },
      {
        type: 'timeseries',
        title: 'Memory, share of the request · 内存（占请求比例）',
        unit: 'percentunit',
        targets: [
          [
            `${byAgent(
              `container_memory_working_set_bytes{${PODS},container!=""}`,
            )} / ${byAgent(
              `kube_pod_container_resource_requests{${PODS},resource="memory"}`,
            )}`,
            '{{agent}}',
          ],
        ],
      },
      {
        type: 'timeseries',
        title: 'GPU utilisation · GPU 使用率',
        description:
          'Needs honorLabels in the scrape of the DCGM exporter; otherwise the pod is in exported_pod.',
        unit: 'percent',
        targets: [[`avg by (pod) (DCGM_FI_DEV_GPU_UTIL{${PODS}})`, '{{pod}}']],
      },
    ],
  },
  {
    title: 'Scaling history · 伸缩历史',
    panels: [
      {
        type: 'timeseries',
        title: 'Replicas wanted and present · 期望与当前副本数',
        unit: 'short',
        targets: [
          [
            `kube_horizontalpodautoscaler_status_desired_replicas{${HPA}}`,
            '{{horizontalpodautoscaler}} desired',
          ],
          [
            `kube_horizontalpodautoscaler_status_current_replicas{${HPA}}`,
            '{{horizontalpodautoscaler}} current',
          ],
        ],
      },
      {
        type: 'timeseries',
        title: 'Changes per hour · 每小时伸缩次数',
        unit: 'short',
        targets: [
          [
            `changes(kube_horizontalpodautoscaler_status_desired_replicas{${HPA}}[1h])`,
            '{{horizontalpodautoscaler}}',
          ],
        ],
      },
      {
        type: 'timeseries',
        title: 'CPU recommendation (VPA) · VPA 的 CPU 推荐值',
        description:
          'Series of the VPA need a CustomResourceState configuration of kube-state-metrics.',
        unit: 'short',
        targets: [
          [
            `${VPA_TARGET}{${VPA},resource="cpu"}`,
            '{{verticalpodautoscaler}} {{container}}',
          ],
        ],
      },
    ],
  },
  {
    title: 'Model performance · 模型性能',
    panels: [
      {
        type: 'timeseries',
        title: 'Latency P50, P95, P99 (vLLM) · 推理延迟',
        unit: 's',
        targets: (['0.5', '0.95', '0.99'] as const).map(quantile => [
          `histogram_quantile(${quantile}, sum by (le, model_name) (rate(vllm:e2e_request_latency_seconds_bucket{${MODEL_PODS}}[5m])))`,
          `{{model_name}} ${quantile}`,
        ]),
      },
      {
        type: 'timeseries',
        title: 'Inference requests · 推理请求数',
        unit: 'reqps',
        targets: [
          [
            `sum by (model_name) (rate(vllm:request_success_total{${MODEL_PODS}}[5m]))`,
            'vLLM {{model_name}}',
          ],
          [
            `sum by (model) (rate(nv_inference_request_success{${MODEL_PODS}}[5m]))`,
            'Triton {{model}}',
          ],
        ],
      },
      {
        type: 'timeseries',
        title: 'Cache hits · 缓存命中率',
        unit: 'percentunit',
        targets: [
          [
            `sum by (model_name) (rate(vllm:prefix_cache_hits_total{${MODEL_PODS}}[5m])) / sum by (model_name) (rate(vllm:prefix_cache_queries_total{${MODEL_PODS}}[5m]))`,
            'vLLM {{model_name}}',
          ],
        ],
      },
    ],
  },
  {
    title: 'System health · 系统健康',
    panels: [
      {
        type: 'timeseries',
        title: 'Restarts per hour · 每小时重启次数',
        unit: 'short',
        targets: [
          [
            `sum by (pod) (increase(kube_pod_container_status_restarts_total{${PODS}}[1h])) > 0`,
            '{{pod}}',
          ],
        ],
      },
      {
        type: 'timeseries',
        title: 'Pending pods · 等待调度的 Pod',
        unit: 'short',
        targets: [
          [
            `sum by (pod) (kube_pod_status_phase{${PODS},phase="Pending"}) > 0`,
            '{{pod}}',
          ],
        ],
      },
      {
        type: 'timeseries',
        title: 'HPA conditions that are false · 为假的 HPA 状况',
        description: 'ScalingActive false: the metrics are missing.',
        unit: 'short',
        targets: [
          [
            `kube_horizontalpodautoscaler_status_condition{${HPA},condition=~"AbleToScale|ScalingActive",status="false"} > 0`,
            '{{horizontalpodautoscaler}} {{condition}}',
          ],
        ],
      },
    ],
  },
];
