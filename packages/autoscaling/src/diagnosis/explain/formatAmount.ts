import type { MetricFacts } from '../facts/MetricFacts';
import type { LocalizedText } from '../rule/Finding';

const MIB = 1024 ** 2;

function numberText({ type, name }: MetricFacts, value: number): string {
  return type.endsWith('Resource') && name === 'memory'
    ? `${Math.round(value / MIB)}Mi`
    : String(Math.round(value * 100) / 100);
}

/** A value of a metric with its unit: `77 %`, `33 per pod`, `120 in total`. */
export function formatAmount(
  metric: MetricFacts,
  value: number,
): LocalizedText {
  if (metric.targetKind === 'Utilization') {
    const percent = `${Math.round(value * 10) / 10} %`;
    return { en: percent, zh: percent };
  }
  const number = numberText(metric, value);
  return metric.targetKind === 'AverageValue'
    ? { en: `${number} per pod`, zh: `每个 Pod ${number}` }
    : { en: `${number} in total`, zh: `总计 ${number}` };
}
