import { AutoscalingInputError } from '../errors';
import { resolveHpaOptions } from '../hpa/options';
import type { HpaOptions, HpaSpec } from '../hpa/types';
import { replayAgreement, replayHpa, type ReplayHistory } from '../replay';
import { quantityOfAmount, VPA_RESOURCES } from '../vpa';
import { explicitBehavior } from './candidates';
import { assessReplay, assessSamples, type Assessment } from './confidence';
import { changedMetric, fieldOf, shortOf, valueOf } from './describe';
import { withGoals } from './goals';
import { metricsOf } from './metricTargets';
import { effectOf, resolveObjective } from './objective';
import { deploymentPatch, hpaPatch } from './patches';
import { requestsPhrase, restatedPhrase, searchPhrase } from './phrases';
import {
  recommendRequests,
  withRequests,
  type RequestChange,
} from './recommendRequests';
import { restateTargets, type RestatedTarget } from './restateTargets';
import { searchHpa, type SearchResult } from './searchHpa';
import type {
  ReplicaBounds,
  RecommendScalingInput,
  RecommendScalingOptions,
  ScalingEffect,
  ScalingRecommendation,
  ScalingRecommendations,
} from './types';
import { pricingFor } from './pricing';

const DEFAULT_MIN_GAIN = 0.02;
const DEFAULT_MAX_REPLAYS = 80;
const MILLIS_PER_HOUR = 3_600_000;

/**
 * What should change about an agent's requests and its HPA, together. Requests come from the VPA's arithmetic on what was used;
 * utilisation targets are restated so that pods are added at the same absolute usage; then other targets, ranges and rules are
 * replayed over the history and the best by the objective is kept, if it is better by enough.
 *
 * The same input gives the same answer. It runs up to `maxReplays` replays: seconds for a month of history.
 *
 * @throws {@link AutoscalingInputError} naming the field that cannot be computed with
 */
export function recommendScaling(
  input: RecommendScalingInput,
  options: RecommendScalingOptions = {},
): ScalingRecommendations {
  const objective = resolveObjective(options.objective);
  const controller = resolveHpaOptions(options.controller);
  const { minGain, maxReplays } = limitsOf(options);
  const { spec } = input;
  const bounds = boundsOf(input);
  const agreement =
    input.replicas &&
    replayAgreement(spec, input.history, input.replicas, options);
  const replayOptions: RecommendScalingOptions = {
    ...options,
    phaseSeconds: agreement?.best.phaseSeconds ?? options.phaseSeconds,
  };
  const before = replayHpa(spec, input.history, replayOptions);
  const history = withGoals(spec, input.history, options.controller);
  const measured = replayHpa(spec, history, replayOptions);
  const hours = (history.to - history.from) / MILLIS_PER_HOUR;
  const meanReplicas = before.replicaHours / hours;
  const effectBefore = effectOf(measured, objective, meanReplicas);

  const requests = requestsStep(input, history, controller);
  const rightsized: ReplayHistory = { ...history, pod: requests.pod };
  const searchOptions = {
    ...replayOptions,
    ...pricingFor(options.pricing, history, rightsized),
  };
  const found = searchHpa({
    spec: requests.spec,
    history: rightsized,
    options: searchOptions,
    controller,
    objective,
    meanReplicas,
    bounds,
    minGain,
    maxReplays,
  });
  const assessment = assessReplay(history, measured, agreement);
  const isTrusted = assessment.confidence !== 'low';
  const finalSpec =
    isTrusted && found.changed.length > 0
      ? found.spec
      : withExplicitBehavior(requests.spec, spec, controller);
  const replayAfter = replayHpa(finalSpec, rightsized, searchOptions);
  const searched = searchRecommendations(requests.spec, controller, found, {
    before: effectBefore,
    assessment,
  });
  const recommendations = [
    ...requests.recommendations,
    ...(isTrusted ? searched : []),
  ];
  const isChanged = recommendations.length > 0;
  const hpa = isChanged ? hpaPatch(input.metadata, spec, finalSpec) : undefined;
  return {
    noChangeIsBetter: !isChanged,
    recommendations,
    withheld: [...requests.withheld, ...(isTrusted ? [] : searched)],
    spec: isChanged ? finalSpec : spec,
    patches: [
      ...(requests.changes.length > 0
        ? [deploymentPatch(spec, input.metadata.namespace, requests.changes)]
        : []),
      ...(hpa ? [hpa] : []),
    ],
    before: effectBefore,
    after: isChanged
      ? effectOf(replayAfter, objective, meanReplicas)
      : effectBefore,
    replays: { before: measured, after: isChanged ? replayAfter : measured },
    ...(agreement && { agreement }),
    objective,
    replaysRun: found.replaysRun,
  };
}

