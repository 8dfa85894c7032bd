import { ageColumn, integerColumn, nameColumn, textColumn } from '../columns';
import { TableColumn } from '../ResourceType';

/** Metrics that fit into the TARGETS column; the rest is counted. */
const SHOWN_METRICS = 2;

const UNKNOWN = '<unknown>';

type Metric = Record<string, any>;

const sources: Record<string, string> = {
  External: 'external',
  Pods: 'pods',
  Object: 'object',
  Resource: 'resource',
  ContainerResource: 'containerResource',
};

function target(spec: Metric, status: Metric | undefined): string {
  const source = sources[spec.type];
  const wanted = spec[source]?.target ?? {};
  const current = status?.[source]?.current ?? {};
  switch (spec.type) {
    case 'Resource':
    case 'ContainerResource': {
      const name = spec[source]?.name;
      if (wanted.averageValue !== undefined)
        return `${name}: ${current.averageValue ?? UNKNOWN}/${
          wanted.averageValue
        }`;
      const now =
        current.averageUtilization === undefined
          ? UNKNOWN
          : `${current.averageUtilization}%`;
      return `${name}: ${now}/${
        wanted.averageUtilization === undefined
          ? '<auto>'
          : `${wanted.averageUtilization}%`
      }`;
    }
    case 'Pods':
      return `${current.averageValue ?? UNKNOWN}/${wanted.averageValue}`;
    case 'Object':
    case 'External':
      return wanted.averageValue !== undefined
        ? `${current.averageValue ?? UNKNOWN}/${wanted.averageValue} (avg)`
        : `${current.value ?? UNKNOWN}/${wanted.value}`;
    default:
      return '<unknown type>';
  }
}

/** The TARGETS column: `cpu: 45%/70%, 12/30 + 1 more...`. */
export function formatTargets(
  specs: readonly Metric[] = [],
  // The controller writes `null` until it has read a metric.
  statuses?: readonly Metric[] | null,
): string {
  if (specs.length === 0) return '<none>';
  const texts = specs.map((spec, i) => target(spec, statuses?.[i]));
  const shown = texts.slice(0, SHOWN_METRICS).join(', ');
  return texts.length > SHOWN_METRICS
    ? `${shown} + ${texts.length - SHOWN_METRICS} more...`
    : shown;
}

export const hpaColumns: readonly TableColumn[] = [
  nameColumn,
  textColumn(
    'Reference',
    ({ spec }) => `${spec?.scaleTargetRef?.kind}/${spec?.scaleTargetRef?.name}`,
  ),
  textColumn('Targets', ({ spec, status }) =>
    formatTargets(spec?.metrics, status?.currentMetrics),
  ),
  textColumn('MinPods', ({ spec }) =>
    spec?.minReplicas === undefined ? '<unset>' : String(spec.minReplicas),
  ),
  integerColumn('MaxPods', ({ spec }) => spec?.maxReplicas ?? 0),
  integerColumn('Replicas', ({ status }) => status?.currentReplicas ?? 0),
  ageColumn,
];
