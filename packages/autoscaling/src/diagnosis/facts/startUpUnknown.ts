import { insufficient } from '../rule/Rule';

/** What rules on the start-up time say while no pod tells it. */
export const START_UP_UNKNOWN = insufficient(
  'pods that became ready without a restart',
);