function limitsOf(options: RecommendScalingOptions) {
  const { minGain = DEFAULT_MIN_GAIN, maxReplays = DEFAULT_MAX_REPLAYS } =
    options;
  if (!(minGain >= 0 && minGain < 1)) {
    throw new AutoscalingInputError({
      field: 'options.minGain',
      problem: `${minGain} is not a share`,
      remedy: 'pass a number from 0 to less than 1',
    });
  }
  if (!Number.isInteger(maxReplays) || maxReplays < 2) {
    throw new AutoscalingInputError({
      field: 'options.maxReplays',
      problem: `${maxReplays} is not a number of replays`,
      remedy: 'pass a whole number of at least 2',
    });
  }
  return { minGain, maxReplays };
}

function boundsOf({ spec, bounds = {} }: RecommendScalingInput): {
  minReplicas: ReplicaBounds;
  maxReplicas: ReplicaBounds;
} {
  const { minReplicas = 1, maxReplicas } = spec;
  const resolved = {
    minReplicas: bounds.minReplicas ?? {
      min: Math.min(2, minReplicas),
      max: maxReplicas,
    },
    maxReplicas: bounds.maxReplicas ?? {
      min: maxReplicas,
      max: maxReplicas * 2,
    },
  };
  for (const [name, { min, max }] of Object.entries(resolved)) {
    if (
      !Number.isInteger(min) ||
      !Number.isInteger(max) ||
      min < 0 ||
      max < min
    ) {
      throw new AutoscalingInputError({
        field: `bounds.${name}`,
        problem: `${min} to ${max} is not a range of replicas`,
        remedy: 'pass whole numbers, the smaller one as min',
      });
    }
  }
  return resolved;
}

/** Explicit where it means the same: without `behavior` the controller limits scaling up in a way that no rules express. */
function withExplicitBehavior(
  spec: HpaSpec,
  original: HpaSpec,
  controller: HpaOptions,
): HpaSpec {
  return spec !== original && spec.behavior
    ? { ...spec, behavior: explicitBehavior(spec, controller) }
    : spec;
}

function requestsStep(
  input: RecommendScalingInput,
  history: ReplayHistory,
  controller: HpaOptions,
) {
  const { spec, resources } = input;
  const { pod } = history;
  const found = resources
    ? recommendRequests(resources, { spec, pod, controller })
    : [];
  const isTrusted = (change: RequestChange) =>
    assessSamples(change.confidenceDays).confidence !== 'low';
  const changes = found.filter(isTrusted);
  const after = withRequests(pod, changes);
  const { spec: restatedSpec, restated } = restateTargets(
    spec,
    pod,
    after,
    controller,
  );
  return {
    changes,
    pod: after,
    spec: restatedSpec,
    recommendations: [
      ...changes.map(requestRecommendation),
      ...restated.map(target =>
        restatedRecommendation(target, spec, restatedSpec, changes),
      ),
    ],
    withheld: found
      .filter(change => !isTrusted(change))
      .map(requestRecommendation),
  };
}

