/** What explanations are made of, in one language. */
export interface ExplanationPhrases {
  scaleUnavailable(error: string): string;
  scalingDisabled(): string;
  aboveMax(current: number, max: number): string;
  belowMin(current: number, min: number): string;
  metricsUnavailable(current: number, error: string): string;
  /** `usage` and `target` with their unit. */
  measured(
    metric: string,
    usage: string,
    target: string,
    ratio: string,
  ): string;
  /** A metric that names no target pods: one amount for all. */
  measuredTotal(
    metric: string,
    usage: string,
    target: string,
    pods: number,
  ): string;
  proposes(ratio: string, pods: number, replicas: number): string;
  proposesPerPod(usage: string, target: string, replicas: number): string;
  heldWithinTolerance(up: string, down: string, current: number): string;
  heldDirectionWouldFlip(current: number): string;
  unreadyPods(count: number): string;
  missingPods(count: number): string;
  metricFailed(metric: string, reason: string, message: string): string;
  brokenMetricBlocksScaleDown(): string;
  decidingMetric(metric: string, replicas: number): string;
  scaleDownStabilized(seconds: number, replicas: number): string;
  scaleUpStabilized(seconds: number, replicas: number): string;
  tooManyReplicas(max: number): string;
  tooFewReplicas(min: number): string;
  scaleUpLimited(replicas: number): string;
  scaleDownLimited(replicas: number): string;
  keeps(replicas: number): string;
  changes(from: number, to: number): string;
  /** Between two sentences. */
  separator: string;
}

export const ENGLISH: ExplanationPhrases = {
  scaleUnavailable: error =>
    `The size of the target could not be read, so nothing was decided: ${error}.`,
  scalingDisabled: () =>
    'The target has 0 replicas and it was not this autoscaler that put it there, so it is left alone.',
  aboveMax: (current, max) =>
    `The target has ${current} replicas, more than the maximum of ${max}; metrics are not looked at.`,
  belowMin: (current, min) =>
    `The target has ${current} replicas, fewer than the minimum of ${min}; metrics are not looked at.`,
  metricsUnavailable: (current, error) =>
    `No usable answer came from the metrics, so the target stays at ${current}: ${error}.`,
  measured: (metric, usage, target, ratio) =>
    `${metric} is ${usage} against a target of ${target}, a ratio of ${ratio}.`,
  measuredTotal: (metric, usage, target, pods) =>
    `${metric} is ${usage} in total against a target of ${target} for each of ${pods} replicas.`,
  proposes: (ratio, pods, replicas) =>
    `${ratio} times ${pods} counted pods, rounded up, asks for ${replicas} replicas.`,
  proposesPerPod: (usage, target, replicas) =>
    `${usage} divided by ${target}, rounded up, asks for ${replicas} replicas.`,
  heldWithinTolerance: (up, down, current) =>
    `That is within the tolerance (up to ${up} above, ${down} below), so it asks to stay at ${current}.`,
  heldDirectionWouldFlip: current =>
    `With pods that are missing or not ready filled in, the direction would turn around, so it asks to stay at ${current}.`,
  unreadyPods: count =>
    count === 1
      ? '1 pod is not ready or still starting: it counts as idle when scaling up and not at all when scaling down.'
      : `${count} pods are not ready or still starting: they count as idle when scaling up and not at all when scaling down.`,
  missingPods: count =>
    count === 1
      ? '1 pod has no sample: it counts as idle when scaling up and as busy when scaling down.'
      : `${count} pods have no sample: they count as idle when scaling up and as busy when scaling down.`,
  metricFailed: (metric, reason, message) =>
    `${metric} could not be read (${reason}): ${message}.`,
  brokenMetricBlocksScaleDown: () =>
    'While a metric is broken, scaling down is blocked; scaling up still works.',
  decidingMetric: (metric, replicas) =>
    `The highest number wins: ${replicas}, from ${metric}.`,
  scaleDownStabilized: (seconds, replicas) =>
    `Within the last ${seconds} s a higher number was recommended, so it goes down no further than ${replicas} for now.`,
  scaleUpStabilized: (seconds, replicas) =>
    `Within the last ${seconds} s a lower number was recommended, so it goes up no further than ${replicas} for now.`,
  tooManyReplicas: max => `The maximum of ${max} replicas cuts this off.`,
  tooFewReplicas: min => `The minimum of ${min} replicas holds this up.`,
  scaleUpLimited: replicas =>
    `The scale-up rate allows ${replicas} replicas at this moment.`,
  scaleDownLimited: replicas =>
    `The scale-down rate allows no fewer than ${replicas} replicas at this moment.`,
  keeps: replicas => `Result: stays at ${replicas} replicas.`,
  changes: (from, to) => `Result: from ${from} to ${to} replicas.`,
  separator: ' ',
};

