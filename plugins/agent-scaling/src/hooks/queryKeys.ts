import {
  stringifyAgentKey,
  type AgentKey,
  type ListAgentsRequest,
} from '@suoke/plugin-agent-scaling-common';

const ROOT = 'agent-scaling';

/** Keys of the cached answers; each is a prefix of the more special ones below it. */
export const queryKeys = {
  lists: [ROOT, 'agents'],
  list: (request: ListAgentsRequest) => [ROOT, 'agents', request],
  agent: (agent: AgentKey) => [ROOT, 'agent', stringifyAgentKey(agent)],
  history: (agent: AgentKey, range: string) => [
    ROOT,
    'agent',
    stringifyAgentKey(agent),
    'history',
    range,
  ],
};
