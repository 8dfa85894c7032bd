import { manifestsOfKind, readNumber } from '../../facts/manifests';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** Since when HPAScaleToZero is on by default. */
const DEFAULT_SINCE = 37;

/** Z03: an HPA in the cluster with a minimum of 0 proves that the gate is on, so only Git is looked at. */
export const Z03 = defineRule({
  id: 'Z03',
  severity: 'error',
  needs: ['manifests', 'kubernetesVersion', 'hpas'],
  title: { en: 'Cluster cannot scale to 0', zh: '集群不支持缩至 0' },
  message: {
    en: 'HPA {hpa} in Git has minReplicas {min}; Kubernetes 1.{minor} refuses that unless HPAScaleToZero is switched on (default since 1.{since}).',
    zh: 'Git 中的 HPA {hpa} 的 minReplicas 为 {min}；除非开启 HPAScaleToZero（自 1.{since} 起默认开启），Kubernetes 1.{minor} 会拒绝。',
  },
  remedy: {
    en: 'Use a KEDA ScaledObject with minReplicaCount 0, or set minReplicas to 1.',
    zh: '请使用 minReplicaCount 为 0 的 KEDA ScaledObject，或将 minReplicas 设为 1。',
  },
  check: ({ snapshot, minorVersion, hpas }) => {
    const isOn = hpas.some(({ min }) => min === 0);
    if (isOn || minorVersion === undefined || minorVersion >= DEFAULT_SINCE)
      return [];
    return manifestsOfKind(snapshot, 'HorizontalPodAutoscaler').flatMap(
      manifest => {
        const min = readNumber(manifest, 'spec.minReplicas');
        return min === 0
          ? [
              match(
                {
                  hpa: manifest.metadata.name,
                  min,
                  minor: minorVersion,
                  since: DEFAULT_SINCE,
                },
                at.manifest(manifest, 'spec.minReplicas'),
              ),
            ]
          : [];
      },
    );
  },
});
