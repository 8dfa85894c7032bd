import { manifestsOfKind } from '../../facts/manifests';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

const DIRECTIONS = ['scaleUp', 'scaleDown'] as const;
const DEFAULTS = {
  scaleUp: '4 pods or 100 % per 15 s',
  scaleDown: '100 % per 15 s',
};

/** R12: in the cluster the API server has filled in what Git leaves open, so only the manifest shows it. */
export const R12 = defineRule({
  id: 'R12',
  severity: 'information',
  needs: ['manifests'],
  title: { en: 'One direction takes the defaults', zh: '某一方向采用默认值' },
  message: {
    en: 'HPA {hpa} in Git states behavior for one direction only; {direction} takes the defaults ({defaults}).',
    zh: 'Git 中的 HPA {hpa} 只写明了一个方向的 behavior；{direction} 采用默认值（{defaults}）。',
  },
  remedy: {
    en: 'State behavior.{direction} too.',
    zh: '请同时写明 behavior.{direction}。',
  },
  check: ({ snapshot }) =>
    manifestsOfKind(snapshot, 'HorizontalPodAutoscaler').flatMap(manifest => {
      const behavior = manifest.spec?.behavior as
        | Record<string, unknown>
        | undefined;
      const open = DIRECTIONS.filter(direction => !behavior?.[direction]);
      return behavior && open.length === 1
        ? [
            match(
              {
                hpa: manifest.metadata.name,
                direction: open[0],
                defaults: DEFAULTS[open[0]],
              },
              at.manifest(manifest, `spec.behavior.${open[0]}`),
            ),
          ]
        : [];
    }),
});
