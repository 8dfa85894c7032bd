import { event, rescaleEvent } from '../__fixtures__/builders';
import { toScaleEvent, toScaleReason } from './toScaleEvent';

describe('toScaleEvent', () => {
  it('reads the new size of a rescale', () => {
    expect(toScaleEvent(rescaleEvent(5))).toEqual({
      at: '2026-11-23T07:55:00.000Z',
      kind: 'rescale',
      to: 5,
      reason: 'SuccessfulRescale',
      message:
        'New size: 5; reason: cpu resource utilization (percentage of request) above target',
      source: 'Event',
    });
  });

  it.each([
    ['FailedRescale', 'failedRescale'],
    ['EvictedByVPA', 'vpaEviction'],
    ['InPlaceResizedByVPA', 'vpaResize'],
    ['KEDAScaleTargetActivated', 'activation'],
    ['ScalingReplicaSet', undefined],
    ['constructor', undefined],
  ])('reads %s as %s', (reason, kind) => {
    const found = toScaleEvent(event({ kind: 'Pod', name: 'p' }, { reason }));
    expect(found?.kind).toBe(kind);
  });

  it('cuts a message that is too long', () => {
    const message = 'x'.repeat(5_000);
    expect(toScaleEvent(rescaleEvent(5, { message }))?.message).toHaveLength(
      1_024,
    );
  });
});

it.each([
  ['New size: 5; reason: All metrics below target', 'All metrics below target'],
  ['something else', 'something else'],
])('the reason in %j is %j', (message, expected) => {
  expect(toScaleReason(message)).toBe(expected);
});
