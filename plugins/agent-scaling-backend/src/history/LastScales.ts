import {
  stringifyAgentKey,
  type AgentKey,
  type ScaleChange,
  type ScaleEvent,
} from '@suoke/plugin-agent-scaling-common';
import { mergeScaleEvents } from './mergeScaleEvents';
import { toScaleReason } from './toScaleEvent';

/** An observation and the autoscaler's word on it, for the last two changes. */
export const EVENTS_PER_AGENT = 4;

/** The last change of size of each agent, from the few newest events. */
export class LastScales {
  readonly #events = new Map<string, ScaleEvent[]>();

  add(agent: AgentKey, event: ScaleEvent): void {
    if (event.kind !== 'rescale') {
      return;
    }
    const key = stringifyAgentKey(agent);
    const others = (this.#events.get(key) ?? []).filter(
      known => known.id !== event.id,
    );
    const newest = [...others, event]
      .sort((left, right) => Date.parse(left.at) - Date.parse(right.at))
      .slice(-EVENTS_PER_AGENT);
    this.#events.set(key, newest);
  }

  find(agent: AgentKey): ScaleChange | undefined {
    const events = this.#events.get(stringifyAgentKey(agent)) ?? [];
    const last = mergeScaleEvents(events).at(-1);
    return (
      last && {
        at: last.at,
        ...(last.from !== undefined && { from: last.from }),
        ...(last.to !== undefined && { to: last.to }),
        ...(last.message && { reason: toScaleReason(last.message) }),
      }
    );
  }
}
