/** Looks for a better spec by replaying candidates: one dimension after the other, twice, then what earns nothing is taken back. */
import type { HpaOptions, HpaSpec } from '../hpa/types';
import { replayHpa, type ReplayHistory, type ReplayResult } from '../replay';
import {
  candidatesOf,
  DIMENSIONS,
  explicitBehavior,
  withDimension,
  type Dimension,
} from './candidates';
import { effectOf } from './objective';
import type {
  ReplicaBounds,
  RecommendScalingOptions,
  ScalingEffect,
  ScalingObjective,
} from './types';

export interface SearchInput {
  spec: HpaSpec;
  history: ReplayHistory;
  options: RecommendScalingOptions;
  controller: HpaOptions;
  objective: ScalingObjective;
  meanReplicas: number;
  bounds: { minReplicas: ReplicaBounds; maxReplicas: ReplicaBounds };
  minGain: number;
  maxReplays: number;
}

export interface SearchResult {
  spec: HpaSpec;
  result: ReplayResult;
  effect: ScalingEffect;
  /** What the spec with all other changes would score without this one. */
  changed: readonly { dimension: Dimension; scoreWithout: number }[];
  neededReplicas: number;
  replaysRun: number;
}

/** A change has to earn this share of the score, or it is not worth explaining. */
const MIN_EARNED = 0.005;
const PASSES = 2;

interface Tried {
  spec: HpaSpec;
  result: ReplayResult;
  effect: ScalingEffect;
}

export function searchHpa(input: SearchInput): SearchResult {
  const { history, options, objective, meanReplicas, bounds } = input;
  let replaysRun = 0;
  const attempt = (spec: HpaSpec): Tried => {
    replaysRun += 1;
    const result = replayHpa(spec, history, options);
    return { spec, result, effect: effectOf(result, objective, meanReplicas) };
  };
  const start: HpaSpec = {
    ...input.spec,
    minReplicas: input.spec.minReplicas ?? 1,
    behavior: explicitBehavior(input.spec, input.controller),
  };
  const neededReplicas = attempt({
    ...start,
    maxReplicas: Math.max(start.maxReplicas, bounds.maxReplicas.max),
  }).result.maxReplicas;
  const first = attempt(start);
  let best = first;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = best;
    for (const dimension of DIMENSIONS) {
      const candidates = candidatesOf(dimension, best.spec, {
        result: best.result,
        neededReplicas,
        bounds,
      });
      for (const candidate of candidates) {
        if (replaysRun >= input.maxReplays) break;
        const tried = attempt(candidate);
        if (tried.effect.score < best.effect.score) best = tried;
      }
    }
    if (best === before) break;
  }
  const gain = first.effect.score - best.effect.score;
  if (gain < input.minGain * first.effect.score)
    return { ...first, changed: [], neededReplicas, replaysRun };
  const pruned = prune(start, best, attempt);
  return { ...pruned, neededReplicas, replaysRun };
}

/** Takes back what earns too little, the smallest first in the order of the dimensions. */
function prune(
  start: HpaSpec,
  found: Tried,
  attempt: (spec: HpaSpec) => Tried,
): Pick<SearchResult, 'spec' | 'result' | 'effect' | 'changed'> {
  let best = found;
  const changed: { dimension: Dimension; scoreWithout: number }[] = [];
  for (const dimension of DIMENSIONS) {
    const spec = withDimension(best.spec, dimension, start);
    if (JSON.stringify(spec) !== JSON.stringify(best.spec)) {
      const without = isValid(spec) ? attempt(spec) : undefined;
      const earned = (without?.effect.score ?? Infinity) - best.effect.score;
      if (without && earned < MIN_EARNED * best.effect.score) best = without;
      else
        changed.push({
          dimension,
          scoreWithout: without?.effect.score ?? Infinity,
        });
    }
  }
  return { ...best, changed };
}

/** Taking back only one end of the range may turn it around. */
function isValid({ minReplicas = 1, maxReplicas }: HpaSpec): boolean {
  return minReplicas <= maxReplicas;
}
