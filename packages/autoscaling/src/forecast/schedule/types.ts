import type { ReplicaOptions } from '../replicas';
import type { ForecastOptions, LoadForecast, NotEnoughHistory } from '../types';

export interface ScheduleOptions
  extends Pick<ForecastOptions, 'now' | 'step' | 'utcOffsets'>,
    ReplicaOptions {
  /** IANA name that cron expressions are read in; `utcOffsets` has to be of the same zone. */
  timeZone: string;
  /** What each period is provisioned for. Default: `upper80`. */
  provisionFor?: 'mean' | 'upper80' | 'upper95';
  /** Most periods in one day; the cheapest to join are joined at the higher number. Default: 6. */
  maxPeriodsPerDay?: number;
}

/** Trigger of a KEDA ScaledObject. Of several that are active, the largest number counts. */
export interface KedaCronTrigger {
  type: 'cron';
  metadata: {
    timezone: string;
    start: string;
    end: string;
    desiredReplicas: string;
  };
}

/** One change of an HPA's `minReplicas`, for a CronJob that patches it. */
export interface ScheduleStep {
  /** Minute, hour, day of month, month, day of week, in `timeZone`. */
  cron: string;
  timeZone: string;
  /** Merge patch for the HPA. */
  patch: { spec: { minReplicas: number } };
}

/** A time of the cycle with the same number. */
export interface SchedulePeriod {
  /** Hours since the begin of the day, or of Sunday. */
  fromHour: number;
  /** May be beyond the end of the cycle, for a period that goes around it. */
  toHour: number;
  minReplicas: number;
}

/**
 * What a schedule as it would have been proposed a while ago had done to the load since. A plain model of an HPA: it sees the load of a
 * minute ago, scales down after five minutes, and a pod serves once it is started up.
 */
export interface ScheduleTest {
  from: number;
  to: number;
  /** Minutes in which there was a sample or one near enough on both sides. */
  minutes: number;
  replicaHours: { without: number; with: number; added: number };
  /** Minutes in which Ready pods were more than 10 % above their target. */
  underProvisionedMinutes: { without: number; with: number; avoided: number };
}

export interface ProposedSchedule {
  kind: 'schedule';
  season: 'day' | 'week';
  timeZone: string;
  /** `minReplicas` outside the periods. */
  baseReplicas: number;
  /** The whole cycle, in order. */
  periods: readonly SchedulePeriod[];
  triggers: readonly KedaCronTrigger[];
  steps: readonly ScheduleStep[];
  forecast: LoadForecast;
  /** Absent where there is too little history to hold any back. */
  test?: ScheduleTest;
}

/** Why there is none: nothing repeats, or `minReplicas` is enough at all times. */
export interface NoSchedule {
  kind: 'noSeason' | 'notNeeded';
  forecast: LoadForecast;
}

export type ScheduleResult = ProposedSchedule | NoSchedule | NotEnoughHistory;
