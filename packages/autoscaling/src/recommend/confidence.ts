import type { ReplayAgreement, ReplayHistory, ReplayResult } from '../replay';
import type { ScalingConfidence, ScalingConfidenceReason } from './types';

const DAY_MS = 86_400_000;

/** Proposals, not upstream values. */
const GOOD_AGREEMENT = 0.8;
const BAD_AGREEMENT = 0.5;
const MIN_DECISIONS = 5;
const MAX_GAPS = 0.2;

export interface Assessment {
  confidence: ScalingConfidence;
  reasons: readonly ScalingConfidenceReason[];
}

/**
 * How far what a replay says can be trusted. Low: less than a day, a fifth without data, or less than half of the real decisions
 * reproduced. High: a week, and four fifths of at least five real decisions reproduced.
 */
export function assessReplay(
  history: ReplayHistory,
  result: ReplayResult,
  agreement: ReplayAgreement | undefined,
): Assessment {
  const days = (history.to - history.from) / DAY_MS;
  const minutes = (history.to - history.from) / 60_000;
  const gaps =
    Math.max(
      0,
      ...Object.values(result.signals).map(
        ({ minutesWithoutData }) => minutesWithoutData,
      ),
    ) / minutes;
  const reasons: ScalingConfidenceReason[] = [];
  if (days < 1) reasons.push('shortHistory');
  if (days >= 7) reasons.push('weekOfHistory');
  if (gaps > MAX_GAPS) reasons.push('gaps');
  const share =
    agreement && agreement.total > 0
      ? agreement.best.reproduced / agreement.total
      : undefined;
  if (!agreement) reasons.push('noReplicaHistory');
  else if (agreement.total < MIN_DECISIONS) reasons.push('fewDecisions');
  else if (share! >= GOOD_AGREEMENT) reasons.push('agrees');
  else if (share! < BAD_AGREEMENT) reasons.push('disagrees');
  return { confidence: confidenceFrom(reasons), reasons };
}

function confidenceFrom(
  reasons: readonly ScalingConfidenceReason[],
): ScalingConfidence {
  const has = (reason: ScalingConfidenceReason) => reasons.includes(reason);
  if (has('shortHistory') || has('gaps') || has('disagrees')) return 'low';
  return has('weekOfHistory') && has('agrees') ? 'high' : 'medium';
}

/** For requests: days of samples as the VPA recommender counts them. */
export function assessSamples(days: number): Assessment {
  if (days < 1) return { confidence: 'low', reasons: ['fewSamples'] };
  return days >= 7
    ? { confidence: 'high', reasons: ['weekOfHistory'] }
    : { confidence: 'medium', reasons: [] };
}
