import { AutoscalingInputError } from '../errors';
import {
  DAY,
  daily,
  HOUR,
  normals,
  series,
  START,
  weekly,
} from './__testUtils__/synthetic';
import { evaluateForecast } from './evaluateForecast';

describe('evaluateForecast', () => {
  it('finds no error in what repeats exactly', () => {
    const result = evaluateForecast(series(10, daily), {
      from: START + 6 * DAY,
    });
    expect(result.forecasts).toBe(16);
    expect(result.model.mae).toBeCloseTo(0, 6);
    expect(result.baselines.yesterday.mae).toBeCloseTo(0, 6);
    expect(result.baselines.lastValue.mae).toBeGreaterThan(10);
    expect(result.model.underProvisionedMinutesPerDay).toBe(0);
    expect(result.model.overProvisionedShare).toBeCloseTo(0.1, 6);
  });

  it('counts minutes above forecast and headroom', () => {
    // From noon on the last day the load is a fifth higher than a day before.
    const noon = START + 9 * DAY + DAY / 2;
    const load = series(10, at => (at >= noon ? 120 : 100));
    const score = (headroom: number) =>
      evaluateForecast(load, { from: START + 9 * DAY, every: DAY, headroom })
        .baselines.yesterday.underProvisionedMinutesPerDay;
    expect(score(0.1)).toBeCloseTo(720, 6);
    expect(score(0.25)).toBe(0);
  });

  it('scales by the error of the same time yesterday before the first forecast', () => {
    // Rises by 2 a day: yesterday is always wrong by 2.
    const load = series(12, at => 100 + 2 * Math.floor((at - START) / DAY));
    const { baselines } = evaluateForecast(load, { from: START + 8 * DAY });
    expect(baselines.yesterday.mae).toBeCloseTo(2, 6);
    expect(baselines.yesterday.mase).toBeCloseTo(1, 6);
    expect(baselines.lastWeek.mase).toBeCloseTo(7, 6);
  });

  it('finds the model better than the baselines where there is something to learn', () => {
    const noise = normals(7);
    const { model, baselines, chosen } = evaluateForecast(
      series(35, at => weekly(at) * Math.exp(0.2 * noise())),
      { from: START + 28 * DAY, every: 12 * HOUR },
    );
    expect(chosen).toEqual({ blend: 14 });
    for (const baseline of Object.values(baselines))
      expect(model.mae).toBeLessThan(0.85 * baseline.mae);
  });

  it.each([
    ['nothing to forecast from', START + DAY / 2, 'from'],
    ['nothing to compare with', START + 30 * DAY, 'from'],
  ])('refuses %s', (_, from, field) => {
    const call = () => evaluateForecast(series(2, daily), { from, every: DAY });
    expect(call).toThrow(AutoscalingInputError);
    expect(call).toThrow(expect.objectContaining({ field }));
  });
});
