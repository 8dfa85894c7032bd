import { completeScaleUpRules } from '../../hpa/defaults';
import { tolerancesOf } from '../../hpa/tolerance';
import type { HpaOptions } from '../../hpa/types';
import type { HpaFacts } from '../facts/HpaFacts';
import type { MetricFacts } from '../facts/MetricFacts';
import type { LocalizedText } from '../rule/Finding';
import { formatAmount } from './formatAmount';
import { PHRASES } from './phrases';
import { say, sayLocalized } from './say';
import { proposalOf } from './steps';

/** The reasons as far as the status tells them. */
export function statusSentences(
  hpa: HpaFacts,
  current: number,
  options: HpaOptions,
  binding: MetricFacts | undefined,
): LocalizedText[] {
  if (!hpa.object.status) return [say('unseen', { hpa: hpa.name })];
  const stopped = (['AbleToScale', 'ScalingActive'] as const)
    .map(type => hpa.condition(type))
    .find(condition => condition?.status === 'False');
  const { reason = '', message = '' } = stopped ?? {};
  const tolerances = tolerancesOf(hpa.object.spec.behavior, options);
  const metrics = hpa.metrics.map(metric => {
    const replicas = proposalOf(metric, current, tolerances);
    return metric.current === undefined || replicas === undefined
      ? say('noValue', { metric: metric.name })
      : sayLocalized(
          PHRASES.asks,
          { metric: metric.name, replicas },
          {
            value: formatAmount(metric, metric.current),
            target: formatAmount(metric, metric.target),
          },
        );
  });
  return [
    ...(stopped ? [say('stopped', { reason, message })] : []),
    ...metrics,
    ...(binding && metrics.length > 1
      ? [say('binding', { metric: binding.name })]
      : []),
    ...limitSentences(hpa),
  ];
}

const LIMITS = [
  'TooManyReplicas',
  'TooFewReplicas',
  'ScaleUpLimit',
  'ScaleDownLimit',
] as const;

function limitSentences(hpa: HpaFacts): LocalizedText[] {
  const { min, max, desired } = hpa;
  const limit = LIMITS.find(reason =>
    hpa.conditionWith('ScalingLimited', 'True', reason),
  );
  const { stabilizationWindowSeconds: window } = completeScaleUpRules(
    hpa.object.spec.behavior?.scaleUp,
  );
  const isWaiting = hpa.conditionWith(
    'AbleToScale',
    'True',
    'ScaleUpStabilized',
  );
  return [
    ...(limit ? [say(limit, { min, max, desired })] : []),
    ...(isWaiting ? [say('ScaleUpStabilized', { window })] : []),
  ];
}

/** The metric that asks for most; `undefined` while none has a value. */
export function bindingOf(
  hpa: HpaFacts,
  current: number,
  options: HpaOptions,
): MetricFacts | undefined {
  const tolerances = tolerancesOf(hpa.object.spec.behavior, options);
  const asks = (metric: MetricFacts) =>
    proposalOf(metric, current, tolerances) ?? -1;
  // Of equals the controller keeps the first.
  return hpa.metrics
    .filter(metric => asks(metric) >= 0)
    .reduce<MetricFacts | undefined>(
      (best, metric) => (best && asks(best) >= asks(metric) ? best : metric),
      undefined,
    );
}
