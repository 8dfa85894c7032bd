import type {
  MetricSpec,
  MetricTarget,
  MetricValueStatus,
} from '../../hpa/types';
import { quantityToNumber } from '../../quantity';
import type { SnapshotHpa } from '../snapshot/objects';
import { metricIdOf, metricSourceOf } from './metricIdOf';

export type TargetKind = 'Utilization' | 'AverageValue' | 'Value';

/** One entry of `spec.metrics`, whatever its type. */
export interface MetricFacts {
  spec: MetricSpec;
  /** Path of its source: `spec.metrics[0].resource`. */
  field: string;
  /** As in {@link HistorySample.metrics}. */
  id: string;
  type: string;
  name: string;
  container?: string;
  targetKind: TargetKind;
  /** Path of the number that is aimed at. */
  targetField: string;
  /** Percent, or the metric's unit. */
  target: number;
  /** As the controller last read it, in the unit of `target`; `undefined` when it could not. */
  current?: number;
}

const SOURCES = [
  'resource',
  'containerResource',
  'pods',
  'object',
  'external',
] as const;

/** AverageValue wins over Value when an object has both, as in the controller. */
function targetKindOf(target: MetricTarget): TargetKind {
  if (target.averageUtilization !== undefined) return 'Utilization';
  return target.averageValue !== undefined ? 'AverageValue' : 'Value';
}

const NUMBER_OF = {
  Utilization: 'averageUtilization',
  AverageValue: 'averageValue',
  Value: 'value',
} as const;

function numberOf(
  holder: MetricTarget | MetricValueStatus | undefined,
  kind: TargetKind,
  field: string,
): number | undefined {
  const value = holder?.[NUMBER_OF[kind]];
  return value === undefined ? undefined : quantityToNumber(value, field);
}

/**
 * The metrics of an HPA with what was last read of them. Entries without the source that their type names are left out.
 *
 * @throws {@link AutoscalingInputError} for a target that is no quantity
 */
export function readMetrics(hpa: SnapshotHpa): MetricFacts[] {
  return (hpa.spec.metrics ?? []).flatMap((spec, index) => {
    const source = SOURCES.find(name => spec[name] !== undefined);
    const target = source && spec[source]?.target;
    if (!target) return [];
    const id = metricIdOf(spec);
    const kind = targetKindOf(target);
    const field = `spec.metrics[${index}].${source}`;
    const targetField = `${field}.target.${NUMBER_OF[kind]}`;
    const status = (hpa.status?.currentMetrics ?? []).find(
      entry => entry.type !== '' && metricIdOf(entry) === id,
    );
    const { name, container } = metricSourceOf(spec);
    return [
      {
        spec,
        field,
        id,
        type: spec.type,
        name,
        container,
        targetKind: kind,
        targetField,
        target: numberOf(target, kind, targetField) ?? 0,
        current: numberOf(
          status?.[source]?.current,
          kind,
          `status.currentMetrics[${index}]`,
        ),
      },
    ];
  });
}