export const CHINESE: ExplanationPhrases = {
  scaleUnavailable: error => `无法读取目标的规模，因此没有做出决定：${error}。`,
  scalingDisabled: () =>
    '目标的副本数为 0，且不是由此自动伸缩器缩到 0 的，因此保持不动。',
  aboveMax: (current, max) =>
    `目标有 ${current} 个副本，超过上限 ${max}；不再查看指标。`,
  belowMin: (current, min) =>
    `目标有 ${current} 个副本，低于下限 ${min}；不再查看指标。`,
  metricsUnavailable: (current, error) =>
    `指标没有给出可用的结果，因此副本数保持为 ${current}：${error}。`,
  measured: (metric, usage, target, ratio) =>
    `${metric} 当前为 ${usage}，目标为 ${target}，比值为 ${ratio}。`,
  measuredTotal: (metric, usage, target, pods) =>
    `${metric} 总量为 ${usage}，${pods} 个副本中每个副本的目标为 ${target}。`,
  proposes: (ratio, pods, replicas) =>
    `${ratio} 乘以计入的 ${pods} 个 Pod，向上取整，需要 ${replicas} 个副本。`,
  proposesPerPod: (usage, target, replicas) =>
    `${usage} 除以 ${target}，向上取整，需要 ${replicas} 个副本。`,
  heldWithinTolerance: (up, down, current) =>
    `该比值在容差之内（向上 ${up}，向下 ${down}），因此建议保持 ${current} 个副本。`,
  heldDirectionWouldFlip: current =>
    `计入缺少指标或未就绪的 Pod 之后，伸缩方向会反转，因此建议保持 ${current} 个副本。`,
  unreadyPods: count =>
    `${count} 个 Pod 未就绪或仍在启动：扩容时按空闲计算，缩容时不计入。`,
  missingPods: count =>
    `${count} 个 Pod 没有指标样本：扩容时按空闲计算，缩容时按繁忙计算。`,
  metricFailed: (metric, reason, message) =>
    `无法读取 ${metric}（${reason}）：${message}。`,
  brokenMetricBlocksScaleDown: () =>
    '只要有一个指标不可用，缩容就会被阻止；扩容仍然有效。',
  decidingMetric: (metric, replicas) =>
    `取最大值：${replicas}，来自 ${metric}。`,
  scaleDownStabilized: (seconds, replicas) =>
    `最近 ${seconds} 秒内有过更高的建议值，因此暂时不会低于 ${replicas} 个副本。`,
  scaleUpStabilized: (seconds, replicas) =>
    `最近 ${seconds} 秒内有过更低的建议值，因此暂时不会高于 ${replicas} 个副本。`,
  tooManyReplicas: max => `受上限 ${max} 个副本的限制。`,
  tooFewReplicas: min => `受下限 ${min} 个副本的限制。`,
  scaleUpLimited: replicas => `扩容速率此刻最多允许 ${replicas} 个副本。`,
  scaleDownLimited: replicas => `缩容速率此刻最少允许 ${replicas} 个副本。`,
  keeps: replicas => `结果：保持 ${replicas} 个副本。`,
  changes: (from, to) => `结果：从 ${from} 个副本变为 ${to} 个副本。`,
  separator: '',
};
