import type { ScaleEvent } from '@suoke/plugin-agent-scaling-common';
import { LastScales } from './LastScales';

const AGENT = { cluster: 'c', namespace: 'n', name: 'a' };
const told = (at: string, to: number): ScaleEvent => ({
  id: `told-${at}`,
  at: `2026-11-23T${at}Z`,
  kind: 'rescale',
  to,
  message: `New size: ${to}; reason: All metrics below target`,
  source: 'Event',
});

describe('LastScales', () => {
  it('knows nothing of an agent without events', () => {
    expect(new LastScales().find(AGENT)).toBeUndefined();
  });

  it('joins the last word with the last observation, in any order', () => {
    const scales = new LastScales();
    scales.add(AGENT, told('08:00:00', 3));
    scales.add(AGENT, told('07:00:00', 5));
    scales.add(AGENT, {
      id: 'seen',
      at: '2026-11-23T08:00:02Z',
      kind: 'rescale',
      from: 5,
      to: 3,
      source: 'Observed',
    });
    expect(scales.find(AGENT)).toEqual({
      at: '2026-11-23T08:00:00Z',
      from: 5,
      to: 3,
      reason: 'All metrics below target',
    });
  });

  it('ignores what is no change of size', () => {
    const scales = new LastScales();
    scales.add(AGENT, { ...told('08:00:00', 3), kind: 'vpaEviction' });
    expect(scales.find(AGENT)).toBeUndefined();
  });
});
