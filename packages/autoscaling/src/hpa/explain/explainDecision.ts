import { formatMilli } from '../../quantity';
import type {
  HpaExplanation,
  HpaReconcileResult,
  MetricProposal,
} from '../types';
import { CHINESE, ENGLISH, type ExplanationPhrases } from './phrases';

/** A decision in words. */
export interface DecisionText {
  /** One sentence per step, in the order in which the controller takes them. */
  sentences: readonly string[];
  /** The sentences together. */
  text: string;
}

function ratioText(ratio: number): string {
  if (!Number.isFinite(ratio)) return Number.isNaN(ratio) ? '0/0' : '∞';
  return String(Math.round(ratio * 1000) / 1000);
}

function percentText(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10} %`;
}

function metricSentences(
  proposal: MetricProposal,
  current: number,
  phrases: ExplanationPhrases,
): string[] {
  const { metricName } = proposal;
  if (!proposal.ok)
    return [
      phrases.metricFailed(metricName, proposal.reason, proposal.message),
    ];
  const { calculation, replicas } = proposal;
  const amount = (value: number) =>
    calculation.kind === 'utilization' ? `${value} %` : formatMilli(value);
  const usage = amount(calculation.usage);
  const target = amount(calculation.target);
  const ratio = ratioText(calculation.ratio);
  const sentences = [
    calculation.kind === 'perPod'
      ? phrases.measuredTotal(metricName, usage, target, calculation.podCount)
      : phrases.measured(
          metricName,
          usage,
          target,
          ratioText(calculation.rawRatio),
        ),
  ];
  if (calculation.unreadyPods.length > 0)
    sentences.push(phrases.unreadyPods(calculation.unreadyPods.length));
  if (calculation.missingPods.length > 0)
    sentences.push(phrases.missingPods(calculation.missingPods.length));
  if (calculation.held === 'withinTolerance') {
    const { up, down } = calculation.tolerance;
    sentences.push(
      phrases.heldWithinTolerance(percentText(up), percentText(down), current),
    );
  } else if (calculation.held) {
    sentences.push(phrases.heldDirectionWouldFlip(current));
  } else if (calculation.kind === 'perPod') {
    sentences.push(phrases.proposesPerPod(usage, target, replicas));
  } else {
    sentences.push(phrases.proposes(ratio, calculation.podCount, replicas));
  }
  return sentences;
}

function normalizationSentences(
  explanation: HpaExplanation,
  phrases: ExplanationPhrases,
): string[] {
  const { stabilization, limit, minReplicas, maxReplicas } = explanation;
  const sentences: string[] = [];
  if (stabilization?.reason === 'ScaleDownStabilized') {
    sentences.push(
      phrases.scaleDownStabilized(
        stabilization.downWindowSeconds,
        stabilization.desiredReplicas,
      ),
    );
  }
  if (stabilization?.reason === 'ScaleUpStabilized') {
    sentences.push(
      phrases.scaleUpStabilized(
        stabilization.upWindowSeconds,
        stabilization.desiredReplicas,
      ),
    );
  }
  switch (limit?.reason) {
    case 'TooManyReplicas':
      sentences.push(phrases.tooManyReplicas(maxReplicas));
      break;
    case 'TooFewReplicas':
      sentences.push(phrases.tooFewReplicas(minReplicas));
      break;
    case 'ScaleUpLimit':
      sentences.push(phrases.scaleUpLimited(limit.desiredReplicas));
      break;
    case 'ScaleDownLimit':
      sentences.push(phrases.scaleDownLimited(limit.desiredReplicas));
      break;
    default:
  }
  return sentences;
}

function branchSentences(
  explanation: HpaExplanation,
  phrases: ExplanationPhrases,
): string[] {
  const {
    branch,
    currentReplicas = 0,
    minReplicas,
    maxReplicas,
    proposals,
    error = '',
  } = explanation;
  const broken = proposals.some(({ ok }) => !ok);
  const metrics = proposals.flatMap(proposal =>
    metricSentences(proposal, currentReplicas, phrases),
  );
  switch (branch) {
    case 'scaleUnavailable':
      return [phrases.scaleUnavailable(error)];
    case 'scalingDisabled':
      return [phrases.scalingDisabled()];
    case 'aboveMax':
      return [phrases.aboveMax(currentReplicas, maxReplicas)];
    case 'belowMin':
      return [phrases.belowMin(currentReplicas, minReplicas)];
    case 'metricsUnavailable':
      return proposals.some(({ ok }) => ok)
        ? [...metrics, phrases.brokenMetricBlocksScaleDown()]
        : [...metrics, phrases.metricsUnavailable(currentReplicas, error)];
    default:
      return [
        ...metrics,
        ...(broken ? [phrases.brokenMetricBlocksScaleDown()] : []),
        ...(proposals.length > 1
          ? [
              phrases.decidingMetric(
                explanation.decidingMetric ?? '',
                explanation.metricDesiredReplicas ?? 0,
              ),
            ]
          : []),
        ...normalizationSentences(explanation, phrases),
      ];
  }
}

/**
 * Says in plain words why an HPA pass came to its number, with the numbers in it.
 *
 * @param result - the answer of {@link reconcileHpa}
 * @param language - `en` or `zh` (Simplified Chinese); names of metrics and texts of the API stay as they are
 */
export function explainDecision(
  result: Pick<HpaReconcileResult, 'desiredReplicas' | 'explanation'>,
  language: 'en' | 'zh' = 'en',
): DecisionText {
  const phrases = language === 'zh' ? CHINESE : ENGLISH;
  const { explanation, desiredReplicas } = result;
  const { currentReplicas } = explanation;
  const outcome: string[] = [];
  if (currentReplicas !== undefined) {
    outcome.push(
      desiredReplicas === currentReplicas
        ? phrases.keeps(currentReplicas)
        : phrases.changes(currentReplicas, desiredReplicas),
    );
  }
  const sentences = [...branchSentences(explanation, phrases), ...outcome];
  return { sentences, text: sentences.join(phrases.separator) };
}
