/** Sentences of recommendations, in English and Simplified Chinese. They are assembled from numbers, so they are not in a message catalogue. */
export interface Bilingual {
  en: string;
  zh: string;
}

const round = (value: number) => String(Math.round(value * 10) / 10);

export function requestsPhrase(input: {
  container: string;
  resource: string;
  from: string;
  to: string;
  isCapped: boolean;
}): Bilingual {
  const { container, resource, from, to, isCapped } = input;
  return {
    en: `Container ${container} requests ${from} of ${resource}; what it used asks for ${to}.${
      isCapped ? ' That is the end of its allowed range.' : ''
    }`,
    zh: `容器 ${container} 的 ${resource} 请求为 ${from}；按实际用量应为 ${to}。${
      isCapped ? '这已到其允许范围的边界。' : ''
    }`,
  };
}

export function restatedPhrase(input: {
  resource: string;
  fromPercent: number;
  toPercent: number;
}): Bilingual {
  const { resource, fromPercent, toPercent } = input;
  return {
    en: `The ${resource} target goes from ${fromPercent} % to ${toPercent} % because the request changes: pods are added at the same absolute usage as before.`,
    zh: `由于请求值改变，${resource} 目标由 ${fromPercent}% 改为 ${toPercent}%：仍在与之前相同的绝对用量时扩容。`,
  };
}

const WHAT = {
  target: { en: 'Another target', zh: '调整目标值' },
  minReplicas: { en: 'Another minimum', zh: '调整最小副本数' },
  maxReplicas: { en: 'A higher maximum', zh: '提高最大副本数' },
  scaleUp: { en: 'Other scale-up rules', zh: '调整扩容规则' },
  scaleDown: { en: 'Other scale-down rules', zh: '调整缩容规则' },
} as const;

export function searchPhrase(input: {
  kind: keyof typeof WHAT;
  from: string;
  to: string;
  /** Share of the objective that this change earns, with all others in place. */
  earnedShare: number;
  before: { aboveGoal: number; replicaHours: number; churn: number };
  after: { aboveGoal: number; replicaHours: number; churn: number };
}): Bilingual {
  const { kind, from, to, before, after } = input;
  const percent = round(input.earnedShare * 100);
  const numbers = {
    en: `minutes above the goal ${round(before.aboveGoal)} to ${round(
      after.aboveGoal,
    )}, replica hours ${round(before.replicaHours)} to ${round(
      after.replicaHours,
    )}, pods started and stopped ${before.churn} to ${after.churn}`,
    zh: `高于目标的分钟数 ${round(before.aboveGoal)} 变为 ${round(
      after.aboveGoal,
    )}，副本小时 ${round(before.replicaHours)} 变为 ${round(
      after.replicaHours,
    )}，启停的 Pod 数 ${before.churn} 变为 ${after.churn}`,
  };
  return {
    en: `${WHAT[kind].en} (${from} to ${to}) earns ${percent} % of the objective in the replay. All recommendations together: ${numbers.en}.`,
    zh: `${WHAT[kind].zh}（由 ${from} 改为 ${to}）在回放中使目标函数改善 ${percent}%。全部建议合计：${numbers.zh}。`,
  };
}
