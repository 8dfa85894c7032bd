export * from './cache';
export * from './client';
export type { Clock } from './clock/Clock';
export * from './config';
export * from './types';
export type { BackoffOptions } from './watch/backoffMs';
export {
  defaultWatchSettings,
  type WatchSettings,
} from './watch/watchSettings';
