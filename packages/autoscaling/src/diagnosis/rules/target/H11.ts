import { manifestsOfKind } from '../../facts/manifests';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** Where each removed version ended. */
const REMOVED_IN: Readonly<Record<string, string>> = {
  'autoscaling/v2beta1': '1.25',
  'autoscaling/v2beta2': '1.26',
};

/** H11: the manifest can no longer be applied, although the object in the cluster lives on. */
export const H11 = defineRule({
  id: 'H11',
  severity: 'error',
  needs: ['manifests'],
  title: { en: 'Removed API version', zh: '已移除的 API 版本' },
  message: {
    en: 'The manifest of HPA {hpa} uses {apiVersion}, which Kubernetes {version} removed.',
    zh: 'HPA {hpa} 的清单使用 {apiVersion}，Kubernetes {version} 已将其移除。',
  },
  remedy: {
    en: 'Write apiVersion: autoscaling/v2; targets move under metrics[].<type>.target.',
    zh: '请改为 apiVersion: autoscaling/v2；目标值移至 metrics[].<type>.target 之下。',
  },
  check: ({ snapshot }) =>
    manifestsOfKind(snapshot, 'HorizontalPodAutoscaler').flatMap(manifest => {
      const { apiVersion = '', metadata } = manifest;
      const version = REMOVED_IN[apiVersion];
      return version
        ? [
            match(
              { hpa: metadata.name, apiVersion, version },
              at.manifest(manifest, 'apiVersion'),
            ),
          ]
        : [];
    }),
});
