import type { VpaContainer } from '@suoke/plugin-agent-scaling-common';
import { metric } from '../__fixtures__/metric';
import { readVpaMode } from './vpaMode';

const container = (overrides: Partial<VpaContainer> = {}): VpaContainer => ({
  name: 'agent',
  mode: 'Auto',
  controlledResources: ['cpu', 'memory'],
  controlledValues: 'RequestsAndLimits',
  ...overrides,
});
const cpuHpa = { metrics: [metric()] };
const queueHpa = {
  metrics: [metric({ type: 'External', name: 'queue_length' })],
};

describe('readVpaMode', () => {
  it.each([
    ['Off beside an HPA on cpu', 'Off', cpuHpa, 'OffBesideHpa', false],
    ['Off beside an HPA on a queue', 'Off', queueHpa, 'Off', false],
    ['Off alone', 'Off', undefined, 'Off', false],
    ['acting on what the HPA measures', 'Recreate', cpuHpa, 'Recreate', true],
    [
      'acting beside a queue',
      'InPlaceOrRecreate',
      queueHpa,
      'InPlaceOrRecreate',
      false,
    ],
    ['a mode of the future', 'Sideways', undefined, 'other', false],
  ] as const)('reads %s', (_, updateMode, hpa, meaning, conflict) => {
    expect(
      readVpaMode(
        { updateMode, containers: [container()] },
        hpa && { metrics: [...hpa.metrics] },
      ),
    ).toMatchObject({ meaning, conflict });
  });

  it('sees no conflict over a resource or a container that it leaves alone', () => {
    const vpa = (containers: VpaContainer[]) => ({
      updateMode: 'Recreate',
      containers,
    });
    expect(
      readVpaMode(
        vpa([container({ controlledResources: ['memory'] })]),
        cpuHpa,
      ),
    ).toMatchObject({ conflict: false, shared: [] });
    expect(
      readVpaMode(vpa([container({ mode: 'Off' })]), cpuHpa).conflict,
    ).toBe(false);
  });
});
