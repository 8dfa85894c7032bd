import { manifestsOfKind, readNumber } from '../../facts/manifests';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

const FIELDS = {
  HorizontalPodAutoscaler: ['spec.minReplicas', 'spec.maxReplicas', 1],
  ScaledObject: ['spec.minReplicaCount', 'spec.maxReplicaCount', 0],
} as const;

/** R02: a range that the API server refuses, so Git and the cluster drift apart. */
export const R02 = defineRule({
  id: 'R02',
  severity: 'error',
  needs: ['manifests'],
  title: { en: 'Range is invalid', zh: '范围无效' },
  message: {
    en: '{kind} {name} in Git asks for {min} to {max} replicas, which the API server refuses.',
    zh: 'Git 中的 {kind} {name} 要求 {min} 至 {max} 个副本，API 服务器会拒绝。',
  },
  remedy: {
    en: 'Set a maximum of at least 1 that is not below the minimum.',
    zh: '请设置不小于 1 且不低于最小值的最大值。',
  },
  check: ({ snapshot }) =>
    (['HorizontalPodAutoscaler', 'ScaledObject'] as const).flatMap(kind =>
      manifestsOfKind(snapshot, kind).flatMap(manifest => {
        const [minField, maxField, defaultMin] = FIELDS[kind];
        const min = readNumber(manifest, minField) ?? defaultMin;
        const max = readNumber(manifest, maxField);
        if (max === undefined || (max >= 1 && min <= max)) return [];
        return [
          match(
            { kind, name: manifest.metadata.name, min, max },
            at.manifest(manifest, minField),
            at.manifest(manifest, maxField),
          ),
        ];
      }),
    ),
});
