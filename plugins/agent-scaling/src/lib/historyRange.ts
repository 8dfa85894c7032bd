const HOUR_MS = 3_600_000;

/** Time ranges that the history can be seen in. */
export const historyRangeMs = {
  h1: HOUR_MS,
  h6: 6 * HOUR_MS,
  h24: 24 * HOUR_MS,
} as const;

export type HistoryRange = keyof typeof historyRangeMs;

export const historyRanges = Object.keys(historyRangeMs) as HistoryRange[];
