import type { ScaleEvent } from '@suoke/plugin-agent-scaling-common';
import { mergeScaleEvents } from './mergeScaleEvents';

const told = (id: string, at: string, to: number): ScaleEvent => ({
  id,
  at: `2026-11-23T${at}Z`,
  kind: 'rescale',
  to,
  reason: 'SuccessfulRescale',
  source: 'Event',
});
const seen = (
  id: string,
  at: string,
  from: number,
  to: number,
): ScaleEvent => ({
  id,
  at: `2026-11-23T${at}Z`,
  kind: 'rescale',
  from,
  to,
  source: 'Observed',
});
const brief = (events: readonly ScaleEvent[]) =>
  mergeScaleEvents(events).map(({ id, from, to }) => [id, from, to]);

describe('mergeScaleEvents', () => {
  it('joins a word with the change it is about', () => {
    expect(
      brief([seen('s', '08:00:01', 2, 5), told('t', '08:00:00', 5)]),
    ).toEqual([['t', 2, 5]]);
  });

  it('keeps a change by hand, and a word nobody saw the change of', () => {
    expect(
      brief([told('t', '08:00:00', 5), seen('s', '09:00:00', 5, 3)]),
    ).toEqual([
      ['t', undefined, 5],
      ['s', 5, 3],
    ]);
  });

  it('joins each change once, with the nearest word', () => {
    expect(
      brief([
        told('t1', '08:00:00', 5),
        seen('s1', '08:00:01', 2, 5),
        seen('s2', '08:00:20', 5, 4),
        told('t2', '08:00:20', 4),
        seen('s3', '08:00:40', 4, 5),
        told('t3', '08:00:40', 5),
      ]),
    ).toEqual([
      ['t1', 2, 5],
      ['t2', 5, 4],
      ['t3', 4, 5],
    ]);
  });

  it('starts a change that nobody saw where the one before it ended', () => {
    expect(
      brief([
        told('t1', '08:00:00', 4),
        told('t2', '08:10:00', 7),
        told('t3', '08:20:00', 7),
        told('t4', '08:30:00', 5),
      ]),
    ).toEqual([
      ['t1', undefined, 4],
      ['t2', 4, 7],
      ['t3', undefined, 7],
      ['t4', 7, 5],
    ]);
  });

  it('does not join what is a minute apart', () => {
    expect(
      brief([told('t', '08:00:00', 5), seen('s', '08:01:01', 2, 5)]),
    ).toHaveLength(2);
  });

  it('leaves other kinds alone', () => {
    const eviction: ScaleEvent = {
      id: 'e',
      at: '2026-11-23T08:00:00Z',
      kind: 'vpaEviction',
      source: 'Event',
    };
    expect(mergeScaleEvents([eviction])).toEqual([eviction]);
  });
});
