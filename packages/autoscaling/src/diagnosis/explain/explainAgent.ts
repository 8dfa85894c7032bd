import { AutoscalingInputError } from '../../errors';
import { explainDecision } from '../../hpa/explain/explainDecision';
import { resolveHpaOptions } from '../../hpa/options';
import type { HpaOptionsInput, HpaReconcileResult } from '../../hpa/types';
import { HpaFacts } from '../facts/HpaFacts';
import type { Finding, LocalizedText } from '../rule/Finding';
import type { SnapshotHpa } from '../snapshot/objects';
import { formatAmount } from './formatAmount';
import { CONDITIONS, PHRASES } from './phrases';
import { scaleDownWait, type ScaleDownWait } from './scaleDownWait';
import { say, sayLocalized } from './say';
import { bindingOf, statusSentences } from './statusSentences';
import { replicaStep, type MetricThreshold, type ReplicaStep } from './steps';

export interface ExplainAgentInput {
  /** With the status of its last pass. */
  hpa: SnapshotHpa;
  /** Milliseconds since the epoch. */
  now: number;
  /** A pass of {@link reconcileHpa} over the same HPA: makes the reasons and the end of the window exact. */
  result?: HpaReconcileResult;
  /** Of {@link diagnose}: errors among them are named as what is in the way. */
  findings?: readonly Finding[];
  /** The number that somebody expected. Default: one more and one less. */
  insteadOf?: number;
  /** Flags of kube-controller-manager, where they are known. */
  hpaOptions?: HpaOptionsInput;
  /** How an instant is told. Default: `12:03 UTC`. */
  formatTime?: (milliseconds: number) => string;
}

/** Why an agent has the replicas that it has, and why not others. */
export interface AgentExplanation {
  current: number;
  min: number;
  max: number;
  /** Id of the metric that asks for most, as in {@link metricIdOf}. */
  bindingMetric?: string;
  /** What more replicas need; absent at the maximum, at 0 or where `behavior` forbids it. */
  up?: ReplicaStep;
  /** What fewer replicas need; absent at the minimum, at 0 or where `behavior` forbids it. */
  down?: ReplicaStep;
  /** What the scale-down window does; absent without `down`. */
  wait?: ScaleDownWait;
  /** What is in the way. */
  blocks: readonly Finding[];
  sentences: readonly LocalizedText[];
  text: LocalizedText;
}

function utcTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(11, 16)} UTC`;
}

function conditionText({
  metric,
  is,
  threshold,
}: MetricThreshold): LocalizedText {
  const condition = sayLocalized(
    CONDITIONS[is],
    { metric: metric.name },
    { threshold: formatAmount(metric, threshold) },
  );
  return metric.current === undefined
    ? condition
    : sayLocalized(
        CONDITIONS.now,
        {},
        { condition, value: formatAmount(metric, metric.current) },
      );
}

function conditionsText(step: ReplicaStep): LocalizedText {
  const texts = step.thresholds.map(conditionText);
  return {
    en: texts.map(({ en }) => en).join('; '),
    zh: texts.map(({ zh }) => zh).join('；'),
  };
}

/** The reasons as a pass tells them. */
function decisionSentences(result: HpaReconcileResult): LocalizedText[] {
  const chinese = explainDecision(result, 'zh').sentences;
  return explainDecision(result, 'en').sentences.map((en, index) => ({
    en,
    zh: chinese[index],
  }));
}

/** What stands against a number, whatever the metrics say. */
function impossible(hpa: HpaFacts, current: number, wanted: number) {
  const { min, max } = hpa;
  if (wanted > max) return say('aboveMax', { wanted, max });
  if (wanted < min) return say('belowMin', { wanted, min });
  const direction = wanted > current ? 'scaleUp' : 'scaleDown';
  return hpa.object.spec.behavior?.[direction]?.selectPolicy === 'Disabled'
    ? say('disabled', { wanted, direction })
    : undefined;
}

function waitSentence(
  wait: ScaleDownWait,
  formatTime: (milliseconds: number) => string,
): LocalizedText {
  const { windowSeconds: window, until, heldBy } = wait;
  if (until === undefined) return say('window', { window });
  return heldBy
    ? say('waitsUntil', {
        window,
        until: formatTime(until),
        replicas: heldBy.replicas,
        since: formatTime(heldBy.at),
      })
    : say('waitsAtMost', { window, until: formatTime(until) });
}

function assertCount(insteadOf: number | undefined): void {
  if (insteadOf === undefined) return;
  if (Number.isInteger(insteadOf) && insteadOf >= 0) return;
  throw new AutoscalingInputError({
    field: 'insteadOf',
    problem: `${insteadOf} is not a number of replicas`,
    remedy: 'give a whole number of 0 or more, or leave it out',
  });
}

/**
 * Says why an agent has the replicas that it has, and what others would need, with the numbers.
 *
 * @remarks
 * Without `result` the reasons come from the HPA's status, which has the values and the conditions of the last pass but not the pods that
 * it counted: proposals and thresholds then hold for pods that are all ready and have samples.
 *
 * @throws {@link AutoscalingInputError} for an `insteadOf` that is no number of replicas, and for quantities in the HPA that are none
 */
export function explainAgent(input: ExplainAgentInput): AgentExplanation {
  const { now, result, insteadOf, formatTime = utcTime } = input;
  assertCount(insteadOf);
  const hpa = new HpaFacts(input.hpa, []);
  const options = resolveHpaOptions(input.hpaOptions);
  const current = result?.explanation.currentReplicas ?? hpa.current;
  const { min, max } = hpa;
  const binding = bindingOf(hpa, current, options);
  const blocks = (input.findings ?? []).filter(
    ({ severity }) => severity === 'error',
  );
  const sentences = [
    say('size', {
      target: hpa.object.spec.scaleTargetRef.name,
      current,
      hpa: hpa.name,
      min,
      max,
    }),
    ...(result
      ? decisionSentences(result)
      : statusSentences(hpa, current, options, binding)),
  ];
  const explanation: AgentExplanation = {
    current,
    min,
    max,
    ...(binding && { bindingMetric: binding.id }),
    blocks,
    sentences,
    text: { en: '', zh: '' },
  };
  for (const wanted of wantedSizes(current, insteadOf)) {
    const obstacle = impossible(hpa, current, wanted);
    if (obstacle) {
      sentences.push(obstacle);
      continue;
    }
    const direction = wanted > current ? 'up' : 'down';
    const step = replicaStep(hpa, current, wanted, options);
    explanation[direction] = step;
    sentences.push(
      sayLocalized(
        PHRASES[direction],
        { wanted },
        { conditions: conditionsText(step) },
      ),
    );
    if (direction === 'down') {
      explanation.wait = scaleDownWait(hpa, wanted, { now, options, result });
      sentences.push(waitSentence(explanation.wait, formatTime));
    }
  }
  sentences.push(
    ...blocks.map(({ id, message }) =>
      sayLocalized(PHRASES.block, { id }, { message }),
    ),
  );
  explanation.text = {
    en: sentences.map(({ en }) => en).join(' '),
    zh: sentences.map(({ zh }) => zh).join(''),
  };
  return explanation;
}

/** The other numbers to speak of. A target at 0 is woken by the controller's own rules, not by a ratio. */
function wantedSizes(current: number, insteadOf: number | undefined): number[] {
  if (current === 0) return [];
  if (insteadOf !== undefined && insteadOf !== current) return [insteadOf];
  return [current + 1, current - 1];
}
