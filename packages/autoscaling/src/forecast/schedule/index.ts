export * from './types';
export { proposeSchedule } from './proposeSchedule';
