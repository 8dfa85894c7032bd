import { quantityToNumber } from '../../../quantity';
import { manifestsOfKind } from '../../facts/manifests';
import { defineRule, match } from '../../rule/Rule';
import { at } from '../../rule/at';

/** The API server writes quantities anew: 0.5 in Git is 500m in the cluster. */
const QUANTITIES = /\.(value|averageValue|tolerance)$/;

function isSame(wanted: unknown, live: unknown, path: string): boolean {
  if (String(wanted) === String(live)) return true;
  const areQuantities = QUANTITIES.test(path) && live !== undefined;
  return (
    areQuantities &&
    quantityToNumber(String(wanted), path) ===
      quantityToNumber(String(live), path)
  );
}

/** Paths below `path` where the live value is not what Git states. What Git leaves open may be anything: the API server fills it in. */
function differences(wanted: unknown, live: unknown, path: string): string[] {
  if (typeof wanted !== 'object' || wanted === null)
    return isSame(wanted, live, path) ? [] : [path];
  return Object.entries(wanted).flatMap(([key, value]) =>
    differences(
      value,
      (live as Record<string, unknown> | undefined)?.[key],
      Array.isArray(wanted) ? `${path}[${key}]` : `${path}.${key}`,
    ),
  );
}

/** G03: what runs is not what was reviewed. */
export const G03 = defineRule({
  id: 'G03',
  severity: 'information',
  needs: ['manifests', 'hpas'],
  title: { en: 'HPA differs from Git', zh: 'HPA 与 Git 不一致' },
  message: {
    en: 'HPA {hpa} differs from its manifest in {count} fields: {fields}.',
    zh: 'HPA {hpa} 与其清单有 {count} 个字段不同：{fields}。',
  },
  remedy: {
    en: 'Apply the manifest, or bring the change into Git.',
    zh: '请应用清单，或将该更改提交到 Git。',
  },
  check: ({ snapshot, hpas }) =>
    hpas.flatMap(hpa =>
      manifestsOfKind(snapshot, 'HorizontalPodAutoscaler')
        .filter(({ metadata }) => metadata.name === hpa.name)
        .flatMap(manifest => {
          const fields = differences(
            manifest.spec ?? {},
            hpa.object.spec,
            'spec',
          );
          return fields.length === 0
            ? []
            : [
                match(
                  {
                    hpa: hpa.name,
                    count: fields.length,
                    fields: fields.join(', '),
                  },
                  ...fields.map(field => at.manifest(manifest, field)),
                  ...fields.map(field => hpa.at(field)),
                ),
              ];
        }),
    ),
});
