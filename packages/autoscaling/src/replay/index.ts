export * from './types';
export { replaySignalKey } from './signalKey';
export { replayHpa } from './replayHpa';
