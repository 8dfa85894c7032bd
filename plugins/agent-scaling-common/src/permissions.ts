import { createPermission } from '@backstage/plugin-permission-common';

/** Allows to see agents, their autoscalers, pods, events and history, and the health of the watched clusters. @public */
export const agentScalingReadPermission = createPermission({
  name: 'agent-scaling.read',
  attributes: { action: 'read' },
});

/** Every permission of the plugin. @public */
export const agentScalingPermissions = [agentScalingReadPermission];
