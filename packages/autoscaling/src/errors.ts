/** Input that no answer can be computed from: names the field and says what to write instead. */
export class AutoscalingInputError extends Error {
  /** Path of the field as the API writes it: `spec.metrics[0].resource.target.averageUtilization`. */
  readonly field: string;
  /** What is wrong with it. */
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;

  constructor(options: { field: string; problem: string; remedy: string }) {
    super(`${options.field}: ${options.problem}; ${options.remedy}`);
    this.name = 'AutoscalingInputError';
    this.field = options.field;
    this.problem = options.problem;
    this.remedy = options.remedy;
  }
}
