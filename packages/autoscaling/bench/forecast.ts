// `npm run bench -- forecast`: how long a forecast takes, and how good forecasts are on public traces beside the naive ones.
// Prints one JSON object. The traces are read from FORECAST_TRACES (default: .local/traces); data/README.md says where they come from.
// With --table it prints the accuracy table of the package's README instead.
import { performance } from 'node:perf_hooks';
import { resolve } from 'node:path';
import {
  evaluateForecast,
  forecastLoad,
  type ForecastEvaluation,
  type LoadSeries,
} from '../src/forecast';
import {
  EVALUATION_DISTANCE,
  evaluationStart,
  seasonalLoad,
  seasonlessLoad,
} from '../src/forecast/__testUtils__/referenceLoads';
import {
  DAY,
  HOUR,
  MINUTE,
  series,
  START,
  weekly,
} from '../src/forecast/__testUtils__/synthetic';
import { readTrace, TRACES } from './data/traces';

interface Figure {
  value: number;
  unit: string;
  versus?: { name: string; value: number; ratio: number };
}

const HEADROOM = 0.1;

const round = (value: number, digits = 3) => Number(value.toFixed(digits));

function medianMs(run: () => void, runs: number): number {
  run();
  const times = Array.from({ length: runs }, () => {
    global.gc?.();
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  }).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)];
}

const evaluate = (load: LoadSeries, horizon: number) =>
  evaluateForecast(load, {
    from: evaluationStart(load),
    horizon,
    every: EVALUATION_DISTANCE,
    headroom: HEADROOM,
  });

const BASELINE_NAMES = {
  yesterday: 'same time yesterday',
  lastWeek: 'same time last week',
  lastValue: 'last value',
};

/** The better of the seasonal naive forecasts, and of all three. */
function bestOf(
  { baselines }: ForecastEvaluation,
  names: readonly (keyof typeof BASELINE_NAMES)[],
) {
  const [best] = names
    .map(name => ({ name: BASELINE_NAMES[name], ...baselines[name] }))
    .sort((a, b) => a.mae - b.mae);
  return best;
}

function accuracyFigures(
  prefix: string,
  evaluation: ForecastEvaluation,
  names: readonly (keyof typeof BASELINE_NAMES)[],
): [string, Figure][] {
  const { model } = evaluation;
  const best = bestOf(evaluation, names);
  const figure = (value: number, unit: string, against: number): Figure => ({
    value: round(value),
    unit,
    versus: {
      name: best.name,
      value: round(against),
      ratio: round(value / against),
    },
  });
  return [
    [`${prefix}_mase`, figure(model.mase ?? NaN, 'MASE', best.mase ?? NaN)],
    [
      `${prefix}_underprovisioned_min`,
      figure(
        model.underProvisionedMinutesPerDay,
        'min/day',
        best.underProvisionedMinutesPerDay,
      ),
    ],
  ];
}

function tableRow(
  name: string,
  day: ForecastEvaluation,
  hour: ForecastEvaluation,
) {
  const mase = (evaluation: ForecastEvaluation) =>
    [
      evaluation.model,
      evaluation.baselines.yesterday,
      evaluation.baselines.lastWeek,
      evaluation.baselines.lastValue,
    ].map(score => (score.mase ?? NaN).toFixed(2));
  const best = bestOf(day, ['yesterday', 'lastWeek', 'lastValue']);
  const minutes = [day.model, best].map(score =>
    score.underProvisionedMinutesPerDay.toFixed(0),
  );
  const coverage = [day.coverage80, day.coverage95].map(
    share => `${(100 * share).toFixed(0)} %`,
  );
  return `| ${[
    name,
    day.forecasts,
    ...mase(day),
    (day.model.mae / best.mae).toFixed(2),
    minutes.join(' / '),
    coverage.join(' / '),
    mase(hour)[0],
    bestOf(hour, ['yesterday', 'lastWeek', 'lastValue']).mase?.toFixed(2),
  ].join(' | ')} |`;
}

function main() {
  const folder = resolve(
    process.env.FORECAST_TRACES ?? resolve(__dirname, '../../../.local/traces'),
  );
  const loads: { name: string; load: LoadSeries }[] = [];
  const missing: string[] = [];
  for (const trace of TRACES) {
    const load = readTrace(trace, folder);
    if (load) loads.push({ name: trace.name, load });
    else missing.push(trace.name);
  }
  if (missing.length > 0)
    process.stderr.write(
      `Not in ${folder}: ${missing.join(
        ', ',
      )}. See packages/autoscaling/bench/data/README.md\n`,
    );
  loads.push(
    { name: 'synthetic_week', load: seasonalLoad() },
    { name: 'synthetic_noise', load: seasonlessLoad() },
  );

  const figures: Record<string, Figure> = {};
  for (const [name, step] of [
    ['fit28d_ms', 15 * MINUTE],
    ['fit28d_of_minutes_ms', MINUTE],
  ] as const) {
    const load = series(28, weekly, { step });
    figures[name] = {
      value: round(
        medianMs(() => forecastLoad(load, { now: START + 28 * DAY }), 9),
        1,
      ),
      unit: 'ms',
    };
  }
  const rows: string[] = [];
  for (const { name, load } of loads) {
    const day = evaluate(load, DAY);
    const hour = evaluate(load, HOUR);
    rows.push(tableRow(name, day, hour));
    Object.assign(
      figures,
      Object.fromEntries([
        ...accuracyFigures(name, day, ['yesterday', 'lastWeek']),
        ...accuracyFigures(`${name}_1h`, hour, [
          'yesterday',
          'lastWeek',
          'lastValue',
        ]),
      ]),
    );
  }
  process.stdout.write(
    process.argv.includes('--table')
      ? `${rows.join('\n')}\n`
      : `${JSON.stringify(
          { name: 'forecast', figures, missing },
          undefined,
          2,
        )}\n`,
  );
}

main();
