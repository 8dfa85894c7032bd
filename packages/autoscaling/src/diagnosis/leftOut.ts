import type { LocalizedText } from './rule/Finding';

/** A fault of the catalogue that is not looked for, and why. */
export interface LeftOutRule {
  id: string;
  title: LocalizedText;
  /** What would be needed. */
  reason: LocalizedText;
}

const NEEDS_PROMETHEUS: LocalizedText = {
  en: 'needs series of Prometheus that neither the cache nor the history has',
  zh: '需要 Prometheus 序列，缓存与历史中均没有',
};

/** Faults of the catalogue without a signal in cache, history or manifests. */
export const LEFT_OUT_RULES: readonly LeftOutRule[] = [
  {
    id: 'M22',
    title: { en: 'Labels of DCGM series', zh: 'DCGM 序列的标签' },
    reason: NEEDS_PROMETHEUS,
  },
  {
    id: 'R16',
    title: {
      en: 'Controller restart shrank early',
      zh: '控制器重启导致提前缩容',
    },
    reason: {
      en: 'needs the past of the leader lease of kube-controller-manager, which managed clusters hide',
      zh: '需要 kube-controller-manager 选主租约的历史，托管集群不予公开',
    },
  },
  {
    id: 'C14',
    title: { en: 'CPU throttling', zh: 'CPU 限流' },
    reason: NEEDS_PROMETHEUS,
  },
  {
    id: 'D05',
    title: {
      en: 'Grace period is short for the work',
      zh: '宽限期短于任务时长',
    },
    reason: {
      en: 'needs how long requests or runs take, which nobody records yet',
      zh: '需要请求或任务的时长，目前没有记录',
    },
  },
  {
    id: 'D06',
    title: { en: 'Scale-in ends the busiest', zh: '缩容终止最忙的 Pod' },
    reason: {
      en: 'needs to know which pods hold sessions or long tasks, which nobody records yet',
      zh: '需要知道哪些 Pod 持有会话或长任务，目前没有记录',
    },
  },
  {
    id: 'V26',
    title: {
      en: 'No VPA series in Prometheus',
      zh: 'Prometheus 中没有 VPA 序列',
    },
    reason: NEEDS_PROMETHEUS,
  },
  {
    id: 'U04',
    title: { en: 'GPU is under-used', zh: 'GPU 使用不足' },
    reason: NEEDS_PROMETHEUS,
  },
  {
    id: 'U05',
    title: { en: 'GPU memory is nearly full', zh: '显存接近用满' },
    reason: NEEDS_PROMETHEUS,
  },
];
