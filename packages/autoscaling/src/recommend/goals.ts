import { tolerancesOf } from '../hpa/tolerance';
import { resolveHpaOptions } from '../hpa/options';
import type { HpaOptionsInput, HpaSpec } from '../hpa/types';
import {
  replaySignalKey,
  type ReplayHistory,
  type ReplaySignal,
} from '../replay';
import { metricsOf, scalePointOf } from './metricTargets';

/**
 * The history with a goal for every signal that has none: what the setting in force asks for, plus its tolerance. That takes
 * the present target for what a pod can bear; whoever knows better says so in `goal`.
 */
export function withGoals(
  spec: HpaSpec,
  history: ReplayHistory,
  controller?: HpaOptionsInput,
): ReplayHistory {
  const { up } = tolerancesOf(spec.behavior, resolveHpaOptions(controller));
  const goals = new Map<string, number>();
  for (const metric of metricsOf(spec)) {
    const point = scalePointOf(metric, history.pod, controller);
    if (point !== undefined)
      goals.set(replaySignalKey(metric), point * (1 + up));
  }
  const signals = Object.entries(history.signals).map(
    ([key, signal]): [string, ReplaySignal] => {
      const goal = signal.goal ?? goals.get(key);
      return [key, goal === undefined ? signal : { ...signal, goal }];
    },
  );
  return { ...history, signals: Object.fromEntries(signals) };
}
