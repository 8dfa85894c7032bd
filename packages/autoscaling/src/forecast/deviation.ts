/**
 * How much of the recent deviation from the typical value is left after a while: one small ridge regression per lead, on the mean
 * deviation of the last quarter of an hour, hour, four hours and day. Leads between the fitted ones are interpolated.
 */
const MINUTE_MS = 60_000;
const WINDOWS_MINUTES = [15, 60, 240, 1440] as const;
const WINDOWS = WINDOWS_MINUTES.length;
/** Share of the mean variance that is added to the diagonal. */
const RIDGE = 0.002;
const MIN_ROWS = 24;

/** Mean deviation over the last buckets before an index, in constant time. */
export class RecentDeviation {
  readonly #sums: Float64Array;
  readonly #counts: Float64Array;
  readonly #windows: readonly number[];

  constructor(deviations: Float64Array, step: number) {
    this.#sums = new Float64Array(deviations.length + 1);
    this.#counts = new Float64Array(deviations.length + 1);
    deviations.forEach((value, index) => {
      const there = !Number.isNaN(value);
      this.#sums[index + 1] = this.#sums[index] + (there ? value : 0);
      this.#counts[index + 1] = this.#counts[index] + (there ? 1 : 0);
    });
    this.#windows = WINDOWS_MINUTES.map(minutes =>
      Math.max(1, Math.round((minutes * MINUTE_MS) / step)),
    );
  }

  /** NaN for a window without a value. */
  before(index: number, target: Float64Array): Float64Array {
    for (let window = 0; window < WINDOWS; window += 1) {
      const from = Math.max(0, index - this.#windows[window]);
      target[window] =
        (this.#sums[index] - this.#sums[from]) /
        (this.#counts[index] - this.#counts[from]);
    }
    return target;
  }
}

/** Solves a symmetric positive definite system in place. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let row = pivot + 1; row < size; row += 1) {
      const factor = matrix[row][pivot] / matrix[pivot][pivot];
      for (let column = pivot; column < size; column += 1)
        matrix[row][column] -= factor * matrix[pivot][column];
      right[row] -= factor * right[pivot];
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = right[row];
    for (let column = row + 1; column < size; column += 1)
      rest -= matrix[row][column] * solution[column];
    solution[row] = rest / matrix[row][row];
  }
  return solution;
}

/** 1, 2, 4, ... and the last lead. */
function leadsUpTo(horizon: number): number[] {
  const leads: number[] = [];
  for (let lead = 1; lead < horizon; lead *= 2) leads.push(lead);
  return [...leads, horizon];
}

export interface DeviationModel {
  leads: readonly number[];
  /** Per lead, one coefficient per window. */
  coefficients: readonly (readonly number[])[];
}

/**
 * @param deviations - of the values from the typical ones, NaN where unknown
 * @param recent - of the same deviations
 * @param from - first index to learn from
 * @param to - index after the last one to learn from
 * @param horizon - largest lead in buckets
 */
export function fitDeviation(
  deviations: Float64Array,
  recent: RecentDeviation,
  range: { from: number; to: number },
  horizon: number,
): DeviationModel {
  const leads = leadsUpTo(horizon);
  const features = new Float64Array(WINDOWS);
  const coefficients = leads.map(lead => {
    const matrix = Array.from({ length: WINDOWS }, () =>
      new Array<number>(WINDOWS).fill(0),
    );
    const right = new Array<number>(WINDOWS).fill(0);
    let rows = 0;
    // `origin` is the first index that is not known; every second one is enough.
    for (
      let origin = range.from + 1;
      origin + lead - 1 < range.to;
      origin += 2
    ) {
      const outcome = deviations[origin + lead - 1];
      recent.before(origin, features);
      if (Number.isNaN(features.reduce((sum, value) => sum + value, outcome)))
        continue;
      rows += 1;
      for (let row = 0; row < WINDOWS; row += 1) {
        right[row] += features[row] * outcome;
        for (let column = 0; column < WINDOWS; column += 1)
          matrix[row][column] += features[row] * features[column];
      }
    }
    const trace = matrix.reduce((sum, row, index) => sum + row[index], 0);
    if (rows < MIN_ROWS || trace <= 0) return right.map(() => 0);
    for (let row = 0; row < WINDOWS; row += 1)
      matrix[row][row] += (RIDGE * trace) / WINDOWS + Number.MIN_VALUE;
    return solve(matrix, right);
  });
  return { leads, coefficients };
}

/** Expected deviation at every lead `1..horizon`, from what is known before `origin`. */
export function predictDeviation(
  model: DeviationModel,
  recent: RecentDeviation,
  origin: number,
  horizon: number,
): Float64Array {
  const features = recent.before(origin, new Float64Array(WINDOWS));
  const atLeads = model.coefficients.map(coefficients =>
    coefficients.reduce(
      (sum, coefficient, window) =>
        sum +
        // Nothing is known of a window in a gap, so nothing is added for it.
        (Number.isNaN(features[window]) ? 0 : coefficient * features[window]),
      0,
    ),
  );
  const result = new Float64Array(horizon);
  let next = 0;
  for (let lead = 1; lead <= horizon; lead += 1) {
    while (next < model.leads.length - 1 && model.leads[next] < lead) next += 1;
    const upper = model.leads[next];
    const lower = model.leads[Math.max(0, next - 1)];
    const share =
      upper === lower || lead >= upper
        ? 1
        : Math.log(lead / lower) / Math.log(upper / lower);
    result[lead - 1] =
      share * atLeads[next] + (1 - share) * atLeads[Math.max(0, next - 1)];
  }
  return result;
}
