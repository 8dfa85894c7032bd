import { AutoscalingInputError } from '../errors';
import { HPA_SYNC_PERIOD_SECONDS } from '../hpa/options';
import { assertSeries } from './SeriesCursor';
import type { ReplayHistory, ReplayOptions, ReplaySignal } from './types';

function assertNumber(
  value: number | undefined,
  field: string,
  remedy: string,
  isValid: (value: number) => boolean = number => number >= 0,
): void {
  if (value === undefined || (Number.isFinite(value) && isValid(value))) return;
  throw new AutoscalingInputError({
    field,
    problem: `${value} is out of range`,
    remedy,
  });
}

function assertSignal(signal: ReplaySignal, field: string): void {
  assertSeries(signal.load, `${field}.load`);
  const amount = 'pass thousandths that are not negative';
  assertNumber(signal.perPod?.floor, `${field}.perPod.floor`, amount);
  assertNumber(
    signal.perPod?.share,
    `${field}.perPod.share`,
    'pass usage per unit of load, more than 0',
    share => share > 0,
  );
  assertNumber(signal.startingUsage, `${field}.startingUsage`, amount);
  assertNumber(
    signal.capacity,
    `${field}.capacity`,
    'pass more than the floor, or leave it out',
    capacity => capacity > (signal.perPod?.floor ?? 0),
  );
  assertNumber(signal.goal, `${field}.goal`, amount);
  const seconds = 'pass seconds that are not negative';
  assertNumber(signal.lagSeconds, `${field}.lagSeconds`, seconds);
  assertNumber(signal.windowSeconds, `${field}.windowSeconds`, seconds);
}

/**
 * Refuses a history that no replay can be computed from.
 *
 * @throws {@link AutoscalingInputError} naming the first such field
 */
export function assertReplayHistory(
  history: ReplayHistory,
  options: ReplayOptions = {},
): void {
  const { from, to, startUp, initialReplicas } = history;
  const instant = 'pass milliseconds since the epoch';
  assertNumber(from, 'history.from', instant, () => true);
  assertNumber(to, 'history.to', `${instant}, after from`, end => end > from);
  assertNumber(
    startUp.runningSeconds,
    'history.startUp.runningSeconds',
    'pass the observed seconds from creation to running',
  );
  assertNumber(
    startUp.readySeconds,
    'history.startUp.readySeconds',
    'pass the observed seconds from creation to Ready, at least runningSeconds',
    seconds => seconds >= startUp.runningSeconds,
  );
  assertNumber(
    initialReplicas,
    'history.initialReplicas',
    'pass the whole number of replicas at the beginning',
    count => Number.isInteger(count) && count >= 0,
  );
  for (const [key, signal] of Object.entries(history.signals))
    assertSignal(signal, `history.signals[${key}]`);
  const { syncPeriodSeconds = HPA_SYNC_PERIOD_SECONDS, phaseSeconds } = options;
  assertNumber(
    syncPeriodSeconds,
    'options.syncPeriodSeconds',
    'pass the controller flag in seconds, more than 0',
    seconds => seconds > 0,
  );
  assertNumber(
    phaseSeconds,
    'options.phaseSeconds',
    'pass seconds from 0 to less than the sync period',
    seconds => seconds >= 0 && seconds < syncPeriodSeconds,
  );
}
