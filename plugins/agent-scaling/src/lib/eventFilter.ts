import type { AgentEvent } from '@suoke/plugin-agent-scaling-common';

/** Which events the reader wants to see. */
export interface EventFilter {
  text: string;
  warningsOnly: boolean;
}

/** Keeps the events whose words contain every word of the filter, whatever its case. */
export function filterEvents(
  events: readonly AgentEvent[],
  filter: EventFilter,
): AgentEvent[] {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return events.filter(event => {
    if (filter.warningsOnly && event.type !== 'Warning') {
      return false;
    }
    const haystack = [
      event.reason,
      event.message,
      event.object.kind,
      event.object.name,
    ]
      .join(' ')
      .toLocaleLowerCase();
    return words.every(word => haystack.includes(word));
  });
}
