import { mockServices } from '@backstage/backend-test-utils';
import {
  ChangeSignaller,
  SIGNAL_INTERVAL_MS,
  toSignal,
} from './ChangeSignaller';

describe('toSignal', () => {
  it('has nothing to say without changes', () => {
    expect(toSignal({ agents: [], clusters: [] })).toBeUndefined();
  });

  it('carries names only, and at most 200', () => {
    const agents = Array.from({ length: 201 }, (_, index) => `c/n/a${index}`);
    const signal = toSignal({ agents, clusters: ['c'] })!;
    expect(Object.keys(signal).sort()).toEqual([
      'agents',
      'clusters',
      'truncated',
      'type',
    ]);
    expect(signal.agents).toHaveLength(200);
    expect(signal.truncated).toBe(true);
  });
});

describe('ChangeSignaller', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function create(publish: jest.Mock) {
    const logger = mockServices.logger.mock();
    const signaller = ChangeSignaller.create({
      signals: { publish },
      logger,
      takeChanges: () => ({ agents: ['c/n/a'], clusters: [] }),
    });
    return { signaller, logger };
  }

  it('sends one signal for a burst of changes', async () => {
    const publish = jest.fn().mockResolvedValue(undefined);
    const { signaller } = create(publish);
    for (let change = 0; change < 50; change++) {
      signaller.schedule();
    }
    expect(publish).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(SIGNAL_INTERVAL_MS);
    expect(publish).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(10 * SIGNAL_INTERVAL_MS);
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('survives a signal service that fails', async () => {
    const publish = jest.fn().mockRejectedValue(new Error('gone'));
    const { signaller, logger } = create(publish);
    signaller.schedule();
    await jest.advanceTimersByTimeAsync(SIGNAL_INTERVAL_MS);
    expect(logger.warn).toHaveBeenCalledWith(expect.stringContaining('gone'));
    signaller.schedule();
    await jest.advanceTimersByTimeAsync(SIGNAL_INTERVAL_MS);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('sends nothing after it was stopped', async () => {
    const publish = jest.fn();
    const { signaller } = create(publish);
    signaller.schedule();
    signaller.stop();
    await jest.advanceTimersByTimeAsync(SIGNAL_INTERVAL_MS);
    expect(publish).not.toHaveBeenCalled();
  });
});
