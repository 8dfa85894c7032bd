/** Prediction intervals from the errors that the model made on the tail of the history, by lead. */
const MIN_ERRORS = 40;

/** Of the error `actual - forecast`, in the scale of the models. */
export interface ErrorQuantiles {
  lower80: number;
  upper80: number;
  lower95: number;
  upper95: number;
}

/** The quantile that a new value stays below with that probability, not only the ones seen. */
function quantile(sorted: readonly number[], probability: number): number {
  const rank =
    probability < 0.5
      ? Math.floor((sorted.length + 1) * probability)
      : Math.ceil((sorted.length + 1) * probability);
  return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? 0;
}

function quantilesOf(errors: readonly number[]): ErrorQuantiles {
  const sorted = [...errors].sort((a, b) => a - b);
  return {
    lower80: quantile(sorted, 0.1),
    upper80: quantile(sorted, 0.9),
    lower95: quantile(sorted, 0.025),
    upper95: quantile(sorted, 0.975),
  };
}

/**
 * Leads are taken together in groups that double, and more where there are few errors.
 *
 * @param errors - by lead, index 0 for the first
 * @returns quantiles for a lead from 1 on; beyond the last one tested, those of the last group
 */
export function errorQuantiles(
  errors: readonly (readonly number[])[],
): (lead: number) => ErrorQuantiles {
  const groups: { until: number; errors: number[] }[] = [];
  let group: number[] = [];
  let nextEnd = 1;
  errors.forEach((ofLead, index) => {
    group.push(...ofLead);
    const lead = index + 1;
    if (lead >= nextEnd && group.length >= MIN_ERRORS) {
      groups.push({ until: lead, errors: group });
      group = [];
      nextEnd = lead * 2;
    }
  });
  // What is left may be too little for a group of its own.
  const last = groups[groups.length - 1];
  if (last && group.length < MIN_ERRORS) last.errors.push(...group);
  else groups.push({ until: errors.length, errors: group });
  const quantiles = groups.map(({ until, errors: all }) => ({
    until,
    ...quantilesOf(all),
  }));
  return lead =>
    quantiles.find(({ until }) => lead <= until) ??
    quantiles[quantiles.length - 1];
}
