import type { AgentEvent } from '@suoke/plugin-agent-scaling-common';
import { filterEvents } from './eventFilter';

const event = (overrides: Partial<AgentEvent>): AgentEvent => ({
  id: overrides.reason ?? 'id',
  type: 'Normal',
  reason: 'SuccessfulRescale',
  message: 'New size: 4; reason: cpu above target',
  count: 1,
  lastAt: '2026-11-23T08:00:00Z',
  object: { kind: 'HorizontalPodAutoscaler', name: 'xiaoai' },
  ...overrides,
});

const events = [
  event({}),
  event({
    type: 'Warning',
    reason: 'BackOff',
    message: 'Back-off restarting failed container',
    object: { kind: 'Pod', name: 'xiaoai-1' },
  }),
];

describe('filterEvents', () => {
  it.each([
    [{ text: '', warningsOnly: false }, ['SuccessfulRescale', 'BackOff']],
    [{ text: '', warningsOnly: true }, ['BackOff']],
    [{ text: 'RESCALE size', warningsOnly: false }, ['SuccessfulRescale']],
    [{ text: 'pod xiaoai-1', warningsOnly: false }, ['BackOff']],
    [{ text: 'rescale', warningsOnly: true }, []],
  ])('with %j leaves %j', (filter, reasons) => {
    expect(filterEvents(events, filter).map(one => one.reason)).toEqual(
      reasons,
    );
  });
});
