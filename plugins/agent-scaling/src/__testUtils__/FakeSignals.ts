import type { SignalApi } from '@backstage/plugin-signals-react';
import type { JsonObject } from '@backstage/types';
import type { AgentScalingSignal } from '@suoke/plugin-agent-scaling-common';

/** Signals that a test sends by hand. */
export class FakeSignals implements SignalApi {
  readonly #listeners = new Set<(message: JsonObject) => void>();

  subscribe<TMessage extends JsonObject = JsonObject>(
    _channel: string,
    onMessage: (message: TMessage) => void,
  ) {
    const listener = (message: JsonObject) => onMessage(message as TMessage);
    this.#listeners.add(listener);
    return { unsubscribe: () => this.#listeners.delete(listener) };
  }

  send(message: Partial<AgentScalingSignal>) {
    const signal: AgentScalingSignal = {
      type: 'agents-changed',
      agents: [],
      truncated: false,
      clusters: [],
      ...message,
    };
    this.#listeners.forEach(listener => listener(signal as JsonObject));
  }
}
