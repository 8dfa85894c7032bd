import { event } from '../__fixtures__/builders';
import { toAgentEvents, toEventTimes } from './toAgentEvents';

const pod = { kind: 'Pod', name: 'xiaoai-1' };

describe('toAgentEvents', () => {
  it('joins equal events and puts the newest first', () => {
    const events = toAgentEvents(
      [
        event(pod, { reason: 'BackOff', message: 'm', count: 3 }),
        event(pod, {
          reason: 'BackOff',
          message: 'm',
          count: 2,
          firstTimestamp: '2026-11-23T07:58:00Z',
          lastTimestamp: '2026-11-23T07:59:00Z',
        }),
        event(pod, {
          reason: 'Pulled',
          message: 'm',
          lastTimestamp: '2026-11-23T07:57:00Z',
        }),
      ],
      10,
    );
    expect(events).toMatchObject([
      {
        reason: 'BackOff',
        count: 5,
        firstAt: '2026-11-23T07:55:00Z',
        lastAt: '2026-11-23T07:59:00Z',
      },
      { reason: 'Pulled', count: 1 },
    ]);
  });

  it('keeps the newest when there are too many', () => {
    const events = ['07:01', '07:03', '07:02'].map(time =>
      event(pod, { message: time, lastTimestamp: `2026-11-23T${time}:00Z` }),
    );
    expect(toAgentEvents(events, 2).map(one => one.message)).toEqual([
      '07:03',
      '07:02',
    ]);
  });
});

describe('toEventTimes', () => {
  it.each([
    ['the old fields', {}, '2026-11-23T07:55:00Z', 1],
    [
      'a series',
      { series: { count: 7, lastObservedTime: '2026-11-23T07:59:00.123456Z' } },
      '2026-11-23T07:59:00.123456Z',
      7,
    ],
    [
      'the new field alone',
      {
        firstTimestamp: null,
        lastTimestamp: null,
        eventTime: '2026-11-23T07:56:00.000001Z',
        count: undefined,
      },
      '2026-11-23T07:56:00.000001Z',
      1,
    ],
    [
      'nothing but its creation',
      { firstTimestamp: null, lastTimestamp: null },
      '2026-11-23T07:00:00Z',
      1,
    ],
  ])('reads %s', (_, fields, lastAt, count) => {
    expect(toEventTimes(event(pod, fields))).toMatchObject({ lastAt, count });
  });
});
