import { fitDeviation, predictDeviation, RecentDeviation } from './deviation';
import { meanOf } from './grid';
import { dayShape, lastCycleAt, typicalAt, weekShape } from './profile';
import type { ForecastModel, SingleModel } from './types';

/** Values in the scale that models work in, with the lengths of the seasons in buckets. */
export interface ModelInput {
  /** As measured. */
  values: Float64Array;
  /** Without spikes. */
  clean: Float64Array;
  step: number;
  day: number;
  week: number;
}

/** Forecasts `horizon` buckets from `origin` on, knowing what is before it. NaN where the model has nothing to say. */
export type FittedModel = (origin: number, horizon: number) => Float64Array;

type ModelFitter = (
  input: ModelInput,
  /** What may be learned from: indexes below. */
  known: number,
  horizon: number,
) => FittedModel;

/** At most four weeks are needed to learn how deviations fade. */
const FIT_DAYS = 28;

function pointwise(at: (index: number, origin: number) => number): FittedModel {
  return (origin, horizon) =>
    Float64Array.from({ length: horizon }, (_, lead) =>
      at(origin + lead, origin),
    );
}

function lastKnown(values: Float64Array, origin: number): number {
  for (let index = origin - 1; index >= 0; index -= 1)
    if (!Number.isNaN(values[index])) return values[index];
  return NaN;
}

const lastValue: ModelFitter =
  ({ values }) =>
  (origin, horizon) =>
    new Float64Array(horizon).fill(lastKnown(values, origin));

const yesterday: ModelFitter = ({ values, day }) =>
  pointwise((index, origin) => lastCycleAt(values, index, origin, day));

/** Until there is a week, the same time yesterday. */
const lastWeek: ModelFitter = ({ values, day, week }) =>
  pointwise((index, origin) => {
    const value = lastCycleAt(values, index, origin, week);
    return Number.isNaN(value)
      ? lastCycleAt(values, index, origin, day)
      : value;
  });

/** A typical value, plus what is expected to be left of the recent deviation from it. */
function typicalPlusDeviation(
  typicalOf: (
    input: ModelInput,
    known: number,
  ) => (index: number, origin: number) => number,
): ModelFitter {
  return (input, known, horizon) => {
    const { clean, step, day } = input;
    const typical = typicalOf(input, known);
    const deviations = clean.map(
      (value, index) => value - typical(index, index),
    );
    const recent = new RecentDeviation(deviations, step);
    const model = fitDeviation(
      deviations,
      recent,
      { from: Math.max(0, known - FIT_DAYS * day), to: known },
      horizon,
    );
    return (origin, length) =>
      predictDeviation(model, recent, origin, length).map(
        (deviation, lead) => typical(origin + lead, origin) + deviation,
      );
  };
}

const level = typicalPlusDeviation(({ clean, day }, known) => {
  const mean = meanOf(clean, Math.max(0, known - FIT_DAYS * day), known);
  return () => mean;
});

const dayProfile = typicalPlusDeviation(({ clean, day }) => {
  const shape = dayShape(day);
  return (index, origin) => typicalAt(clean, index, origin, shape);
});

/** Until there is a week, a typical day. */
const weekProfile = typicalPlusDeviation(({ clean, day, week }) => {
  const days = dayShape(day);
  const weeks = weekShape(week);
  return (index, origin) => {
    const value = typicalAt(clean, index, origin, weeks);
    return Number.isNaN(value) ? typicalAt(clean, index, origin, days) : value;
  };
});

const dayAndWeekProfile = typicalPlusDeviation(({ clean, day, week }) => {
  const days = dayShape(day);
  const weeks = weekShape(week);
  return (index, origin) => {
    const ofDay = typicalAt(clean, index, origin, days);
    const ofWeek = typicalAt(clean, index, origin, weeks);
    return Number.isNaN(ofWeek) ? ofDay : (ofDay + ofWeek) / 2;
  };
});

const MODEL_FITTERS: Readonly<Record<SingleModel, ModelFitter>> = {
  lastValue,
  yesterday,
  lastWeek,
  level,
  dayProfile,
  weekProfile,
  dayAndWeekProfile,
};

export const BASELINES = ['lastValue', 'yesterday', 'lastWeek'] as const;
export type Baseline = (typeof BASELINES)[number];

export function isBaseline(model: ForecastModel): model is Baseline {
  return (BASELINES as readonly string[]).includes(model);
}

/** A baseline as everybody knows it: it repeats what was measured, spikes as well. */
export function fitBaseline(model: Baseline, input: ModelInput): FittedModel {
  return MODEL_FITTERS[model](input, input.values.length, 1);
}

/**
 * A model as a part of the blend, where an incident of yesterday must not come back. The fitted model may be asked from any origin
 * from `known` on.
 *
 * @param known - what may be learned from: indexes below
 */
export function fitPart(
  model: SingleModel,
  input: ModelInput,
  known: number,
  horizon: number,
): FittedModel {
  return MODEL_FITTERS[model](
    { ...input, values: input.clean },
    known,
    horizon,
  );
}
