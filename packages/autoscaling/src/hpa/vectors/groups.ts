/** `TestGroupPods`. */
import { groupPods } from '../groupPods';
import {
  compareIfStated,
  optionsOf,
  podsOf,
  samplesOf,
  VECTOR_NOW,
} from './convert';
import type { SectionRunner } from './types';

export const runGroupPods: SectionRunner = (vector, constants) => {
  const resource = vector.text('resource');
  const groups = groupPods(
    podsOf(vector, resource),
    samplesOf(vector),
    resource,
    VECTOR_NOW,
    optionsOf(constants),
  );
  const expectation = vector.object('expect');
  const sorted = (names: readonly string[]) => [...names].sort();
  return [
    ...compareIfStated(expectation, 'ready', groups.readyCount),
    ...(['unready', 'missing', 'ignored'] as const).flatMap(group => {
      const expected = expectation.raw(group);
      if (!Array.isArray(expected)) return [];
      const actual = sorted(groups[group]);
      return JSON.stringify(sorted(expected)) === JSON.stringify(actual)
        ? []
        : [{ field: `expect.${group}`, expected, actual }];
    }),
  ];
};
