import {
  concernsAgent,
  FALLBACK_POLL_MS,
  LIVE_POLL_MS,
  pollMs,
  toLiveness,
} from './live';

const xiaoai = { cluster: 'local', namespace: 'suoke-agents', name: 'xiaoai' };

describe('live', () => {
  it('polls slowly when signals arrive and often when they cannot', () => {
    expect(pollMs(true)).toBe(LIVE_POLL_MS);
    expect(pollMs(false)).toBe(FALLBACK_POLL_MS);
    expect(LIVE_POLL_MS).toBeGreaterThan(FALLBACK_POLL_MS);
  });

  it.each([
    [{ signalsAvailable: true, visible: true, failed: false }, 'live'],
    [{ signalsAvailable: false, visible: true, failed: false }, 'polling'],
    [{ signalsAvailable: true, visible: false, failed: false }, 'paused'],
    [{ signalsAvailable: true, visible: true, failed: true }, 'failing'],
    [{ signalsAvailable: true, visible: false, failed: true }, 'failing'],
  ] as const)('%j is %s', (input, liveness) => {
    expect(toLiveness(input)).toBe(liveness);
  });

  it.each([
    [
      { agents: ['local/suoke-agents/xiaoai'], truncated: false, clusters: [] },
      true,
    ],
    [
      { agents: ['local/suoke-agents/soer'], truncated: false, clusters: [] },
      false,
    ],
    [{ agents: [], truncated: false, clusters: ['local'] }, true],
    [{ agents: [], truncated: false, clusters: ['other'] }, false],
    [{ agents: [], truncated: true, clusters: [] }, true],
    [{}, true],
  ])('%j concerns the agent: %s', (signal, expected) => {
    expect(concernsAgent(signal, xiaoai)).toBe(expected);
  });
});
