import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  EVALUATION_DISTANCE,
  evaluationStart,
  seasonalLoad,
  seasonlessLoad,
} from './__testUtils__/referenceLoads';
import { DAY, HOUR } from './__testUtils__/synthetic';
import { evaluateForecast } from './evaluateForecast';

const README = readFileSync(resolve(__dirname, '../../README.md'), 'utf8');

/** Numbers in the row of a load in the accuracy table. */
function rowOf(name: string): number[] {
  const line = README.split('\n').find(row => row.startsWith(`| ${name} `));
  return line!
    .split('|')
    .slice(2, -1)
    .flatMap(cell =>
      cell.split('/').map(text => Number(text.replace('%', ''))),
    );
}

describe('the accuracy table of the README', () => {
  it.each([
    ['synthetic_week', seasonalLoad()],
    ['synthetic_noise', seasonlessLoad()],
  ])('says of %s what an evaluation says', (name, load) => {
    const [forecasts, model, yesterday, lastWeek, lastValue, ratio, ...rest] =
      rowOf(name);
    const [minutes, , coverage80, coverage95, hourAhead] = rest;
    const options = {
      from: evaluationStart(load),
      every: EVALUATION_DISTANCE,
    };
    const day = evaluateForecast(load, { ...options, horizon: DAY });
    const hour = evaluateForecast(load, { ...options, horizon: HOUR });
    expect(day.forecasts).toBe(forecasts);
    expect(day.model.mase).toBeCloseTo(model, 2);
    expect(day.baselines.yesterday.mase).toBeCloseTo(yesterday, 2);
    expect(day.baselines.lastWeek.mase).toBeCloseTo(lastWeek, 2);
    expect(day.baselines.lastValue.mase).toBeCloseTo(lastValue, 2);
    const best = Math.min(
      ...Object.values(day.baselines).map(({ mae }) => mae),
    );
    expect(day.model.mae / best).toBeCloseTo(ratio, 2);
    expect(day.model.underProvisionedMinutesPerDay).toBeCloseTo(minutes, -0.1);
    expect(100 * day.coverage80).toBeCloseTo(coverage80, -0.1);
    expect(100 * day.coverage95).toBeCloseTo(coverage95, -0.1);
    expect(hour.model.mase).toBeCloseTo(hourAhead, 2);
  });

  it('claims no more than it shows', () => {
    for (const name of ['synthetic_week', 'synthetic_noise'])
      expect(rowOf(name)[5]).toBeLessThan(1);
  });
});
