import { createApiRef } from '@backstage/frontend-plugin-api';
import type { AgentScalingApi } from '@suoke/plugin-agent-scaling-common';

/** Reads the scaling state of agents; override it to read it from somewhere else. @public */
export const agentScalingApiRef = createApiRef<AgentScalingApi>().with({
  id: 'plugin.agent-scaling.client',
  pluginId: 'agent-scaling',
});