function requestRecommendation(change: RequestChange): ScalingRecommendation {
  const { container, from, to, target, cappings } = change;
  const { confidence, reasons } = assessSamples(change.confidenceDays);
  const resources = VPA_RESOURCES.filter(
    resource => to[resource] !== undefined,
  );
  const sentences = resources.map(resource => {
    const before = from[resource];
    return requestsPhrase({
      container,
      resource,
      from: before === undefined ? '0' : quantityOfAmount(resource, before),
      to: quantityOfAmount(resource, to[resource]!),
      isCapped: cappings.some(capping => capping.resource === resource),
    });
  });
  const unit = { cpu: 'Millicores', memory: 'Bytes' } as const;
  return {
    kind: 'requests',
    field: `containers[${container}].resources`,
    from: Object.fromEntries(
      resources.flatMap(resource =>
        from[resource] === undefined
          ? []
          : [[resource, quantityOfAmount(resource, from[resource]!)]],
      ),
    ),
    to: change.resources,
    confidence,
    confidenceReasons: reasons,
    evidence: Object.fromEntries([
      ['historyDays', change.confidenceDays],
      ...resources.flatMap(resource => [
        [`${resource}From${unit[resource]}`, from[resource] ?? 0],
        [`${resource}Recommended${unit[resource]}`, target[resource] ?? 0],
        [`${resource}To${unit[resource]}`, to[resource]],
      ]),
    ]),
    explanation: {
      en: sentences.map(({ en }) => en).join(' '),
      zh: sentences.map(({ zh }) => zh).join(''),
    },
  };
}

function restatedRecommendation(
  target: RestatedTarget,
  before: HpaSpec,
  after: HpaSpec,
  changes: readonly RequestChange[],
): ScalingRecommendation {
  const days = Math.min(...changes.map(change => change.confidenceDays));
  const { confidence, reasons } = assessSamples(days);
  return {
    kind: 'target',
    field: `spec.metrics[${target.index}]`,
    from: metricsOf(before)[target.index],
    to: metricsOf(after)[target.index],
    confidence,
    confidenceReasons: reasons,
    evidence: {
      fromPercent: target.fromPercent,
      toPercent: target.toPercent,
      scalePointBeforeMilli: target.scalePointBefore,
      scalePointAfterMilli: target.scalePointAfter,
    },
    explanation: restatedPhrase(target),
  };
}

function searchRecommendations(
  start: HpaSpec,
  controller: HpaOptions,
  found: SearchResult,
  context: { before: ScalingEffect; assessment: Assessment },
): ScalingRecommendation[] {
  const from = { ...start, behavior: explicitBehavior(start, controller) };
  const metric = changedMetric(start, found.spec);
  const numbers = (effect: ScalingEffect) => ({
    aboveGoal: effect.minutesAboveGoal,
    replicaHours: effect.replicaHours,
    churn: effect.churn,
  });
  return found.changed.map(({ dimension, scoreWithout }) => {
    const { score } = found.effect;
    const earnedShare = Number.isFinite(scoreWithout)
      ? (scoreWithout - score) / scoreWithout
      : 0;
    return {
      kind: dimension,
      field: fieldOf(dimension, start, found.spec),
      from: valueOf(dimension, start, metric),
      to: valueOf(dimension, found.spec, metric),
      confidence: context.assessment.confidence,
      confidenceReasons: context.assessment.reasons,
      evidence: {
        scoreBefore: context.before.score,
        scoreAfter: score,
        ...(Number.isFinite(scoreWithout) && { scoreWithout }),
        neededReplicas: found.neededReplicas,
        minutesAboveGoalBefore: context.before.minutesAboveGoal,
        minutesAboveGoalAfter: found.effect.minutesAboveGoal,
        replicaHoursBefore: context.before.replicaHours,
        replicaHoursAfter: found.effect.replicaHours,
      },
      explanation: searchPhrase({
        kind: dimension,
        from: shortOf(dimension, from, metric),
        to: shortOf(dimension, found.spec, metric),
        earnedShare,
        before: numbers(context.before),
        after: numbers(found.effect),
      }),
    };
  });
}
