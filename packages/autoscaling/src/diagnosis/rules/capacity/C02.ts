import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** C02: the quota refuses pods, which looks like an autoscaler that does not scale. */
export const C02 = defineRule({
  id: 'C02',
  severity: 'error',
  needs: ['replicaSets'],
  title: { en: 'Pods are refused', zh: 'Pod 被拒绝创建' },
  message: {
    en: 'ReplicaSet {replicaSet} cannot make its pods: {problem}',
    zh: 'ReplicaSet {replicaSet} 无法创建 Pod：{problem}',
  },
  remedy: {
    en: 'Raise the quota, or lower maxReplicas or the requests; for another refusal follow the message.',
    zh: '请提高配额，或降低 maxReplicas 或请求值；若为其他拒绝原因，请按消息处理。',
  },
  check: ({ snapshot }) =>
    (snapshot.replicaSets ?? []).flatMap(set => {
      const failure = set.status?.conditions?.find(
        ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
      );
      return failure
        ? [
            match(
              {
                replicaSet: set.metadata.name,
                problem: failure.message ?? failure.reason ?? '',
              },
              at.replicaSet(set, 'status.conditions[type=ReplicaFailure]'),
            ),
          ]
        : [];
    }),
});
