import { parseQuantity } from '../../kubernetes/quantity';
import { LintRule } from '../LintRule';
import { findWorkload, sameNamespace, selectsPodsOf } from '../Manifests';

/** D01: at the minimum no pod may be evicted, so a node with one of them cannot be drained. */
export const budgetBlocksAtMinimum: LintRule = {
  id: 'D01',
  severity: 'warning',
  remedy: {
    en: 'Use maxUnavailable: 1 instead of minAvailable.',
    zh: '请用 maxUnavailable: 1 代替 minAvailable。',
  },
  check: manifests =>
    manifests.autoscalers.flatMap(({ object, target, minReplicas }) => {
      const workload = findWorkload(manifests, object, target);
      // With a single pod D03 says the same with another remedy.
      if (!workload || minReplicas < 2) return [];
      return manifests.pdbs
        .filter(
          pdb =>
            sameNamespace(pdb, workload) &&
            selectsPodsOf(pdb.spec?.selector, workload) &&
            requiredPods(pdb.spec?.minAvailable, minReplicas) >= minReplicas,
        )
        .map(pdb => ({
          object: pdb,
          field: 'spec.minAvailable',
          message: {
            en: `${pdb.spec?.minAvailable} pods must stay, and the minimum is ${minReplicas}: nothing may be evicted.`,
            zh: `须保留 ${pdb.spec?.minAvailable} 个 Pod，而最小副本数为 ${minReplicas}：不允许任何驱逐。`,
          },
        }));
    }),
};

/** Pods that `minAvailable` keeps of `replicas`; a percentage is rounded up, as the disruption controller does. */
export function requiredPods(
  minAvailable: number | string | undefined,
  replicas: number,
): number {
  if (minAvailable === undefined) return 0;
  const text = String(minAvailable);
  return text.endsWith('%')
    ? Math.ceil((replicas * Number(text.slice(0, -1))) / 100)
    : parseQuantity(text) ?? 0;
}
