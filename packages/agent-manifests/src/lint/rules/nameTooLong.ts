import { LintRule } from '../LintRule';

/** KEDA's HPA is called `keda-hpa-<name>` and its name becomes a label value of at most 63 characters. */
const KEDA_PREFIX = 'keda-hpa-';
const LABEL_LENGTH = 63;

/** N01 (ours): names that are refused, or whose derived names are. */
export const nameTooLong: LintRule = {
  id: 'N01',
  severity: 'error',
  remedy: { en: 'Shorten the name.', zh: '请缩短名称。' },
  check: ({ objects }) =>
    objects.flatMap(object => {
      const limit = lengthLimit(object.kind, customHpaName(object));
      const { name } = object.metadata;
      if (limit === undefined || name.length <= limit) return [];
      return [
        {
          object,
          field: 'metadata.name',
          message: {
            en: `${name.length} characters are more than the ${limit} that a ${object.kind} may have.`,
            zh: `名称有 ${name.length} 个字符，超过 ${object.kind} 允许的 ${limit} 个。`,
          },
        },
      ];
    }),
};

function lengthLimit(kind: string, hasOwnHpaName: boolean): number | undefined {
  switch (kind) {
    case 'Service':
    case 'Namespace':
      return LABEL_LENGTH;
    case 'ScaledObject':
      return hasOwnHpaName ? LABEL_LENGTH : LABEL_LENGTH - KEDA_PREFIX.length;
    default:
      return undefined;
  }
}

function customHpaName(object: { [field: string]: unknown }): boolean {
  const spec = object.spec as
    | { advanced?: { horizontalPodAutoscalerConfig?: { name?: string } } }
    | undefined;
  return Boolean(spec?.advanced?.horizontalPodAutoscalerConfig?.name);
}
