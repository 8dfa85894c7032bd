import { manifestsOfKind, readNumber } from '../../facts/manifests';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** G02: the number in Git and the number of the autoscaler are rivals at the next apply. */
export const G02 = defineRule({
  id: 'G02',
  severity: 'warning',
  needs: ['manifests', 'hpas'],
  title: { en: 'Manifest fixes the replicas', zh: '清单固定了副本数' },
  message: {
    en: 'The manifest of {target} says {replicas} replicas, and HPA {hpa} scales it: every apply sets it back.',
    zh: '{target} 的清单写明 {replicas} 个副本，而 HPA {hpa} 会伸缩它：每次 apply 都会将其重置。',
  },
  remedy: {
    en: 'Leave replicas out. With client-side apply first take it out of the last-applied annotation (kubectl apply edit-last-applied), or the removal resets it to 1 once.',
    zh: '请不要写 replicas。若使用客户端 apply，请先用 kubectl apply edit-last-applied 将其从注解中移除，否则移除时会被重置为 1 一次。',
  },
  check: ({ snapshot, hpas }) =>
    hpas.flatMap(hpa => {
      const { kind, name } = hpa.object.spec.scaleTargetRef;
      return manifestsOfKind(snapshot, kind).flatMap(manifest => {
        const replicas = readNumber(manifest, 'spec.replicas');
        return manifest.metadata.name === name && replicas !== undefined
          ? [
              match(
                { target: name, replicas, hpa: hpa.name },
                at.manifest(manifest, 'spec.replicas'),
                hpa.at('spec.scaleTargetRef'),
              ),
            ]
          : [];
      });
    }),
});
